"""check_test BINARY ROOT - what is no fault, yet probably not meant: warned of in full by check, counted by the other verbs."""
import json

from entente import ROOT, Test, entente, main, many_parties

JOINT = """format = 1
title = "Signing together"
[agreement]
when = "a.sign and b.sign"
[[party]]
id = "a"
[[party.option]]
id = "sign"
[[party.preference]]
statement = "a.sign and b.sign"
[[party]]
id = "b"
[[party.option]]
id = "sign"
MOVES
[[party.preference]]
statement = "a.sign and b.sign"
RULE
"""
TOGETHER = '[[rule]]\nrequire = "a.sign iff b.sign"'


class Check(Test):
    def case(self, name, moves="", rule=""):
        return self.file(name, JOINT.replace("MOVES", moves).replace("RULE", rule))

    def told(self, *words):
        done = entente("check", *words, "--json")
        return done, [json.loads(line) for line in done.stdout.splitlines()]

    def codes(self, *words):
        return [[fault["code"] for fault in one["faults"]] for one in self.told(*words)[1]]

    def test_the_library_and_the_template_have_none(self):
        cases = sorted(str(path) for path in (ROOT / "cases").glob("*.toml"))
        done = entente("check", "--strict", *cases)
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        self.assertEqual(len(cases), done.stdout.count(" states\n"))
        self.assert_ends(entente("check", "--strict", "-", input=entente("new").stdout), 0, "")

    def test_warnings_stand_in_full_and_are_no_faults(self):
        done = entente("check", "tests/faults/unused.toml")
        self.assertEqual(0, done.returncode)
        self.assertIn("unused.toml:6:1: warning: no formula uses the name 'quiet' [unused]", done.stderr)
        self.assertIn("1 party, 1 option, 2 states", done.stdout)

    def test_strict(self):
        done = entente("check", "tests/faults/unused.toml", "--strict")
        self.assertEqual((1, ""), (done.returncode, done.stdout))
        self.assertEqual(3, done.stderr.count(" error: "))
        self.assertNotIn("warning", done.stderr)
        done, [one] = self.told("tests/faults/unused.toml", "--strict")
        self.assertEqual((1, ""), (done.returncode, done.stderr))
        self.assertEqual({"error"}, {fault["severity"] for fault in one["faults"]})

    def test_json_is_one_object_a_case(self):
        bad = self.file("bad.toml", "format = 1\n")
        done, [warned, clean, faulty] = self.told("tests/faults/unused.toml", "cases/elmira.toml", bad)
        self.assertEqual((1, ""), (done.returncode, done.stderr))
        self.assertEqual({"case", "parties", "options", "states", "faults"}, set(warned))
        self.assertEqual(("tests/faults/unused.toml", 1, 1, 2), tuple(warned[key] for key in ("case", "parties", "options", "states")))
        first = warned["faults"][0]
        self.assertEqual(("warning", "unused", 6, 1), tuple(first[key] for key in ("severity", "code", "line", "column")))
        self.assertEqual((12, []), (clean["states"], clean["faults"]))
        self.assertEqual((None, "error"), (faulty["states"], faulty["faults"][0]["severity"]))

    def test_other_verbs_say_how_many_once(self):
        for words in [["analyze"], ["settle"], ["states"], ["why"], ["outlook"], ["path"], ["history"], ["analyze", "--json"], ["robust"], ["unlock"]]:
            done = entente(*words, "tests/faults/unused.toml")
            self.assertEqual("tests/faults/unused.toml: three warnings; 'entente check tests/faults/unused.toml' shows them.\n", done.stderr, words)
        self.assertIn(": one warning; 'entente check tests/faults/never-in-force.toml' shows it.\n", entente("tests/faults/never-in-force.toml").stderr)

    def test_what_closes_every_way(self):
        done = entente("check", self.case("joint.toml", rule=TOGETHER))
        self.assertEqual(0, done.returncode)
        self.assertIn("joint.toml:19:11: warning: no way leads to a settlement; without this rule one would [closes-every-way]", done.stderr)
        self.assertEqual([["closes-every-way"]], self.codes(self.case("fixed.toml", moves='moves = "fixed"')))
        self.assertEqual([["closes-every-way"]], self.codes(self.case("when.toml", moves='when = "b.sign"')))
        self.assertEqual([[]], self.codes(self.case("open.toml")))
        done, [one] = self.told(self.case("both.toml", moves='moves = "fixed"', rule=TOGETHER))
        self.assertEqual(["closes-every-way"], [fault["code"] for fault in one["faults"]])
        self.assertIn("and another", one["faults"][0]["message"])
        self.assertEqual(1, len(one["faults"][0]["notes"]))

    def test_cases_too_large_to_list(self):
        """In diagrams the situations are asked the same."""
        large = many_parties(26) + '[[party.preference]]\nstatement = "p1.o or not p1.o"\n'
        name = self.file("large.toml", large)
        [codes] = self.codes(name)
        self.assertIn("always-met", codes)
        self.assertIn(f"; 'entente check {name}' shows", entente("settle", name, "--budget", "20s").stderr)


if __name__ == "__main__":
    main()
