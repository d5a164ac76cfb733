"""editors_test ROOT - .editorconfig says what .clang-format says, and every text of ours is laid out as it says."""
import configparser
import pathlib
import re
import sys
import unittest

from repository import listed

BOUND = {"charset", "end_of_line", "insert_final_newline", "trim_trailing_whitespace", "indent_style", "indent_size", "max_line_length"}

# A line of a language that opens a block. That of C++ is left to clang-format, which './dev test' asks.
OPENS = {".py": re.compile(r" *(?:def|class|if|for|while|with|try|else|except)\b.*:"), ".ts": re.compile(r" *(?:.*\) |export .*|\w+ )\{"),
         ".mjs": re.compile(r".*\) \{"), ".css": re.compile(r"[^/*]*\{")}


def pattern(glob):
    """A section's glob as a regular expression of a path; one without a slash is of the file's name, wherever it stands."""
    parts = {"**": ".*", "*": "[^/]*", "{": "(?:", "}": ")", ",": "|"}
    written = "".join(parts.get(part) or re.escape(part) for part in re.findall(r"\*\*|[*{},]|[^*{},]+", glob))
    return re.compile(written if "/" in glob else f"(?:.*/)?{written}")


def sections():
    read = configparser.ConfigParser(interpolation=None)
    read.read_string("[top]\n" + (ROOT / ".editorconfig").read_text())
    return {name: dict(read[name]) for name in read.sections() if name != "top"}


def settings(file, of):
    """What holds of a file: later sections count for more."""
    merged = {key: value for glob, keys in of.items() if pattern(glob).fullmatch(file) for key, value in keys.items()}
    return {key: value for key, value in merged.items() if value != "unset"}


def faults(data, rules):
    """In what a file is not as its settings say."""
    try:
        text = data.decode(rules.get("charset", "latin-1"))
    except UnicodeDecodeError:
        return ["charset"]
    wrong = {"end_of_line": "\r" in text, "insert_final_newline": bool(text) and not text.endswith("\n"),
             "trim_trailing_whitespace": re.search(r"[ \t]$", text, re.M), "indent_style": re.search(r"^ *\t", text, re.M) and rules["indent_style"] == "space"}
    return [name for name, found in wrong.items() if found and name in rules and rules[name] != "false"]


def odd_blocks(text, opens, size):
    """The lines, with their numbers, that follow one which opens a block and are not indented by just that more."""
    lines = text.splitlines()
    return [(number, after) for number, (line, after) in enumerate(zip(lines, lines[1:]), 2)
            if opens.fullmatch(line) and after.strip() and len(after) - len(after.lstrip()) != len(line) - len(line.lstrip()) + size]


class Editors(unittest.TestCase):
    def test_cpp_is_as_clang_format_lays_it_out(self):
        style = dict(re.findall(r"^(\w+): *(.*)$", (ROOT / ".clang-format").read_text(), re.M))
        for file in ["src/a.cc", "include/entente/a.h", "src/casefile/rows.inc"]:
            rules = settings(file, sections())
            self.assertEqual((style["ColumnLimit"], style["IndentWidth"], "space"),
                             (rules["max_line_length"], rules["indent_size"], rules["indent_style"]))

    def test_only_what_is_tested_is_set(self):
        self.assertEqual(set(), {key for keys in sections().values() for key in keys} - BOUND)

    def test_every_text_is_as_it_says(self):
        of, found = sections(), {}
        for file in listed(ROOT):
            wrong = faults((ROOT / file).read_bytes(), settings(file, of))
            if wrong:
                found[file] = wrong
        self.assertEqual({}, found)

    def test_blocks_are_indented_as_it_says(self):
        of, found = sections(), {}
        for file in listed(ROOT):
            opens = OPENS.get(pathlib.PurePath(file).suffix)
            if opens:
                odd = odd_blocks((ROOT / file).read_text(), opens, int(settings(file, of)["indent_size"]))
                found.update({f"{file}:{line}": text for line, text in odd})
        self.assertEqual({}, found)


class Rule(unittest.TestCase):
    def test_which_files(self):
        for glob, file, right in [("*", "a/b.cc", True), ("*.{cc,h}", "src/a.h", True), ("*.{cc,h}", "src/a.hh", False),
                                  ("tests/{a,b}/**", "tests/b/c/d.txt", True), ("tests/{a,b}/**", "web/tests/b/d.txt", False)]:
            with self.subTest(glob=glob, file=file):
                self.assertEqual(right, bool(pattern(glob).fullmatch(file)))

    def test_what_is_wrong(self):
        rules = {"charset": "utf-8", "end_of_line": "lf", "insert_final_newline": "true", "trim_trailing_whitespace": "true", "indent_style": "space"}
        for data, wrong in [(b"a\n", []), (b"", []), (b"\xff\n", ["charset"]), (b"a\r\n", ["end_of_line"]), (b"a", ["insert_final_newline"]),
                            (b"a \nb\n", ["trim_trailing_whitespace"]), (b"  \ta\n", ["indent_style"]), (b"a\tb\n", [])]:
            with self.subTest(data=data):
                self.assertEqual(wrong, faults(data, rules))
        self.assertEqual([], faults(b"a ", {"charset": "utf-8"}))

    def test_blocks(self):
        for text, odd in [("if a:\n    b\n", []), ("if a:\n  b\n", [(2, "  b")]), ("a\n  b\n", [])]:
            with self.subTest(text=text):
                self.assertEqual(odd, odd_blocks(text, OPENS[".py"], 4))


if __name__ == "__main__":
    ROOT = pathlib.Path(sys.argv.pop()).resolve()
    unittest.main()
