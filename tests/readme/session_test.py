#!/usr/bin/env python3
"""session_test.py BINARY ROOT [--write] - runs each `$ command` of the README's console blocks, in ROOT with `entente` as BINARY,
and compares what it prints with what stands below it. With --write the README gets the present output."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

binary, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
readme = root / "README.md"
text = readme.read_text(encoding="utf-8")


def output(command, path):
    environment = {"PATH": f"{path}:/usr/bin:/bin", "LANG": "C.UTF-8", "COLUMNS": "100"}
    done = subprocess.run(["bash", "-c", command], cwd=root, env=environment, capture_output=True, text=True, timeout=60)
    return done.stdout + done.stderr


def run(block, path):
    """The block with the present output below each of its commands."""
    return "".join(f"{line}\n{output(line[2:], path)}" for line in block.splitlines() if line.startswith("$ "))


with tempfile.TemporaryDirectory() as path:
    os.symlink(binary, pathlib.Path(path) / "entente")
    blocks = re.findall(r"```console\n(.*?)```", text, re.S)
    now = [run(block, path) for block in blocks]

if not blocks or not all("$ " in block for block in blocks):
    sys.exit("the README has no session")
if "--write" in sys.argv:
    for block, new in zip(blocks, now):
        text = text.replace(f"```console\n{block}```", f"```console\n{new}```")
    readme.write_text(text, encoding="utf-8")
elif now != blocks:
    sys.exit("the README's session is not what the program prints:\n" + "".join(now))
