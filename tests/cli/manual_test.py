"""manual_test BINARY ROOT - the manual page is well formed and names every verb, flag and exit status of the program; the documents name no
flag that a verb does not have."""
import re
import shutil
import subprocess
import unittest

from entente import ROOT, Test, entente, flags, main, verbs

PAGE = ROOT / "docs" / "entente.1"
DOCUMENTS = ("*.md", "docs/*.md", ".github/**/*.md", "src/*.md", "cases/*.md")
SESSION = re.compile(r"```console\n.*?```", re.S)  # played by tests/readme/session_test.py, mistakes included
COMMAND = re.compile(r"(?<![\w/-])entente ([a-z]+)?([^`|\n]*)")


def named_flags(text):
    """Each flag that a text gives to a verb, with the verb."""
    return [(command[1], flag) for command in COMMAND.finditer(SESSION.sub("", text)) for flag in re.findall(r"(?<![\w-])--[a-z][\w-]*", command[2])]


class Manual(Test):
    def setUp(self):
        self.page = PAGE.read_text()

    @unittest.skipUnless(shutil.which("mandoc"), "no mandoc here")
    def test_lint(self):
        self.assertEqual("", subprocess.run(["mandoc", "-T", "lint", "-W", "style", PAGE], text=True, capture_output=True).stdout)

    def about(self, verb):
        """The macro lines of the list item of a verb."""
        return re.search(rf"^\.It Cm {verb}\b(.*?)(?=^\.It Cm [a-z]|^\.Sh )", self.page, re.M | re.S)[1]

    def test_verbs_and_flags(self):
        for verb in verbs():
            for flag in set(flags(verb)) - set(flags()):
                with self.subTest(verb=verb, flag=flag):
                    self.assertRegex(self.about(verb), rf"Fl -{flag[2:]}(?![\w-])")
                    self.assertRegex(self.page, rf"\n\.It.* Fl -{flag[2:]}( Ar [^\n]+)?\n")
        for flag in flags():
            self.assertIn(f"Fl -{flag[2:]}", self.page)

    def test_names_no_flag_that_there_is_not(self):
        known = {flag for verb in [None, *verbs()] for flag in flags(verb)} | {"--colour"}
        self.assertEqual(set(), {f"-{flag}" for flag in re.findall(r"Fl (-[\w-]*\w)", self.page)} - known)
        self.assertEqual(verbs(), re.findall(r"^\.It Cm ([a-z]+)", self.page.split(".Sh VERBS")[1].split("\n.Sh ")[0], re.M))

    def test_documents_name_no_flag_that_a_verb_does_not_have(self):
        known = {verb: set(flags(verb)) | {"--version"} for verb in verbs()}
        named = [(str(f.relative_to(ROOT)), *found) for pattern in DOCUMENTS for f in ROOT.glob(pattern) for found in named_flags(f.read_text())]
        self.assertIn((".github/ISSUE_TEMPLATE/fault.md", "analyze", "--stats"), named)
        self.assertEqual([], [found for found in named if found[2] not in known.get(found[1], known["analyze"])])

    def test_which_flags_are_named(self):
        self.assertEqual([("path", "--to"), ("path", "--by"), (None, "--long")], named_flags("`entente path CASE --to X --by D` --not, entente CASE.toml --long"))

    def test_statuses_of_diff(self):
        self.assertIn("exit statuses are those of diff(1)", self.about("diff").replace("\n", " "))

    def test_version(self):
        self.assertIn(f".Os entente {entente('--version').stdout.split()[1]}", self.page)


if __name__ == "__main__":
    main()
