"""files_test BINARY ROOT - the library of cases, import from GMCR+, and certificates: what is read, printed and written."""
import json
import os
import re
import subprocess
import sys
import tomllib

from entente import FIRST, ROOT, Test, entente, main, many_parties

LIBRARY = {path.stem: path.read_text() for path in (ROOT / "cases").glob("*.toml")}

CONFLICT = {
    "decisionMakers": [{"name": "North", "options": [0, 1], "preferences": [[[2, "Y"]], {"members": [[[0, "Y"], [1, "N"]], [[1, "Y"]]]}]},
                       {"name": "The \"South\"", "options": [2], "preferences": []}],
    "options": [{"name": "Sign", "permittedDirection": "both"}, {"name": "Build", "permittedDirection": "fwd"},
                {"name": "Pay", "permittedDirection": "back"}],
    "infeasibles": [[[1, "Y"], [2, "N"]]],
}


OLD = '{"proof":"entente-proof/1","case":"of before"}\n'


class Cases(Test):
    def test_list(self):
        done = entente("cases", env={"COLUMNS": "200"})
        self.assert_ends(done, 0, "")
        *blocks, last = done.stdout.split("\n\n")
        self.assertIn("--game N, from 1 to 78", last)
        groups = {head: dict(line.split(None, 1) for line in lines) for head, *lines in (block.splitlines() for block in blocks)}
        self.assertEqual(sorted(groups), list(groups))
        for listed in groups.values():
            self.assertEqual(sorted(listed), list(listed))
        first_lines = {name: text.splitlines()[:3] for name, text in LIBRARY.items()}
        self.assertEqual({name: [f"# {name} - {line}", f"# Group: {head}", "#"] for head, lines in groups.items() for name, line in lines.items()},
                         {name: [line, group[:9] + group[9:].upper(), mark] for name, (line, group, mark) in first_lines.items()})
        self.assertLessEqual(max(map(len, entente("cases", env={"COLUMNS": "72"}).stdout.splitlines())), 72)

    def test_there_are_as_many_as_the_readme_lists(self):
        """By the same groups, in the same order; with the games by number, which count as one, 40 at least."""
        self.assertGreaterEqual(len(LIBRARY) + 1, 40)
        told, group = [], None
        for line in (ROOT / "cases/README.md").read_text().splitlines():
            group = line[3:] if line.startswith("## ") else group
            name = re.match(r"\| \[([\w-]+)\]\(\1\.toml\) \|", line)
            told += [(group, name[1])] if name else []
        self.assertEqual([(c["group"], c["name"]) for c in json.loads(entente("cases", "--json").stdout)], told)

    def test_one(self):
        for name, text in LIBRARY.items():
            with self.subTest(name=name):
                done = entente("cases", name)
                self.assert_ends(done, 0, "")
                self.assertEqual(text, done.stdout)
                self.assert_ends(entente("check", "-", input=text, cwd=ROOT / "cases"), 0)

    def test_misspelt(self):
        for name, near in [("elmra", "elmira"), ("northern-teritories", "northern-territories"), ("garison", "garrison")]:
            self.assert_ends(entente("cases", name), 2, f"did you mean '{near}'?")
        self.assertEqual(entente("cases", "elmira").stdout, entente("cases", "Elmira").stdout)
        far = entente("cases", "nothing-like-it")
        self.assert_ends(far, 2, "'nothing-like-it'")
        self.assertNotIn("did you mean", far.stderr)
        self.assertIn("See 'entente cases --help'", far.stderr)
        self.assert_ends(entente("cases", "elmira", "garrison"), 2, "'garrison' is one too many")
        self.assert_ends(entente("cases", ""), 2)


class Import(Test):
    def conflict(self, **changes):
        return self.file("lake.gmcr", json.dumps({**CONFLICT, **changes}))

    def test_made_case(self):
        done = entente("import", self.conflict())
        self.assertEqual(0, done.returncode, done.stderr)
        case = tomllib.loads(done.stdout)
        north, south = case["party"]
        self.assertEqual(["lake", "North", 'The "South"'], [case["title"], north["name"], south["name"]])
        self.assertEqual([("sign", "free"), ("build", "forward")], [(option["id"], option.get("moves", "free")) for option in north["option"]])
        self.assertEqual("backward", south["option"][0]["moves"])
        pay = f'{south["id"]}.pay'
        self.assertEqual([pay, "north.sign and not north.build or north.build"], [wish["statement"] for wish in north["preference"]])
        self.assertEqual([{"forbid": f"north.build and not {pay}"}], case["rule"])
        self.assertEqual({"no"}, {option["status_quo"] for party in case["party"] for option in party["option"]})
        self.assert_ends(entente("check", "-", input=done.stdout), 0, "")
        self.assert_ends(entente("-", input=done.stdout), 0)

    def test_what_it_could_not_take(self):
        done = entente("import", self.conflict(coalitions=[[0, 1]]))
        notes = [line.partition("lake.gmcr: note: ")[2] for line in done.stderr.splitlines()]
        self.assertEqual(2, len(notes))
        self.assertIn("status quo", notes[0])
        self.assertIn("coalitions", notes[1])
        for note in notes:
            self.assertIn(f"# - {note}\n", done.stdout)

    def test_direct_ranking(self):
        # GMCR+ numbers the states with the first option least significant: 1 -, 2 sign, 3 pay, 4 both.
        makers = [{"name": "North", "options": [0], "preferenceRanking": [4, 2, [1, 3]]},
                  {"name": "South", "options": [1], "preferenceRanking": [3, 1]}]
        options = [{"name": "Sign", "permittedDirection": "both"}, {"name": "Pay", "permittedDirection": "both"}]
        done = entente("import", self.conflict(decisionMakers=makers, options=options, infeasibles=[], useManualPreferenceRanking=True))
        self.assertIn('The ranking of "South" leaves states out; they are its worst.', done.stderr)
        states = json.loads(entente("states", "-", "--json", input=done.stdout).stdout)
        ranks = {(s["north.sign"], s["south.pay"]): (s["rank:north"], s["rank:south"]) for s in states}
        self.assertEqual({("no", "no"): (3, 2), ("yes", "no"): (2, 3), ("no", "yes"): (3, 1), ("yes", "yes"): (1, 3)}, ranks)

    def test_where_it_goes(self):
        lake, made = self.conflict(), self.folder / "lake.toml"
        text = entente("import", lake).stdout
        for flag in ["-o", "--output"]:
            done = entente("import", lake, flag, str(made))
            self.assertEqual((0, "", text), (done.returncode, done.stdout, made.read_text()))
            self.assert_ends(entente("import", lake, flag, str(made)), 1, f"'{made}' is there already")
            self.assertEqual(text, made.read_text())
            made.unlink()
        self.assertEqual(text, entente("import", lake, "-o", "-").stdout)
        self.assertEqual(text.replace('"lake"', '"A conflict of GMCR+"'), entente("import", "-", input=json.dumps(CONFLICT)).stdout)
        self.assert_ends(entente("import", lake, "-o", str(self.folder / "no" / "lake.toml")), 1, "No such file")
        self.assertEqual(["lake.gmcr"], os.listdir(self.folder))

    def test_no_conflict(self):
        made = str(self.folder / "made.toml")
        for text, err in [("", "the file is empty; import reads a conflict that GMCR+ saved (.gmcr), a table of states (.csv), a game in normal"),
                          ("format = 1\n[[party]]", "the file is a case already, which needs no import; import reads"), ("x", "the file is text of no kind that is known;"),
                          ("<a/>", "the file is XML or HTML;"), ("PK\3\4", "the file is a zip archive"), ("%PDF-1.4", "the file is a PDF;"), ("a\0", "the file is no text;"),
                          ('{"a":\n  [1, 2\n', "the file is JSON that ends early, at line 2, column 8; import reads"),
                          ('{"é": 1,\n "b" 2}', "the file is JSON that is broken, at line 2, column 6; import reads"), ("[]", "this is no file of GMCR+"),
                          ("{}", "this is no file of GMCR+: it needs lists 'decisionMakers' and 'options'"),
                          ('{"decisionMakers": [], "options": []}', "the conflict has no decision maker"),
                          ("[" * 100000, "the file is JSON that ends early, at line 1, column 100001"),
                          (json.dumps({**CONFLICT, "infeasibles": [[[0, "Y"]], [[0, "N"]]]}), "its infeasible patterns leave no state")]:
            with self.subTest(text=text[:40]):
                self.assert_ends(entente("import", self.file("bad.gmcr", text), "-o", made), 1, f"bad.gmcr: error: {err}")
                self.assertFalse(os.path.exists(made))
        self.assert_ends(entente("import", "no-such.gmcr"), 1, "entente: cannot read 'no-such.gmcr': No such file")
        self.assert_ends(entente("import"), 2, "'import' needs a FILE")
        self.assert_ends(entente("import", self.conflict(), "-o"), 2, "--output needs a FILE")
        self.assert_ends(entente("new", "-o", made), 2, "'new' has no flag '-o'")


class Proof(Test):
    def verified(self, proof):
        return subprocess.run([sys.executable, ROOT / "tools" / "verify", ROOT / FIRST, proof], capture_output=True, text=True).returncode == 0

    def test_is_written_beside_the_answer(self):
        proof = self.folder / "first.proof"
        for words in [[], ["--json"], ["--long"]]:
            done = entente("analyze", FIRST, *words, "--proof", str(proof))
            self.assert_ends(done, 0, "")
            self.assertEqual(entente("analyze", FIRST, *words).stdout, done.stdout)
            self.assertTrue(self.verified(proof))
            self.assertEqual(["first.proof"], os.listdir(self.folder))
        self.assertEqual(os.stat(self.file("usual", "")).st_mode, os.stat(proof).st_mode)
        self.assertEqual(entente(FIRST).stdout, entente(FIRST, f"--proof={proof}").stdout)

    def test_takes_the_place_of_another_once_whole(self):
        proof, other, link = (self.folder / name for name in ("first.proof", "other", "link"))
        proof.write_text(OLD)
        os.link(proof, other)
        os.symlink(proof.name, link)
        self.assert_ends(entente(FIRST, "--proof", str(proof)), 0)
        self.assertEqual(OLD, other.read_text())      # renamed over the name, not written into the file
        whole = proof.read_text()
        self.assertTrue(self.verified(proof))
        proof.write_text(OLD)
        self.assert_ends(entente(FIRST, "--proof", str(link)), 0)
        self.assertTrue(link.is_symlink())
        self.assertEqual(whole, proof.read_text())
        self.assertEqual(["first.proof", "link", "other"], sorted(os.listdir(self.folder)))

    def test_nothing_is_written_where_there_is_no_answer(self):
        proof = self.folder / "old.proof"
        proof.write_text(OLD)
        for text, status in [("format = 1\n", 1), (many_parties(26), 3)]:
            case = self.file("case.toml", text)
            for name in [proof, self.folder / "new.proof"]:
                self.assert_ends(entente("analyze", case, "--proof", str(name)), status)
        self.assertEqual(OLD, proof.read_text())
        self.assertEqual(["case.toml", "old.proof"], sorted(os.listdir(self.folder)))

    def test_cannot_be_written(self):
        for name, err in [(self.folder / "no" / "p", "No such file"), (self.folder, "Is a directory"), ("/dev/full", "No space left")]:
            done = entente(FIRST, "--proof", str(name))
            self.assertEqual((1, entente(FIRST).stdout), (done.returncode, done.stdout))
            self.assertIn(f"entente: cannot write '{name}': {err}", done.stderr)
        self.assertEqual([], os.listdir(self.folder))

    def test_what_it_does_not_go_with(self):
        proof = str(self.folder / "p")
        self.assert_ends(entente(FIRST, "--proof", proof, "--as-of", "2014"), 2, "without --as-of")
        self.assert_ends(entente("analyze", "--as-of", "2014", "--proof", proof, FIRST), 2, "without --as-of")
        self.assert_ends(entente(FIRST, FIRST, "--proof", proof), 2, "one case at a time")
        self.assert_ends(entente(FIRST, "--proof"), 2, "--proof needs a FILE")
        self.assert_ends(entente("states", FIRST, "--proof", proof), 2, "'states' has no flag '--proof'")
        self.assertEqual([], os.listdir(self.folder))


if __name__ == "__main__":
    main()
