"""sources_test.py BINARY ROOT - the evidence of the project's own two cases against the article, where a copy of it stands beside the
project (it is not ours to give away): every piece is verified, and a copy with other paragraphs is refused. Exit status 77, and a
word why, without one."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

binary, root = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
sources = root.parent / "shared" / "sources"
cases = [root / "cases" / f"{name}.toml" for name in ("northern-territories", "north-korea-pressure")]


def check(folder):
    return subprocess.run([binary, "check", "--sources", folder, *cases], capture_output=True, text=True, timeout=60)


if not sources.is_dir():
    print(f"skipped: there is no {sources}, so the evidence cannot be verified against the article")
    sys.exit(77)

done = check(sources)
found = re.findall(r"(\d+) of (\d+) pieces of evidence verified", done.stdout)
assert done.returncode == 0 and len(found) == 2, done.stdout + done.stderr
assert all(verified == pieces and int(pieces) > 0 for verified, pieces in found), done.stdout

with tempfile.TemporaryDirectory() as folder:
    for source in sources.iterdir():
        shutil.copy(source, folder)
        article = pathlib.Path(folder) / source.name
        first, rest = article.read_text(encoding="utf-8").split("\n\n", 1)
        article.write_text(rest, encoding="utf-8")
    moved = check(folder)
    assert moved.returncode == 1 and "[source-terms]" in moved.stderr, moved.stderr
print("the evidence of both cases is verified")
