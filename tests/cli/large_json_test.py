"""large_json_test BINARY ROOT - what diagrams answer programs is what the listing answers, on cases small enough for both."""
import csv
import io
import json

from entente import ROOT, Test, answer, entente, main, synthetic

UNLISTED = ["--budget", "1 states"]
EVERYTHING = ["--limit", "100000"]


def chosen(value, *keys):
    """Those keys alone, without what stands beside the interface's."""
    return {key: value.get(key) for key in keys}


class LargeJson(Test):
    def setUp(self):
        super().setUp()
        self.cases = [str(path) for path in sorted(f for f in (ROOT / "cases").glob("*.toml") if b"[[include]]" not in f.read_bytes())]
        for k, arguments in enumerate([(10, 3, 6, "--seed", 3), (10, 4, 5, "--moves", "forward", "--seed", 4), (10, 3, 5, "--when", "--seed", 5)]):
            self.cases.append(self.file(f"made{k}.toml", synthetic(*arguments)))

    def each(self, *words):
        """The listed answer and that of diagrams, of each case."""
        for case in self.cases:
            with self.subTest(case=case, words=words):
                yield answer(words[0], case, *words[1:]), answer(words[0], case, *words[1:], *UNLISTED)

    def test_states(self):
        for case in self.cases:
            for words in [["--csv"], ["--json"], ["--csv", "--only", "smr"]]:
                with self.subTest(case=case, words=words):
                    self.assertEqual(entente("states", case, *words).stdout, entente("states", case, *words, *UNLISTED, *EVERYTHING).stdout)

    def test_settle(self):
        keys = ["agreement", "accepts", "zone", "efficient", "recommended", "recommended_holding", "stakes"]
        gap = ["waive", "opens", "recommended"]
        for listed, large in self.each("settle"):
            self.assertEqual(chosen(listed, *keys), chosen(large, *keys))
            self.assertEqual(listed["holds"], chosen(large["holds"], *listed["holds"]))
            self.assertEqual([chosen(o, *gap) for o in listed.get("gap", [])], [chosen(o, *gap) for o in large.get("gap", [])])
            held = [[chosen(o, "holding", "recommended_holding") for o in one.get("gap", [])[:4]] for one in (listed, large)]
            self.assertEqual(*held)

    def test_outlook(self):
        for concept in ["nash", "smr", "seq", "sseq"]:
            for listed, large in self.each("outlook", "--concept", concept):
                self.assertEqual(listed, chosen(large, *listed))

    def test_path(self):
        for words in [["path"], ["path", "--safe"]]:
            for listed, large in self.each(*words):
                self.assertEqual(chosen(listed, "reachable", "concessions", "moves"), chosen(large, "reachable", "concessions", "moves"))

    def test_why(self):
        for words in [["why"], ["why", "--state", "2", "--concept", "smr"]]:
            for listed, large in self.each(*words):
                self.assertEqual(chosen(listed, "concept", "state", "options", "other_states"), chosen(large, "concept", "state", "options", "other_states"))
                stories = [[chosen(s, "who", "stable", "ranks", "improvements") for s in one["stories"]] for one in (listed, large)]
                self.assertEqual(*stories)

    def test_brief(self):
        same = ["schema", "case", "status_quo", "verdicts", "assumptions", "evidence", "sources"]
        for listed, large in self.each("analyze"):
            self.assertEqual(chosen(listed, *same), chosen(large, *same))
            self.assertEqual(listed["way"] is None, large["way"] is None)
            if listed["way"]:
                self.assertEqual(listed["way"]["target"], large["way"]["target"])
                self.assertEqual(chosen(listed["way"]["path"], "concessions", "moves"), chosen(large["way"]["path"], "concessions", "moves"))

    def test_numbers_that_readers_would_round(self):
        case = self.file("large.toml", synthetic(60, 3, 8))
        settle = answer("settle", case)
        self.assertEqual("96545917011755008", settle["agreement"])
        self.assertIsNone(settle["zone"])
        self.assertEqual(246290604621824, settle["sets"]["zone"]["count"])
        self.assertEqual("386199542246736898", settle["sets"]["zone"]["first"][0])
        rows = list(csv.DictReader(io.StringIO(entente("states", case, "--csv", "--where", "p0.o0", "--limit", "2").stdout)))
        self.assertEqual(["yes", "yes"], [row["p0.o0"] for row in rows])
        story = answer("why", case, "--state", rows[0]["state"])
        self.assertEqual(rows[0]["state"], story["state"])
        self.assertEqual("yes", story["options"]["p0.o0"])
        refused = entente("states", case, "--csv")
        self.assertEqual((3, ""), (refused.returncode, refused.stdout))
        self.assertIn("--limit", refused.stderr)

    def test_what_is_not_decided_is_null(self):
        case = self.file("large.toml", synthetic(60, 6, 16))
        done = entente("analyze", case, "--json", "--budget", "2s")
        self.assertEqual(3, done.returncode)
        brief = json.loads(done.stdout)
        seq = brief["verdicts"]["seq"]
        self.assertIsNone(seq["equilibria"])
        least, most = (int(n) for n in seq["bounds"]["equilibria"])
        self.assertLess(least, most)
        self.assertIsNone(seq["stable"]["p0"])
        self.assertEqual(2, len(seq["bounds"]["stable"]["p0"]))
        self.assertIn("robustness", brief["not_analysed"])


if __name__ == "__main__":
    main()
