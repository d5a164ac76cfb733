"""names_test ROOT - fails where a document or a comment of ours names a file, a folder or a command of 'dev' that is not there, or where a
list of the folders or of the documents leaves one out."""
import pathlib
import re
import sys
import unittest

from order_test import ORDER
from repository import listed

DOCUMENTS = ("docs/*.md", ".github/**/*.md", "docs/*.1", "*.md", "src/*.md", "cases/*.md", "tests/**/*.md", "web/*.md")
BY_SLASHES, BY_HASHES = (".cc", ".h", ".inc", ".ts", ".mjs", ".css", ".js"), (".py", ".cmake", ".txt", ".sbatch", "")
CODE = ("src", "include", "tests", "web/src", "web/test", "wasm", "cmake", "tools")
COMMENT = {"slashes": re.compile(r"//[^\n]*|/\*.*?\*/", re.S), "hashes": re.compile(r'(?m)^\s*#[^\n]*|\s#\s[^\n]*|"""[^"]*"""')}

# Files of ours end so; what ends in .toml, .json, .svg or .txt may be anyone's, and is one of ours behind a folder of ours.
SOURCE = re.compile(r"(?<![\w./<*{}$-])((?:[\w.+-]+/)*[\w-]+(?:\.\w+)*\.(?:cc|h|inc|py|mjs|ts|css|cmake|md))(?![\w*{/])")
DATA = re.compile(r"(?<![\w./<*{}$-])((?:cases|docs|src|tests|tools|web|wasm|cmake|include)/[\w./-]*\w)(?![\w*{(])")
FOLDER = re.compile(r"(?<![\w./<*{}$:-])((?:[a-z_]+/)+)(?=[\s`.,;:)]|$)")
# Others' headers and files, what programs make, and names in examples.
ELSEWHERE = re.compile(r"^(?:tbb|hwy|toml\+\+|CLI|openssl|fmt|gtest|nlohmann|std|usr|proc|dev|tmp|etc|build)/|^(?:bdd|sqlite3|sodium)\.h$|^src/format\.cc$"
                       r"|(?:^|/)(?:NAME|CASE|FILE|PAGE|X)(?:_test)?(?:\.|/|$)")
LINK = re.compile(r"\]\(((?!\w+:)[^)\s#]+)[^)\s]*\)")  # one to a file, without the place in it
DEV_COMMAND = re.compile(r"\./dev ([a-z]+)")
FOLDERS_ELSEWHERE = {"s/", "build/", "node_modules/", "http/", "https/"}


def ends(paths):
    """Every path with every shorter one that it can be called by: 'path/path.h' and 'path.h'."""
    return {"/".join(parts[k:]) for parts in (p.split("/") for p in paths) for k in range(len(parts))}


def comments(file, text):
    suffix = pathlib.PurePath(file).suffix
    return "\n".join(COMMENT["slashes" if suffix in BY_SLASHES else "hashes"].findall(text))


def named(text):
    """The files and the folders that a text names."""
    found = {re.sub(r"^(?:\.\./)+", "", f) for pattern in (SOURCE, DATA) for f in pattern.findall(text)}
    files = {f for f in found if not ELSEWHERE.search(f)}
    return files, {f for f in FOLDER.findall(text) if f not in FOLDERS_ELSEWHERE and not ELSEWHERE.search(f)}


class Names(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.files = listed(ROOT)
        folders = {str(parent) for f in cls.files for parent in pathlib.PurePath(f).parents if str(parent) != "."}
        cls.known = ends(cls.files) | ends(folders) | {f[:-3] for f in cls.files if f.endswith("_bench.cc")}  # and its program
        cls.folders = {f + "/" for f in ends(folders)}

    def documents(self):
        for pattern in DOCUMENTS:
            for f in sorted(ROOT.glob(pattern)):
                if "node_modules" not in f.parts:
                    yield str(f.relative_to(ROOT)), f.read_text()

    def texts(self):
        yield from self.documents()
        for f in self.files:
            if (f.split("/")[0] in CODE or "/".join(f.split("/")[:2]) in CODE or f in ("dev", "CMakeLists.txt")) and \
                    pathlib.PurePath(f).suffix in BY_SLASHES + BY_HASHES and "tests/reports" not in f and "tests/faults" not in f:
                yield f, comments(f, (ROOT / f).read_text())

    def test_are_of_what_is_there(self):
        missing = []
        for where, text in self.texts():
            files, folders = named(text)
            missing += [(where, f) for f in sorted(files) if f not in self.known and f.rstrip("./") not in self.known]
            missing += [(where, f) for f in sorted(folders) if f not in self.folders]
        self.assertEqual([], missing)

    def test_every_folder_is_told_of_in_order(self):
        top = [f for f in ORDER if "/" not in f]
        told = re.findall(r"^- `(\w+)/`", (ROOT / "src/README.md").read_text(), re.M)
        self.assertEqual(top, told)
        self.assertEqual(top, re.findall(r"^## `(\w+)/`", (ROOT / "docs/tour.md").read_text(), re.M))
        self.assertIn("    " + "  ".join(top), (ROOT / "README.md").read_text())

    def test_links_lead_somewhere(self):
        linked = [(where, link) for where, text in self.documents() for link in LINK.findall(text)]
        self.assertTrue(linked)
        self.assertEqual([], [(where, link) for where, link in linked if not (ROOT / where).parent.joinpath(link).exists()])

    def test_the_index_has_every_document(self):
        there = {f.name for f in (ROOT / "docs").iterdir()} - {"README.md"}
        self.assertEqual(there, {link.split("/")[0] for link in LINK.findall((ROOT / "docs/README.md").read_text()) if not link.startswith("../")})

    def test_commands_of_dev_are_there(self):
        there = set(re.findall(r"^  ([a-z]+)(?: \|[^)]*)?\)", (ROOT / "dev").read_text(), re.M))
        self.assertIn("test", there)
        missing = [(where, command) for where, text in self.texts() for command in DEV_COMMAND.findall(text) if command not in there]
        self.assertEqual([], missing)

    def test_changes_are_told_of_the_present_version(self):
        version = re.search(r"^project\(entente VERSION ([\d.]+)", (ROOT / "CMakeLists.txt").read_text(), re.M)[1]
        self.assertEqual(version, re.search(r"^## ([\d.]+)", (ROOT / "CHANGELOG.md").read_text(), re.M)[1])


class Rule(unittest.TestCase):
    def test_what_is_named(self):
        for text, files, folders in [("see `src/path/path.h`, and holding.h.", {"src/path/path.h", "holding.h"}, set()),
                                     ("`cases/elmira.toml` but CASE.toml", {"cases/elmira.toml"}, set()),
                                     ("<tbb/task_arena.h>, tests/NAME/*.cc, a.b", set(), set()),
                                     ("[so](../src/README.md)", {"src/README.md"}, set()),
                                     ("in `engine/explicit/`: and/or", set(), {"engine/explicit/"})]:
            with self.subTest(text=text):
                self.assertEqual((files, folders), named(text))


if __name__ == "__main__":
    ROOT = pathlib.Path(sys.argv.pop()).resolve()
    unittest.main()
