"""diff_test BINARY ROOT - two cases compared: what is told of them, and the exit statuses of diff(1)."""
import json
import re

from entente import FIRST, ROOT, Test, answer, entente, main, many_parties

FAULTY = "format = 1\n"
WISHES = """format = 1
title = "Wishes"
date = "2016"
[agreement]
when = "north.sign and south.pay"
[[party]]
id = "north"
[[party.option]]
id = "sign"
[[party.option]]
id = "stay"
status_quo = "yes"
[[party.preference]]
statement = "north.sign"
[[party]]
id = "south"
[[party.option]]
id = "pay"
[[party.preference]]
statement = "north.stay implies south.pay"
since = "2014"
[[event]]
date = "2015"
what = "The North comes to stay."
by = "north"
sets = { "north.stay" = "yes" }
"""


class Diff(Test):
    def setUp(self):
        super().setUp()
        self.text = entente("new").stdout
        self.old = self.file("old.toml", self.text)

    def new(self, before, after):
        self.assertEqual(1, self.text.count(before))
        return self.file("new.toml", self.text.replace(before, after))

    def wishes(self, *words):
        """A case compared with one in which the South wants something else, which takes two edits."""
        new = WISHES.replace("north.stay implies south.pay", "not north.stay implies south.pay")
        return entente("diff", self.file("was.toml", WISHES), self.file("is.toml", new), *words)

    def test_same(self):
        for change in [None, ("The noisy workshop", "Noise"), ("# A case for entente.", "# A case.")]:
            done = entente("diff", self.old, self.new(*change) if change else self.old)
            self.assert_ends(done, 0, "")
            self.assertNotIn("[1]", done.stdout)

    def test_differences_that_change_no_conclusion(self):
        new = self.new("The noisy workshop", "Noise")
        self.assertIn("These differences change no conclusion:\n  - The case differs in 'title'.", entente("diff", self.old, new).stdout)
        self.assertEqual({"edits": [], "words": ["the case differs in 'title'"], "changed": []}, answer("diff", self.old, new))

    def test_events(self):
        """On a day of the past the history says where the case stands: another one is another case."""
        was, now = self.file("was.toml", WISHES), self.file("is.toml", WISHES.replace('"north.stay" = "yes"', ""))
        told = entente("diff", was, now, "--as-of", "2014")
        self.assertEqual((1, ""), (told.returncode, told.stderr))
        self.assertIn('The event of 2015 is gone: "The North comes to stay".', told.stdout)
        self.assertNotIn("No single edit", told.stdout)

    def test_edits_of_no_consequence(self):
        done = entente("diff", self.old, self.new("by    = 2024-06-30", "by    = 2024-07-31"))
        self.assert_ends(done, 0)
        self.assertIn("[1]", done.stdout)

    def test_different(self):
        new = self.new('moves  = "forward"', 'moves  = "fixed"')
        for words in [[self.old, new], [new, self.old]]:
            done = entente("diff", *words)
            self.assertEqual((1, ""), (done.returncode, done.stderr))
            self.assertRegex(done.stdout, "  \\[1\\] .*'s \".*\" moves in another way")
            self.assertIn("all of it comes from that one edit", done.stdout)
            self.assertNotIn("changes this", done.stdout)
        self.assertEqual(entente("diff", self.old, new).stdout, entente("diff", "-", new, input=self.text).stdout)

    def test_a_reworded_wish_is_one_edit_in_words(self):
        told = self.wishes()
        self.assertEqual((1, ""), (told.returncode, told.stderr))
        self.assertIn('[1] South now prefers "if north', told.stdout)
        self.assertNotIn("[2]", told.stdout)
        self.assertEqual(["'south' now prefers \"not north.stay implies south.pay\", as wish number 1, in place of \"north.stay implies south.pay\""],
                         [edit["what"] for edit in json.loads(self.wishes("--json").stdout)["edits"]])

    def test_fits_a_screen_and_all_tells_the_rest(self):
        """Whatever one wish of the first case becomes: what matters most in under 30 lines, each situation with --all."""
        text = (ROOT / FIRST).read_text(encoding="utf-8")
        wishes = list(re.finditer(r'(?m)^ *statement *= "(.*)"$', text))
        self.assertGreater(len(wishes), 9)
        for wish in wishes[:10]:
            new = self.file("new.toml", text[:wish.start(1)] + f"not ({wish[1]})" + text[wish.end(1):])
            short, whole = (entente("diff", FIRST, new, *words).stdout for words in ([], ["--all"]))
            self.assertLess(short.count("\n"), 30, short)
            self.assertIn("[1] ", short)
            self.assertNotIn("[2] ", short)
            lasting = [change for change in answer("diff", FIRST, new)["changed"] if change["id"].startswith("equilibrium/")]
            sentences = sum(bool(change["before"]) + bool(change["after"]) for change in lasting)
            self.assertEqual(sentences, len(re.findall("(?m)^  [-+] Stable for all", whole)))
            self.assertEqual(0, short.count("Stable for all"))

    def test_numbers_are_told_where_no_conclusion_changes(self):
        """A wish of Japan moved: other settlements are accepted, though the brief draws the same conclusions."""
        text = (ROOT / FIRST).read_text(encoding="utf-8")
        wishes = re.findall(r"(?ms)^  \[\[party\.preference\]\]\n.*?\n\n", text)
        self.assertIn("not us.distance", wishes[1])
        new = self.file("new.toml", text.replace(wishes[1] + wishes[2], wishes[2] + wishes[1]))
        told = entente("diff", FIRST, new)
        self.assertEqual((0, ""), (told.returncode, told.stderr))
        self.assertIn("No conclusion that the brief draws; but there are other numbers:\n  * Japan would accept 48 settlements (24 before).", told.stdout)
        self.assertEqual([{"of": "accepted", "party": "japan", "before": 24, "after": 48}], answer("diff", FIRST, new)["numbers"])

    def test_what_becomes_of_a_demand(self):
        text = (ROOT / FIRST).read_text(encoding="utf-8")
        demand = re.search(r"(?m)^  demand     = true\n", text)
        self.assertIn("Japan no longer demands, but still prefers, ", entente("diff", FIRST, self.file("new.toml", text[:demand.start()] + text[demand.end():])).stdout)
        wish = re.search(r"(?ms)^  \[\[party\.preference\]\]\n.*?\n\n", text)[0]
        self.assertIn("Japan neither demands nor prefers any more ", entente("diff", FIRST, self.file("new.toml", text.replace(wish, "", 1))).stdout)

    def test_two_edits_together(self):
        was = WISHES.replace("north.stay implies south.pay", "south.pay")
        now = was.replace('statement = "south.pay"', 'statement = "not south.pay"').replace('statement = "north.sign"', 'statement = "not north.sign"')
        told = entente("diff", self.file("was.toml", was), self.file("is.toml", now))
        self.assertEqual((1, ""), (told.returncode, told.stderr))
        self.assertIn("[2]", told.stdout)
        self.assertNotIn("No single edit", told.stdout)
        self.assertRegex(told.stdout, r"\[[12]\] alone changes this\.|It takes \[1\] and \[2\] together to change this\.")

    def test_what_is_said_of_other_situations_is_said_once(self):
        old = ('format = 1\ntitle = "D"\n[agreement]\nwhen = "a.x"\n[[party]]\nid = "a"\n[[party.option]]\nid = "x"\n'
               '[[party.preference]]\nstatement = "a.x"\n[[party]]\nid = "b"\n[[party.preference]]\nstatement = "a.x"\n')
        acts = "".join(f'[[joint]]\nid = "{act}"\nby = ["a", "b"]\nname = "{act}"\n' for act in "tu")
        file = self.folder / "old.toml"
        file.write_text(old)
        told = entente("diff", file, "-", input=old + acts).stdout
        self.assertIn('* It rests where a says yes to "x". That is said of other situations than before.', told)
        self.assertIn("[1] or [2], each alone, changes this.", told)
        self.assertIn("by [1] or [2], each alone.\n", told)
        said = re.findall(r"^  [-+] .*", told, re.M)
        self.assertEqual(len({line[4:] for line in said}), len(said))

    def test_trouble(self):
        bad = self.file("bad.toml", FAULTY)
        for words in [[bad, self.old], [self.old, bad], [bad, bad]]:
            self.assert_ends(entente("diff", *words), 2, "bad.toml:1:")
        for words in [["no-such.toml", self.old], [self.old, "no-such.toml"]]:
            self.assert_ends(entente("diff", *words), 2, "entente: cannot read 'no-such.toml': No such file")
        for words in [[], [self.old], [self.old] * 3, ["-", "-"], [self.old, self.old, "--csv"]]:
            self.assert_ends(entente("diff", *words), 2, "entente: ")

    def test_budget(self):
        many = self.file("many.toml", many_parties(26))
        self.assert_ends(entente("diff", many, self.old), 3, "67,108,864")
        self.assert_ends(entente("diff", many, self.file("bad.toml", FAULTY)), 2)

    def test_on_a_day(self):
        self.assertEqual([1, 1, 0], [self.wishes(*day).returncode for day in ([], ["--as-of", "2014"], ["--as-of", "2013"])])
        self.assert_ends(self.wishes("--as-of", "2014-13"), 2, "--as-of: error: '2014-13' is no date")
        self.assert_ends(entente("diff", self.old, "cases/elmira.toml", "--as-of", "2014"), 2, "the case has no date")

    def test_what_both_edits_change_is_their_doing_on_every_day(self):
        self.assertNotIn("No single edit", self.wishes("--as-of", "2014").stdout)

    def test_json(self):
        done = entente("diff", self.old, self.new('moves  = "forward"', 'moves  = "fixed"'), "--json")
        self.assertEqual(1, done.returncode, done.stderr)
        told = json.loads(done.stdout)
        self.assertEqual(1, len(told["edits"]))
        self.assertTrue(told["changed"] and all(change["alone"] == [1] for change in told["changed"]))
        self.assertEqual({"edits": [], "changed": []}, answer("diff", self.old, self.old))


if __name__ == "__main__":
    main()
