"""exchange_test.py BINARY ROOT - import and export: which kind a file is, folders, tables of states with their transitions, and round trips."""
import csv
import io
import itertools
import json
import os
import re
import tomllib

from entente import ROOT, Test, answer, entente, main

DILEMMA, MOVES = re.findall(r"^```csv\n(.*?)^```", (ROOT / "docs/exchange.md").read_text(), re.M | re.S)[:2]
LAKE = json.dumps({"decisionMakers": [{"name": "North", "options": [0], "preferences": []}], "options": [{"name": "Sign", "permittedDirection": "both"}], "infeasibles": []})
READ = ("import reads a conflict that GMCR+ saved (.gmcr), a table of states (.csv), a game in normal form as Gambit saves it (.nfg), "
        "a negotiation domain of GENIUS with the profiles of its parties (.xml), a negotiation of GeniusWeb, the profiles of its parties (.json), "
        "a negotiation of NegoLog, the profiles of its parties (.json), a table of events of GDELT (.csv, by tabs), or a table of events of ACLED (.csv)")
ALONE = 'format = 1\ntitle = "A"\n[[party]]\nid = "a"\n[[party.option]]\nid = "o"\n[[party]]\nid = "b"\n[[party.option]]\nid = "o"\n'
CONCEPTS = ["nash", "gmr", "smr", "seq", "sseq"]


def states(*words, **kinds):
    return list(csv.DictReader(io.StringIO(entente("states", *words, "--csv", **kinds).stdout)))


class Kinds(Test):
    def test_are_told_by_content(self):
        for name, text, title in [("a", DILEMMA, "A table of states"), ("b.toml", LAKE, "A conflict of GMCR+"), ("c.gmcr", DILEMMA, "A table of states")]:
            done = entente("import", self.file(name, text))
            self.assert_ends(done, 0)
            self.assertTrue(done.stdout.startswith(f"# {title}, carried over.\n"))
        for text, what in [(b"", "the file is empty"), (b"<a/>", "the file is XML or HTML"), (b"So it goes.", "the file is text of no kind that is known"),
                           (b"\xff\xfea\0.\0x\0", "the file is text in UTF-16, which has to be saved as UTF-8"), (b"\xe4.x\n1\n", "the file is no text in UTF-8, as which it has to be saved"),
                           (b"format = 1\n", "the file is a case already, which needs no import"), (b"a\0", "the file is no text")]:
            (self.folder / "d").write_bytes(text)
            self.assert_ends(entente("import", str(self.folder / "d")), 1, f"d: error: {what}; {READ}\n")

    def test_are_named(self):
        table, lake = self.file("dilemma.csv", DILEMMA), self.file("lake.gmcr", LAKE)
        self.assertEqual(entente("import", table).stdout, entente("import", table, "--as", "TABLE").stdout)
        self.assert_ends(entente("import", table, "--as", "gmcr"), 1, "import reads the JSON that GMCR+ saves (.gmcr)")
        self.assert_ends(entente("import", lake, "--as", "table"), 1, "lake.gmcr:1:2: error: a quote stands in a cell that does not begin with one")
        self.assert_ends(entente("import", table, "--as", "tables"), 2, "did you mean 'table'?")
        self.assert_ends(entente("import", lake, "--transitions", table), 1, "--transitions goes with a table of states")

    def test_one_file_or_one_kind(self):
        table, lake = self.file("dilemma.csv", DILEMMA), self.file("lake.gmcr", LAKE)
        self.assert_ends(entente("import", table, table), 1, "dilemma.csv: error: this is a second file; a table of states (.csv) is one file alone")
        self.assert_ends(entente("import", table, lake), 1, "lake.gmcr: error: this is a conflict that GMCR+ saved (.gmcr), and '")
        self.assert_ends(entente("import", "-", "-", input=DILEMMA), 2, "Standard input can be read only once.")
        self.assert_ends(entente("import", "-", "--transitions", "-", input=DILEMMA), 2, "Standard input can be read only once.")

    def test_folders(self):
        self.file("b.csv", DILEMMA)
        self.file("a.txt", "So it goes.")
        self.file(".hidden.csv", DILEMMA)
        (self.folder / "c").mkdir()
        done = entente("import", str(self.folder))
        self.assertEqual((0, f"{self.folder}/a.txt: note: this is of no kind that is meant, and was left out\n"), (done.returncode, done.stderr))
        self.assertEqual(entente("import", f"{self.folder}/b.csv").stdout, done.stdout)
        self.assert_ends(entente("import", str(self.folder), "--as", "gmcr"), 1, f"import: error: there is no file to make a case of; {READ}")
        self.assert_ends(entente("import", str(self.folder), f"{self.folder}/b.csv"), 1, "is a folder; name it alone, or files")
        self.assert_ends(entente("import", f"{self.folder}/c"), 1, "there is no file to make a case of")
        self.file("d.gmcr", LAKE)
        self.assert_ends(entente("import", str(self.folder)), 1, "a case is made of files of one kind")
        self.assertEqual(done.stdout, entente("import", str(self.folder), "--as", "table").stdout)
        for n in range(260):
            self.file(f"n{n}", "")
        self.assert_ends(entente("import", str(self.folder)), 1, "has more than 256 files")

    def test_nothing_is_written_but_a_case(self):
        made = self.folder / "made.toml"
        bad = self.file("bad.csv", "a.x,rank:a\n0,one\n")
        self.assert_ends(entente("import", bad, "-o", str(made)), 1, "bad.csv:2:3: error: 'one' is no number [table-cell]\n")
        table = self.file("dilemma.csv", DILEMMA)
        self.assert_ends(entente("import", table, "--transitions", self.file("m.csv", "party,from,to\nfirst,1,3\n"), "-o", str(made)), 1, "m.csv:2:9: error: this changes second.confess")
        self.assertFalse(made.exists())
        self.assert_ends(entente("import", table, "--transitions", str(made)), 1, "No such file")
        self.assert_ends(entente("import", table, "--transitions", bad, "-o", bad), 2, "would write over")
        self.assert_ends(entente("import", table, "-o", str(made)), 0, "")
        self.assert_ends(entente("import", table, "-o", str(made)), 1, "is there already")


class Tables(Test):
    def test_of_the_document(self):
        case = entente("import", self.file("dilemma.csv", DILEMMA))
        self.assert_ends(case, 0, "")
        self.assert_ends(entente("check", "-", input=case.stdout), 0, "")
        rows = {row["id"]: row for row in states("-", input=case.stdout)}
        self.assertEqual({"both-silent", "first-talks", "second-talks", "both-talk"}, set(rows))
        self.assertEqual([("1", "1")], [(row["nash"], row["seq"]) for name, row in rows.items() if name == "both-talk"])
        self.assertEqual([("0", "1")], [(row["nash"], row["seq"]) for name, row in rows.items() if name == "both-silent"])
        self.assertEqual(["first", "second"], [party["id"] for party in tomllib.loads(case.stdout)["party"]])
        self.assertEqual({"first.confess": "no", "second.confess": "no"}, answer("why", "-", input=case.stdout)["options"])

    def test_of_gambit(self):
        game, = re.findall(r"^```text\n(NFG .*?)^```", (ROOT / "docs/exchange.md").read_text(), re.M | re.S)
        case = entente("import", self.file("game.nfg", game))
        self.assert_ends(case, 0, "note: Of the payoffs their order is carried over")
        self.assert_ends(entente("check", "-", input=case.stdout), 0, "")
        rows = states("-", input=case.stdout)
        self.assertEqual({("keeps-left", "keeps-left"), ("keeps-right", "keeps-right")},
                         {(row["one.strategy"], row["two.strategy"]) for row in rows if row["nash"] == "1"})
        self.assert_ends(entente("import", self.file("cut.nfg", game[:-4])), 1, "cut.nfg:")

    def test_written_for_gambit(self):
        done = entente("export", "cases/prisoners-dilemma.toml", "--as", "nfg")
        self.assert_ends(done, 0, "note: Where it stands is left out: a game has no status quo.")
        self.assertEqual('NFG 1 R "The prisoner\'s dilemma" { "one" "two" }\n{ { "no" "yes" } { "no" "yes" } }\n\n1 1\n0 3\n3 0\n2 2\n', done.stdout)
        for case, why in [(self.file("c.toml", ALONE + '[[party.option]]\nid = "p"\n'), "the party 'b' has 2 options, and in a game in normal form each player has one choice"),
                          ("cases/elmira.toml", "the party 'ministry' may not change its option as it likes"), ("cases/north-korea-pressure.toml", "the case has joint acts"),
                          (self.file("a.toml", ALONE + 'moves = "forward"\n'), "may not change its option as it likes"),
                          (self.file("b.toml", ALONE + '[[rule]]\nforbid = "a.o and b.o"\n'), "the rules forbid some combinations")]:
            refused = entente("export", case, "--as", "nfg")
            self.assert_ends(refused, 1, why)
        self.assert_ends(entente("export", "cases/prisoners-dilemma.toml", "--as", "nfg", "--transitions", str(self.folder / "x.csv")), 1, "--transitions goes with a table of states")
        self.assert_ends(entente("export", "cases/prisoners-dilemma.toml", "--as", "efg"), 2, "did you mean 'nfg'?")

    def test_games_come_back_from_gambit(self):
        columns = [f"rank:{party}" for party in ("row", "column")] + CONCEPTS
        for number in range(1, 79):
            game = self.file(f"{number}.toml", entente("cases", "--game", str(number)).stdout)
            back = entente("import", self.file(f"{number}.nfg", entente("export", game, "--as", "nfg").stdout))
            self.assertEqual([[row[c] for c in columns] for row in states(game)], [[row[c] for c in columns] for row in states("-", input=back.stdout)], number)
        # three parties, of which one has no choice and one has three courses
        game = self.file("three.toml", ALONE + """values = ["x", "y", "z"]
[[party.preference]]
statement = "b.o = y and a.o"
[[party]]
id = "c"
ranking = ["b.o = z", "a.o", "true"]
""")
        back = entente("import", self.file("three.nfg", entente("export", game, "--as", "nfg").stdout))
        self.assert_ends(back, 0, 'so this has no option: "c".')
        columns = ["rank:a", "rank:b", "rank:c"] + CONCEPTS
        self.assertEqual([[row[c] for c in columns] for row in states(game)], [[row[c] for c in columns] for row in states("-", input=back.stdout)])

    def test_of_a_game_in_normal_form(self):
        """docs/coming-from.md: its cells as rows, and what it says of the strict games."""
        game, = re.findall(r"^```csv\n(.*?)^```", (ROOT / "docs/coming-from.md").read_text(), re.M | re.S)
        case = entente("import", self.file("game.csv", game))
        self.assert_ends(case, 0)
        rows = states("-", input=case.stdout)
        self.assertEqual([("no", "no"), ("yes", "yes")], [(row["row.up"], row["column.left"]) for row in rows if row["nash"] == "1"])
        self.assertIn('title = "The prisoner\'s dilemma', entente("cases", "--game", "57").stdout)
        games = [states("-", input=entente("cases", "--game", str(n)).stdout) for n in range(1, 79)]
        without = [rows for rows in games if not any(row["nash"] == "1" for row in rows)]
        self.assertEqual(9, len(without))
        self.assertTrue(all(any(row["seq"] == "1" for row in rows) for rows in without))

    def test_of_the_document_with_transitions(self):
        case = tomllib.loads(entente("import", self.file("dilemma.csv", DILEMMA), "--transitions", self.file("moves.csv", MOVES)).stdout)
        first, second = case["party"]
        self.assertEqual([{"from": "both-silent", "to": "first-talks"}, {"from": "second-talks", "to": "both-talk"}], first["move"])
        self.assertEqual([{"from": "both-silent", "to": "second-talks"}], second["move"])

    def test_names_and_notes(self):
        text = 'North Korea.Test a bomb;rank:North Korea;South.offer;payoff:South\r\nY;1;none;-0.5\r\nN;1;"all, or nothing";2\r\n'
        done = entente("import", self.file("a.csv", text))
        case = tomllib.loads(done.stdout)
        self.assertEqual([("north-korea", "North Korea"), ("South", None)], [(party["id"], party.get("name")) for party in case["party"]])
        self.assertEqual(("test-a-bomb", "Test a bomb", "yes"), tuple(case["party"][0]["option"][0][key] for key in ("id", "name", "status_quo")))
        self.assertEqual(["none", "all-or-nothing"], case["party"][1]["option"][0]["values"])
        self.assertEqual([["true"], ["not north-korea.test-a-bomb and South.offer = all-or-nothing", "true"]], [party["ranking"] for party in case["party"]])
        notes = [line.partition("a.csv: note: ")[2] for line in done.stderr.splitlines()]
        self.assertEqual(3, len(notes))
        for note in notes:
            self.assertIn(f"# - {note}\n", done.stdout)
        self.assert_ends(entente("check", "-", input=done.stdout), 0, "")

    def test_hostile_tables(self):
        heads = ",".join(f"p{k % 30}.o{k}" for k in range(60))
        for text in ["a.x" + "," * 5000, "a.x\n" + "\n" * 4000000, "a.x\n" + '"' * 100001, "a.x\n" + "0," * 2000000, "a.x,b." + "y" * 3000000 + "\n1,1\n", heads + "\n" + ",".join("-" * 60),
                     "\0", "a.x\n\0", "a.x\n\udcff", "a.\x1b[31m\n0\n", "rank:" + "a" * 4000000, "a.x,rank:a\n0,1e999999999\n", "a.x,rank:a\n0," + "9" * 5000]:
            with self.subTest(text=text[:30]):
                done = entente("import", "-", input=text, errors="surrogateescape")
                self.assertIn(done.returncode, (0, 1))
                self.assertTrue(done.returncode == 0 or (done.stdout == "" and "error: " in done.stderr), done.stderr)
                self.assertNotIn("\x1b", done.stderr)


class Export(Test):
    def test_library_goes_round(self):
        tried = 0
        for case in sorted(f for f in (ROOT / "cases").rglob("*.toml") if b"[[include]]" not in f.read_bytes()):
            if "[[joint]]" in case.read_text():
                continue
            with self.subTest(case=case.name):
                table, moves, made = (str(self.folder / f"{case.stem}-{case.parent.name}.{end}") for end in ("csv", "moves.csv", "toml"))
                self.assert_ends(entente("export", case, "--as", "table", "-o", table, "--transitions", moves), 0)
                self.assert_ends(entente("import", table, "--transitions", moves, "-o", made), 0, "")
                self.assert_ends(entente("check", made), 0, "")
                before, after = states(case), states(made)
                options = [name for name in before[0] if "." in name]
                same = [name for name in before[0] if name.split(":")[0] in ("rank", *CONCEPTS)]
                said = [{tuple(row[name] for name in options): [row[name] for name in same] for row in rows} for rows in (before, after)]
                self.assertEqual(*said)
                now = [answer("why", file)["options"] for file in (case, made)]
                self.assertEqual(*now)
                tried += 1
        self.assertGreater(tried, 8)

    def test_conflicts_come_back_from_gmcr(self):
        tried = 0
        for case in sorted(f for f in (ROOT / "cases").glob("*.toml") if b"[[include]]" not in f.read_bytes()) + sorted((ROOT / "cases/templates").glob("*.toml")):
            done = entente("export", case, "--as", "gmcr")
            if "[[joint]]" in case.read_text():
                self.assert_ends(done, 1, "the case has joint acts, and in GMCR+ each decision maker acts alone")
                continue
            self.assert_ends(done, 0, "note: Where it stands is left out: GMCR+ knows no status quo.")
            back = entente("import", self.file("back.gmcr", done.stdout))
            self.assert_ends(back, 0)
            said = [answer("analyze", "-", input=text)["verdicts"] for text in (case.read_text(), back.stdout)]
            before, after = [{c: (list(v[c]["stable"].values()), v[c]["equilibria"]) for c in CONCEPTS} for v in said]
            self.assertEqual(before, after, case)
            tried += 1
        self.assertGreater(tried, 8)

    def test_what_a_conflict_of_gmcr_is_not(self):
        one = 'format = 1\ntitle = "A"\n[[party]]\nid = "a"\n[[party.option]]\nid = "o"\n'
        for case, why in [(one + 'when = "a.o"\n', "c.toml: error: the option 'a.o' may be changed under conditions, or between some of its courses alone"),
                          (one + '[[party.move]]\nfrom = "a.o"\nto = "not a.o"\n', "c.toml: error: the party 'a' lists its moves")]:
            self.assert_ends(entente("export", self.file("c.toml", case), "--as", "gmcr"), 1, why)
        many = "".join(f'[[party.option]]\nid = "n{n}"\n' for n in range(17))
        ranked = f'format = 1\ntitle = "A"\n[[party]]\nid = "a"\nranking = ["a.n0", "true"]\n{many}'
        self.assert_ends(entente("export", self.file("c.toml", ranked), "--as", "gmcr"), 3,
                         "c.toml: its parties rank 131,072 states directly, and a ranking is written of 65,536 at most.")
        def party(options):
            return 'format = 1\ntitle = "A"\n[[party]]\nid = "a"\n' + "".join(f'[[party.option]]\nid = "n{n}"\n' for n in range(options))

        odd = " xor ".join(f"a.n{n}" for n in range(12))
        none = " and ".join(f"not a.n{n}" for n in range(20))
        for case, why in [(party(12) + f'[[rule]]\nforbid = "{odd}"\n', "c.toml: a rule takes more than 1,000 patterns"),
                          (party(12) + f'[[party.preference]]\nstatement = "{odd}"\n', "c.toml: a statement takes more than 1,000 patterns"),
                          (party(30) + f'[[rule]]\nrequire = "{none}"\n', "c.toml: its courses have more than 1,048,576 combinations")]:
            self.assert_ends(entente("export", self.file("c.toml", case), "--as", "gmcr"), 3, why)
        self.assert_ends(entente("export", "cases/prisoners-dilemma.toml", "--as", "gmcr", "--transitions", str(self.folder / "x.csv")), 1, "--transitions goes with a table of states")
        strong = (ROOT / "cases/prisoners-dilemma.toml").read_text().replace('  statement = "two.silent"\n', '  statement = "two.silent"\n  strong = true\n')
        self.assertIn("Which statements are strong is left out.", entente("export", self.file("s.toml", strong), "--as", "gmcr").stderr)

    def test_what_is_lost_is_said(self):
        done = entente("export", "cases/elmira.toml", "--as", "table")
        self.assert_ends(done, 0)
        notes = [line.partition("elmira.toml: note: ")[2] for line in done.stderr.splitlines()]
        self.assertEqual(len(set(notes)), len(notes))
        for words in ["--transitions FILE writes them", "agreement", "evidence", "Ids that several states"]:
            self.assertEqual(1, sum(words in note for note in notes), words)
        self.assertIn("Joint acts are columns", entente("export", "cases/north-korea-pressure.toml", "--as", "table").stderr)
        self.assertEqual("s1", next(csv.DictReader(io.StringIO(done.stdout)))["id"])

    def test_transitions_are_the_moves(self):
        moves = self.folder / "m.csv"
        self.assert_ends(entente("export", "cases/prisoners-dilemma.toml", "--as", "table", "--transitions", str(moves)), 0)
        listed = list(csv.DictReader(io.StringIO(moves.read_text())))
        self.assertEqual([{"one", "two"}, 8], [{move["party"] for move in listed}, len(listed)])

    def test_of_a_day(self):
        whole = entente("export", "cases/northern-territories.toml", "--as", "table")
        before = entente("export", "cases/northern-territories.toml", "--as", "table", "--as-of", "2013")
        marked = [[row for row in csv.DictReader(io.StringIO(done.stdout)) if row["status_quo"]] for done in (whole, before)]
        self.assertEqual([1, 1], [len(rows) for rows in marked])
        self.assertNotEqual(*marked)

    def test_where_it_goes(self):
        case = "cases/prisoners-dilemma.toml"
        self.assert_ends(entente("export", case), 2, "--as")
        self.assert_ends(entente("export", case, "--as", "markdown"), 2, "--as cannot be 'markdown'")
        self.assert_ends(entente("export", case, "--as", "table", "--transitions", "-"), 2, "--transitions needs a file")
        there = self.file("there.csv", "mine\n")
        new = str(self.folder / "new.csv")
        self.assert_ends(entente("export", case, "--as", "table", "-o", new, "--transitions", new), 2, "name one file")
        for flags in itertools.permutations(["-o", "--transitions"]):
            self.assert_ends(entente("export", case, "--as", "table", flags[0], there, flags[1], new), 1, "is there already")
        own = self.file("own.toml", (ROOT / case).read_text())
        self.assert_ends(entente("export", own, "--as", "table", "-o", own), 2, "would write over")
        self.assertEqual(["own.toml", "there.csv"], sorted(os.listdir(self.folder)))
        self.assert_ends(entente("export", self.file("bad.toml", "format = 1\n"), "--as", "table", "-o", new), 1)
        self.assertFalse(os.path.exists(new))

    def test_too_many_states(self):
        options = "".join(f'[[party.option]]\nid = "o{k}"\n' for k in range(18))
        many = self.file("many.toml", f'format = 1\ntitle = "Many"\n[[party]]\nid = "p"\n{options}')
        self.assert_ends(entente("export", many, "--as", "table"), 3, "the case has 262,144 states, and a table is written of 100,000 at most")


if __name__ == "__main__":
    main()
