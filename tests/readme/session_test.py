#!/usr/bin/env python3
"""session_test.py BINARY ROOT [VERB...] - runs each `$ command` of the console blocks in our documents, with `entente` as BINARY, in a folder with
a copy of cases/ and links to the rest of ROOT, and compares what it prints with what stands below it. A command that ends in a
backslash goes on in the next line. What takes one of the VERBs, which the program was built without, stands as it is. With
ENTENTE_GOLDEN=write the documents get the present output."""
import concurrent.futures
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BINARY, ROOT = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.S)
STEP = re.compile(r"^\$ (?P<command>(?:.*\\\n)*.*\n)(?P<output>(?:(?!\$ ).*\n)*)", re.M)
UNBUILT = [f"entente {verb}" for verb in sys.argv[3:]]
MUST_HAVE = {"README.md", "docs/tour.md"}


def output(command, folder):
    environment = {"PATH": f"{folder / 'bin'}:/usr/bin:/bin", "LANG": "C.UTF-8", "COLUMNS": "100"}
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, text=True, timeout=60, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout


def step(found, folder):
    """A command with what it prints."""
    if any(words in found["command"] for words in UNBUILT):
        return found[0]
    return f"$ {found['command']}{output(found['command'], folder)}"


def played(document):
    """The text of a document, with the present output below each command. The commands of one share a folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for entry in ROOT.iterdir():
            if entry.name not in ("cases", "build", "bin", ".git"):
                (folder / entry.name).symlink_to(entry)
        shutil.copytree(ROOT / "cases", folder / "cases", ignore=shutil.ignore_patterns(".entente"))
        (folder / "bin").mkdir()
        (folder / "bin" / "entente").symlink_to(BINARY)
        text = document.read_text(encoding="utf-8")
        return BLOCK.sub(lambda block: "".join(step(found, folder) for found in STEP.finditer(block[0])), text)


def kept(document):
    """Whether it says what the program prints; what differs is printed."""
    then, now = document.read_text(encoding="utf-8"), played(document)
    if os.environ.get("ENTENTE_GOLDEN") == "write":
        document.write_text(now, encoding="utf-8")
        return True
    name = str(document.relative_to(ROOT))
    sys.stderr.writelines(difflib.unified_diff(then.splitlines(True), now.splitlines(True), name, f"{name}, as it would be printed now"))
    return then == now


documents = [f for pattern in ("*.md", "docs/*.md") for f in sorted(ROOT.glob(pattern)) if STEP.search("".join(BLOCK.findall(f.read_text())))]
missing = MUST_HAVE - {str(f.relative_to(ROOT)) for f in documents}
if missing:
    sys.exit(f"no session in {' and '.join(sorted(missing))}")
with concurrent.futures.ThreadPoolExecutor() as threads:
    if not all(list(threads.map(kept, documents))):
        sys.exit("a document's session is not what the program prints; if it is meant: ENTENTE_GOLDEN=write, and the same again")
