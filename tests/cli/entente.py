"""Running the program from a test: NAME_test.py BINARY ROOT."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

BINARY, ROOT = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
FIRST = "cases/northern-territories.toml"
SECONDS = 60
PLAIN = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "TERM")}


def entente(*words, input="", env=None, cwd=ROOT, **kinds):
    """What running it with these words came to: returncode, stdout, stderr."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **kinds}
    return subprocess.run([BINARY, *words], input=input, text=True, env={**PLAIN, **(env or {})}, cwd=cwd, timeout=SECONDS, **pipes)


def answer(*words, **kinds):
    """What it answers in JSON."""
    return json.loads(entente(*words, "--json", **kinds).stdout)


def many_parties(count):
    """A case of parties with an option each and no wishes: 2^count states."""
    return 'format = 1\ntitle = "Many"\n' + "".join(f'[[party]]\nid = "p{i}"\n[[party.option]]\nid = "o"\n' for i in range(count))


def synthetic(*arguments):
    """A case of OPTIONS, PARTIES and STATEMENTS a party like those of the benchmarks."""
    generator = ROOT / "tests" / "bench" / "synthetic_case.py"
    return subprocess.run([sys.executable, generator, *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def verbs():
    """The verbs that the help lists, in its order."""
    return re.findall(r"^  (\w+)  ", section(entente("--help").stdout, "Verbs"), re.M)


def flags(verb=None):
    """The long flags that the help of a verb, or of the program, lists."""
    return re.findall(r"^ .*?(--[\w-]+)", section(entente(*([verb] if verb else []), "--help").stdout, "Flags"), re.M)


def section(help, title):
    return (re.search(rf"^{title}:\n(.*?)(\n\n|\Z)", help, re.M | re.S) or ["", ""])[1]


class Test(unittest.TestCase):
    """With a folder of its own that goes away."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return str(path)

    def assert_ends(self, done, status, err=None):
        """The exit status; nothing on standard output but for status 0 and 3; `err` occurs on standard error."""
        self.assertEqual(status, done.returncode, done.stderr)
        if status in (1, 2):
            self.assertEqual("", done.stdout)
            self.assertNotEqual("", done.stderr)
        if err is not None:
            self.assertIn(err, done.stderr)


def main():
    unittest.main(argv=sys.argv[:1])
