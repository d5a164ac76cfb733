"""make_mistakes BUILD [WORD...] - makes the mistakes of mistakes.py in the program one at a time and says which of them no test catches.

BUILD is a build directory of this tree with tests, such as build/optimised. A mistake is made in src/, what has changed is built, the tests are
run and the file is put back. Without WORDs all mistakes are made, otherwise those with one of the WORDs in what goes wrong. It takes about a
minute a mistake and is part of neither CTest nor './dev test'; run it after the code above the engines has been rebuilt, on a tree with
nothing uncommitted in src/. A mistake that does not compile counts as not made."""
import os
import pathlib
import re
import subprocess
import sys

from mistakes import MISTAKES

ROOT = pathlib.Path(__file__).resolve().parents[2]
QUICK = ["brief", "ask"]  # most are caught by whole answers
OTHERS = ["view", "whatif", "path", "settlement", "words", "pictures_drawn", "library/published", "cli/program", "cli/verbs", "cli/diff", "cli/robust",
          "cli/large", "cli/large_json", "cli/budget", "cli/ended", "cli/report"]
TRIED = [(["test_brief", "test_ask"], QUICK), (["entente", "test_view", "test_whatif", "test_words", "test_path", "test_settlement", "test_pictures"], OTHERS)]
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "ENTENTE_GOLDEN"}


def sources():
    return [path for path in sorted((ROOT / "src").rglob("*")) if path.suffix in (".cc", ".h", ".inc")]


def places(text):
    """Each file with the text, and where in it; blanks and line ends are one."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in text.split()))
    return [(path, found) for path in sources() for found in pattern.finditer(path.read_text())]


def run(*command):
    return subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def build(folder, targets):
    return run("ninja", "-C", folder, *targets)


def failing(folder, tests):
    """The tests of some that fail."""
    done = subprocess.run(["ctest", "--test-dir", folder, "-j2", "-R", "^(" + "|".join(tests) + ")$", "--stop-on-failure"], cwd=ROOT,
                          env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return re.findall(r"Test +#\d+: (\S+) .*\*\*\*", done.stdout) if done.returncode else []  # also where an assert ends one


def caught(folder):
    """By which test; nothing where by none."""
    for targets, tests in TRIED:
        if not build(folder, targets):
            return None
        if names := failing(folder, tests):
            return ", ".join(sorted(set(names)))
    return ""


def make(folder, find, put):
    """What comes of a mistake, in words."""
    found = places(find)
    if len(found) != 1:
        return f"its text is {'gone' if not found else f'there {len(found)} times'}"
    path, at = found[0]
    right = path.read_text()
    path.write_text(right[:at.start()] + put + right[at.end():])
    try:
        names = caught(folder)
    finally:
        path.write_text(right)
    return "does not compile" if names is None else f"caught by {names}" if names else "NOT CAUGHT"


def main():
    folder, words = sys.argv[1], sys.argv[2:]
    results = {}
    for name, find, put in MISTAKES:
        if words and not any(word in name for word in words):
            continue
        results[name] = make(folder, find, put)
        print(f"{name}: {results[name]}", flush=True)
    bad = [f"  {name}: {result}" for name, result in results.items() if not result.startswith("caught")]
    print(f"{len(results)} mistakes, {len(results) - len(bad)} caught" + "".join("\n" + line for line in bad))
    build(folder, [target for targets, _ in TRIED for target in targets])
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
