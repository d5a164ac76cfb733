"""program_test BINARY ROOT - the program's verbs, flags and exit statuses, end to end."""
import json
import os
import pty
import resource
import subprocess
import tomllib
import unittest

from entente import BINARY, FIRST, PLAIN, ROOT, SECONDS, Test, answer, entente, flags, main, section, verbs

# 26 options that no rule ties: 2^26 states, past the budget of 2^24.
TOO_MANY = 'format = 1\ntitle = "Too many"\n[[party]]\nid = "a"\n' + "".join(f'[[party.option]]\nid = "o{i}"\n' for i in range(26))
FAULTY = "format = 1\n"
# 2^24 states, and somebody who wants something.
LARGE = TOO_MANY.replace('[[party.option]]\nid = "o25"\n', "").replace(
    '[[party.option]]\nid = "o24"\n', '[[party.preference]]\nstatement = "a.o1"\n')


class Wrong_usage(Test):
    def test_nearest_is_named(self):
        for words, near in [(["analize", FIRST], "did you mean 'analyze'?"), (["stats", FIRST], "did you mean 'states'?"),
                            (["settle", FIRST, "--jsno"], "did you mean '--json'?"), (["states", "--onyl=seq", FIRST], "did you mean '--only'?"),
                            (["states", "--only", "nahs", FIRST], "did you mean 'nash'?"), (["outlook", "--concept", "sqe", FIRST], "did you mean 'seq'?"),
                            (["--colr", "never", FIRST], "did you mean '--color'?"), (["--color", "alwys", FIRST], "did you mean 'always'?"),
                            (["explain", "unknown-opton"], "did you mean 'unknown-option'?"), (["completion", "bsh"], "did you mean 'bash'?"),
                            (["help", "setle"], "did you mean 'settle'?"),
                            (["histroy", FIRST], "did you mean 'history'?"), (["states", "--coalitons", FIRST], "did you mean '--coalitions'?"),
                            (["why", "--concept", "sqe", FIRST], "did you mean 'seq'?"), (["check", "--asof", "2014", FIRST], "did you mean '--as-of'?"),
                            (["--versoin"], "did you mean '--version'?")]:
            with self.subTest(words=words):
                self.assert_ends(entente(*words), 2, near)

    def test_what_is_missing_or_too_much(self):
        for words, err in [([], "A case or a verb is missing."), (["nothing"], "'nothing' is neither a verb nor a file"),
                           (["states"], "'states' needs a CASE"), (["analyze"], "'analyze' needs a CASE"), (["--json"], "'analyze' needs a CASE"),
                           (["completion"], "'completion' needs a SHELL"), (["why", FIRST, FIRST], "'why' takes one CASE, not 2"),
                           (["path", FIRST, "--to"], "--to needs a FORMULA"), (["path", FIRST, "--by"], "--by needs a DATE"),
                           (["path", FIRST, "--to", "a", "--to", "b"], "'path' takes one --to"), (["settle", "--csv", FIRST], "has no flag '--csv'"),
                           (["states", "--csv", "--json", FIRST], "--csv excludes --json"), (["new", "a", "b"], "'b' is one too many"),
                           (["check", "-", "-"], "only once"), (["schema", "x"], "VERB cannot be 'x'"), (["schema", "settle", "x"], "too many")]:
            with self.subTest(words=words):
                self.assert_ends(entente(*words), 2, err)
                self.assertTrue(entente(*words).stderr.startswith("entente: "))

    def test_no_word_crashes(self):
        for word in ["", "-", "--", "---", "-x", "-xyz", "--=", "--json=", "=", "[", "[a,b]", "{}", "%%", "\n", "é", "\x1b[31m", "x" * 100000]:
            for before in ([], ["states"], ["path", "--to"], ["--color"], ["explain"], ["help"]):
                with self.subTest(word=word[:20], before=before):
                    self.assertIn(entente(*before, word).returncode, (0, 1, 2))


class Help(Test):
    def test_every_verb_has_an_example(self):
        self.assertEqual(["analyze", "check", "audit", "states", "settle", "why", "outlook", "path", "history", "diff", "robust", "unlock", "sample", "links",
                          "report", "verify", "draw", "batch", "new", "import", "export", "serve", "cases", "schema", "explain", "completion", "help"], verbs())
        for verb in verbs():
            with self.subTest(verb=verb):
                done = entente(verb, "--help")
                self.assert_ends(done, 0)
                self.assertIn("entente ", section(done.stdout, "Examples"))
                self.assertIn("--help", flags(verb))
                self.assertEqual(done.stdout, entente("help", verb).stdout)
                self.assertEqual(done.stdout, entente(verb, "-h").stdout)
                self.assertLessEqual(max(map(len, done.stdout.splitlines())), 100)
                self.assertNotRegex(done.stdout, r"(?m)[^.][.?!]\.$")

    def test_program(self):
        self.assertEqual(entente("--help").stdout, entente("help").stdout)
        self.assertEqual(entente("--help").stdout, entente("-h").stdout)
        self.assertNotRegex(entente("--help").stdout, r"(?m)[^.][.?!]\.$")
        self.assertRegex(entente("--version").stdout, r"^entente \d+\.\d+\.\d+\n$")


class Answers(Test):
    def test_case_alone_is_analysed(self):
        done = entente("analyze", FIRST)
        self.assert_ends(done, 0)
        self.assertNotEqual("", done.stdout)
        for words in [[FIRST], ["--color", "never", FIRST], [FIRST, "--color=auto"], ["--", FIRST], ["analyze", "--", FIRST]]:
            self.assertEqual((0, done.stdout), (entente(*words).returncode, entente(*words).stdout), words)
        self.assertEqual(entente("analyze", FIRST, "--json").stdout, entente("--json", FIRST).stdout)
        self.assertGreater(len(entente(FIRST, "--long").stdout), len(done.stdout))

    def test_standard_input(self):
        text = (ROOT / FIRST).read_text()
        for verb in ["analyze", "states", "settle", "why", "outlook", "path", "history"]:
            with self.subTest(verb=verb):
                self.assertEqual(entente(verb, FIRST).stdout, entente(verb, "-", input=text).stdout)
        self.assertEqual(entente(FIRST).stdout, entente("-", input=text).stdout)
        self.assert_ends(entente("check", "-", input=FAULTY), 1, "<stdin>:1:")

    def test_json(self):
        for words in [["analyze"], ["settle"], ["outlook"], ["outlook", "--concept", "gmr"], ["path"], ["path", "--safe"], ["states", "--only", "nash"],
                      ["why"], ["why", "--all"], ["history"]]:
            with self.subTest(words=words):
                done = entente(*words, FIRST, "--json")
                self.assert_ends(done, 0)
                json.loads(done.stdout)

    def test_states(self):
        rows = entente("states", FIRST, "--csv").stdout.splitlines()
        few = entente("states", FIRST, "--csv", "--only", "seq").stdout.splitlines()
        self.assertTrue(rows[0].startswith("state,") and set(few) < set(rows))
        self.assertEqual(rows[:1], entente("states", FIRST, "--csv", "--where", "false").stdout.splitlines())
        self.assertEqual(len(rows) - 1, len(json.loads(entente("states", FIRST, "--json").stdout)))

    def test_cases_are_searched(self):
        self.assertEqual(["garrison", "lake-gisborne"], [c["name"] for c in answer("cases", "--search", "WATER canada")])
        self.assertEqual(["WATER AND ENVIRONMENT", "garrison", "lake-gisborne"], [line.split("  ")[0] for line in
                         entente("cases", "--search", "water Canada", env={"COLUMNS": "200"}).stdout.splitlines()])
        for words, name in [("pen knife", "bill-and-jack"), ("KENNEY", "bismarck-sea"), ("econometrica demand", "divide-the-dollar"), ("Moriarty", "holmes-moriarty")]:
            self.assertEqual([name], [c["name"] for c in answer("cases", "--search", words)])
        self.assert_ends(entente("cases", "--search", "ranking_evidence"), 1, "no case of the library has 'ranking_evidence'")
        self.assert_ends(entente("cases", "--search", "water xyzzy"), 1, "no case of the library has 'water xyzzy'")
        self.assertEqual(entente("cases", "--json").stdout, entente("cases", "--json", "--search", " ").stdout)

    def test_several_cases(self):
        alone = entente(FIRST).stdout
        done = entente(FIRST, FIRST)
        self.assertEqual(f"==> {FIRST} <==\n{alone}\n==> {FIRST} <==\n{alone}", done.stdout)
        bad = self.file("bad.toml", FAULTY)
        done = entente("analyze", bad, FIRST)
        self.assertEqual((1, f"==> {FIRST} <==\n{alone}"), (done.returncode, done.stdout))
        self.assertIn("bad.toml:1:", done.stderr)
        checked = entente("check", FIRST, bad, "no-such.toml", FIRST)
        self.assertEqual((1, 2), (checked.returncode, checked.stdout.count(FIRST)))
        self.assertIn("no-such.toml", checked.stderr)

    def test_sources(self):
        (self.folder / "nothing").mkdir()
        self.assertIn(entente("check", FIRST, "--sources", str(self.folder / "nothing")).returncode, (0, 1))

    def test_every_code_is_explained(self):
        codes = entente("explain").stdout.split()
        self.assertIn("unknown-option", codes)
        for code in codes:
            with self.subTest(code=code):
                self.assert_ends(entente("explain", code), 0)


class Faults(Test):
    def test_files(self):
        for name, err in [("no-such.toml", "No such file"), (str(self.folder), "Is a directory"), ("/dev/null/x", "Not a directory")]:
            for verb in ["analyze", "check", "settle"]:
                with self.subTest(name=name, verb=verb):
                    self.assert_ends(entente(verb, name), 1, f"entente: cannot read '{name}': {err}")
        self.assert_ends(entente("no-such.toml"), 1, "No such file")

    def test_too_large(self):
        self.assert_ends(entente("check", "/dev/zero"), 1)
        self.assert_ends(entente("check", self.file("large.toml", "#" * (4 << 20) + "\n")), 1, "[too-large]")

    def test_case_and_formula(self):
        bad = self.file("bad.toml", FAULTY)
        for verb in ["analyze", "check", "states", "settle", "why", "outlook", "path", "history"]:
            with self.subTest(verb=verb):
                self.assert_ends(entente(verb, bad), 1, "bad.toml:1:")
        self.assert_ends(entente("states", FIRST, "--where", "japan.tlaks"), 1, "did you mean")
        self.assert_ends(entente("path", FIRST, "--to", "japan."), 1, "--to:1:")
        self.assert_ends(entente("path", FIRST, "--from", "false"), 1, "--from")
        self.assert_ends(entente("path", FIRST, "--by", "2018-13"), 1, "--by")

    def test_budget(self):
        many = self.file("many.toml", TOO_MANY)
        for verb in ["analyze", "states", "settle", "why", "path", "outlook"]:
            with self.subTest(verb=verb):
                self.assert_ends(entente(verb, many, "--engine", "explicit"), 3, "67,108,864")
                self.assertEqual(0, entente(verb, many).returncode)
        for verb in ["history", "robust"]:
            with self.subTest(verb=verb):
                self.assert_ends(entente(verb, many), 3, "67,108,864")
        self.assertIn("26 options, 67,108,864 states", entente("check", many).stdout)
        self.assertEqual(1, entente("check", many, self.file("bad.toml", FAULTY)).returncode)


    def test_what_ends_one_answer_leaves_the_others(self):
        """Lack of memory is thrown as a fault of the program would be."""
        little = {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))}
        if entente("--version", **little).returncode != 0:
            self.skipTest("a sanitizer needs more addresses than any limit")
        done = entente(self.file("large.toml", LARGE), "cases/elmira.toml", **little)
        self.assertEqual(3, done.returncode)
        self.assertIn("==> cases/elmira.toml <==", done.stdout)
        self.assertIn("ELMIRA", done.stdout.upper())
        self.assertRegex(done.stderr, r"large\.toml: there is not enough memory for this\n")


class Writing(Test):
    def test_full_disk(self):
        for words in [[FIRST], ["states", FIRST, "--csv"], ["check", FIRST], ["--help"], ["--version"], ["new"], ["schema"], ["explain"], ["completion", "zsh"],
                      ["why", FIRST], ["history", FIRST], ["cases"], ["cases", "elmira"]]:
            with self.subTest(words=words), open("/dev/full", "w") as full:
                done = entente(*words, stdout=full)
                self.assertEqual((1, "entente: cannot write to standard output: No space left on device\n"), (done.returncode, done.stderr))

    def test_closed_pipe(self):
        program = subprocess.Popen([BINARY, "states", FIRST, "--csv"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
        program.stdout.readline()
        program.stdout.close()
        self.assertEqual("", program.stderr.read())  # whoever read it wanted no more
        program.stderr.close()
        self.assertEqual(1, program.wait(SECONDS))

    def test_closed_streams(self):
        for closing, status in [(">&-", 1), ("2>&-", 0), ("<&-", 0), (">&- 2>&-", 1), (">&- 2>&- <&-", 1)]:
            with self.subTest(closing=closing):
                self.assertEqual(status, subprocess.run(["sh", "-c", f'"$0" "$1" {closing}', BINARY, FIRST], cwd=ROOT, capture_output=True).returncode)
        new = self.folder / "new.toml"
        subprocess.run(["sh", "-c", '"$0" new "$1" <&- >&- 2>&-', BINARY, new], check=True)
        self.assertEqual(entente("new").stdout, new.read_text())

    def test_new(self):
        name = str(self.folder / "my.toml")
        done = entente("new", name)
        self.assertEqual((0, ""), (done.returncode, done.stdout))
        self.assert_ends(entente("check", name), 0)
        self.assert_ends(entente(name), 0)
        text = (self.folder / "my.toml").read_text()
        self.assertEqual([text] * 2, [entente("new").stdout, entente("new", "-").stdout])
        self.assertEqual(["my.toml"], os.listdir(self.folder))
        self.assertEqual(os.stat(self.file("usual", "")).st_mode, os.stat(name).st_mode)

    def test_new_from_a_template(self):
        """Each reads well at once: under 60 lines, without warnings, told whole, and with settlements that all accept."""
        folder = ROOT / "cases" / "templates"
        names = sorted(path.stem for path in folder.glob("*.toml"))
        self.assertEqual(["classroom", "market", "money", "project", "treaty"], names)
        for name in names:
            with self.subTest(template=name):
                made = str(self.folder / f"{name}.toml")
                self.assert_ends(entente("new", "--from", name, made), 0, "A case to start from is in")
                text = (self.folder / f"{name}.toml").read_text()
                self.assertEqual([(folder / f"{name}.toml").read_text()] * 2, [text, entente("new", "--from", name).stdout])
                self.assertTrue(text.startswith(f"# {name} - ") and len(text.splitlines()) < 60 and max(map(len, text.splitlines())) <= 120)
                self.assert_ends(entente("check", "--strict", made), 0)
                brief = json.loads(entente("analyze", "--json", made).stdout)
                self.assertTrue(brief["settlement"]["zone"])
        self.assert_ends(entente("new", "--from", "tretay"), 2, "did you mean 'treaty'")

    def test_new_never_overwrites(self):
        mine = self.file("mine.toml", "mine")
        os.symlink("nowhere", self.folder / "dangling")
        for name in [mine, str(self.folder), str(self.folder / "dangling")]:
            self.assert_ends(entente("new", name), 1, "is there already")
        self.assert_ends(entente("new", str(self.folder / "no" / "my.toml")), 1, "No such file")
        self.assertEqual((["dangling", "mine.toml"], "mine"), (sorted(os.listdir(self.folder)), (self.folder / "mine.toml").read_text()))


class Looks(Test):
    def on_terminal(self, *words, **env):
        """What it prints on a terminal of 60 columns."""
        ours, its = pty.openpty()
        subprocess.run(["stty", "cols", "60", "-onlcr"], stdin=its, check=True)
        program = subprocess.Popen([BINARY, *words], stdout=its, stderr=its, cwd=ROOT, env={**PLAIN, "TERM": "xterm", **env})
        os.close(its)
        printed = b""
        while True:
            try:
                piece = os.read(ours, 1 << 16)
            except OSError:                     # how Linux says that the other end is closed
                piece = b""
            if not piece:
                break
            printed += piece
        os.close(ours)
        program.wait(SECONDS)
        return printed.decode()

    def test_colour(self):
        self.assertNotIn("\x1b", entente(FIRST).stdout)
        self.assertIn("\x1b", entente(FIRST, "--color", "always").stdout)
        self.assertIn("\x1b", entente(FIRST, "--color=always", env={"NO_COLOR": "1"}).stdout)
        self.assertIn("\x1b", self.on_terminal(FIRST))
        for words, env in [([FIRST], {"NO_COLOR": "1"}), ([FIRST], {"TERM": "dumb"}), ([FIRST, "--color", "never"], {})]:
            self.assertNotIn("\x1b", self.on_terminal(*words, **env))
        bad = self.file("bad.toml", FAULTY)
        self.assertNotIn("\x1b", entente("check", bad).stderr)
        self.assertIn("\x1b", entente("check", bad, "--colour", "always").stderr)

    def test_width(self):
        def widest(text):
            return max(map(len, text.splitlines()))
        self.assertTrue(80 < widest(entente(FIRST).stdout) <= 100)
        self.assertLessEqual(widest(entente(FIRST, env={"COLUMNS": "72"}).stdout), 72)
        self.assertLessEqual(widest(self.on_terminal(FIRST, "--color", "never")), 60)
        for strange in ["", "0", "-1", "x", "80x", "99999999999999999999"]:
            self.assertEqual(entente(FIRST).stdout, entente(FIRST, env={"COLUMNS": strange}).stdout)


class Schema(Test):
    def test_cases_are_valid(self):
        from jsonschema import Draft202012Validator as Validator
        schema = json.loads(entente("schema").stdout)
        Validator.check_schema(schema)
        texts = [entente("new").stdout] + [path.read_text() for path in sorted((ROOT / "cases").glob("**/*.toml"))]
        for text in texts:
            Validator(schema).validate(json.loads(json.dumps(tomllib.loads(text), default=str)))
        for wrong in [{}, {"format": 2, "title": "x", "party": [{"id": "a"}]}, {"format": 1, "title": "x", "party": [{"id": "a"}], "titel": "y"}]:
            self.assertFalse(Validator(schema).is_valid(wrong))


if __name__ == "__main__":
    main()
