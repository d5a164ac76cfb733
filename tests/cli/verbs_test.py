"""verbs_test BINARY ROOT - why, history, --as-of, --answers and states --coalitions, --sim, --strong, --horizon: what they answer, and their exit statuses."""
import csv
import io
import json
import pathlib
import re

from entente import FIRST, ROOT, Test, answer, entente, main, many_parties

CONCEPTS = ["nash", "gmr", "smr", "seq", "sseq"]

# North offers half in 2013 and all in March 2014; what South wants of 2015 on counts only then.
PAST = """format = 1
title = "Past"
date = "2016-05"
[agreement]
when = "north.sign and south.sign"
[[party]]
id = "north"
name = "The North"
[[party.option]]
id = "sign"
[[party.option]]
id = "offer"
values = ["none", "half", "all"]
status_quo = "all"
[[party.preference]]
statement = "south.sign"
[[party.preference]]
statement = "north.offer = none"
[[party]]
id = "south"
[[party.option]]
id = "sign"
[[party.preference]]
statement = "south.sign iff north.offer = all"
since = "2015"
[[event]]
date = "2013"
what = "Half is offered."
by = "north"
sets = { "north.offer" = "half" }
[[event]]
date = "2014-03"
what = "All is offered."
by = "north"
sets = { "north.offer" = "all" }
"""


def rows(*words, **how):
    return list(csv.DictReader(io.StringIO(entente("states", *words, "--csv", **how).stdout)))


class Why(Test):
    def test_verdicts_are_those_of_states(self):
        table = rows(FIRST, "--coalitions")
        for state in [1, 107, 493, len(table)]:
            for concept in CONCEPTS:
                told = answer("why", FIRST, "--state", str(state), "--concept", concept)
                self.assertEqual((concept, state), (told["concept"], told["state"]))
                row = table[state - 1]
                self.assertEqual({party: row[f"{concept}:{party}"] == "1" for party in ["japan", "russia", "us"]},
                                 {story["who"][0]: story["stable"] for story in told["stories"] if len(story["who"]) == 1})
                group, = [story for story in told["stories"] if len(story["who"]) > 1]
                self.assertEqual((["japan", "russia"], row[f"{concept}:joint:japan+russia"] == "1"), (group["who"], group["stable"]))
                both, = answer("why", FIRST, "--state", str(state), "--concept", concept, "--coalition", "us,japan")["stories"]
                self.assertEqual((["japan", "us"], row[f"{concept}:japan+us"] == "1"), (both["who"], both["stable"]))

    def test_where(self):
        quo = answer("analyze", FIRST)["status_quo"]["state"]
        self.assertEqual(quo, answer("why", FIRST)["state"])
        self.assertEqual(answer("why", FIRST)["stories"], answer("why", FIRST, "--state", str(quo))["stories"])
        first = rows(FIRST, "--where", "japan.talks = contacts and russia.islands")[0]["state"]
        self.assertEqual(int(first), answer("why", FIRST, "--at", "japan.talks = contacts and russia.islands")["state"])
        self.assert_ends(entente("why", FIRST, "--at", "false"), 1, "holds in no possible situation")
        self.assert_ends(entente("why", FIRST, "--at", "japan."), 1, "--at:1:")
        self.assert_ends(entente("why", FIRST, "--state", "999999"), 1, "numbered from 1 to 2,848")
        for wrong in ["0", "-1", "1.5", "1x", "18446744073709551616", ""]:
            self.assert_ends(entente("why", FIRST, "--state", wrong), 2, "--state")
        self.assert_ends(entente("why", FIRST, "--state", "x"), 1, "the case has no [[state]]")

    def test_ids_of_states(self):
        case = "cases/elmira.toml"
        self.assertEqual(["s5", "s9", "s9", "s8", "s9", "s9"], [row["id"] for row in rows(case, "--only", "nash")])
        self.assertEqual(["1", "10"], [row["state"] for row in rows(case, "--where", "s1 or s8")])
        self.assertEqual(["5", "6", "11", "12"], [row["state"] for row in rows(case, "--state", "s9")])
        for words in (["why", case, "--state", "s8"], ["why", case, "--at", "s8"], ["path", case, "--state", "s8"],
                      ["path", case, "--to", "s8"]):
            told = answer(*words)
            self.assertEqual("s8", told["ids"]["10"])
        self.assertEqual({"1": "s1", "2": "s5", "5": "s9", "6": "s9", "10": "s8", "11": "s9", "12": "s9"}, answer("outlook", case)["ids"])
        self.assertEqual(answer("why", case, "--state", "10"), answer("why", case, "--state", "s8"))
        self.assertIn('situation 10, s8 "what came of it"', entente("why", case, "--state", "s8").stdout.lower())
        self.assertIn("did you mean 's9'?", entente("why", case, "--state", "s99").stderr)
        self.assertNotIn("ids", answer("why", FIRST))
        self.assertTrue(answer("unlock", case, "--state", "s9")["already"])
        self.assert_ends(entente("why", FIRST, "--state", "1", "--at", "true"), 2, "excludes")

    def test_of_whom(self):
        whole = entente("why", FIRST)
        self.assert_ends(whole, 0)
        one = entente("why", FIRST, "--party", "us")
        self.assert_ends(one, 0)
        self.assertEqual(one.stdout, entente("why", FIRST, "--party", "the United States").stdout)
        self.assertIn(one.stdout.splitlines()[-1], whole.stdout)
        self.assertGreater(len(entente("why", FIRST, "--party", "japan", "--all").stdout), len(entente("why", FIRST, "--party", "japan").stdout))
        self.assertEqual(one.stdout, entente("why", FIRST, "--coalition", "us,us").stdout)
        self.assert_ends(entente("why", FIRST, "--party", "japn"), 1, "did you mean 'japan'?")
        self.assert_ends(entente("why", FIRST, "--party", "x"), 1, "the parties are japan, russia and us")
        self.assert_ends(entente("why", FIRST, "--coalition", "us,rusia"), 1, "did you mean 'russia'?")
        self.assert_ends(entente("why", FIRST, "--party", "us", "--coalition", "us,japan"), 2, "excludes")
        self.assert_ends(entente("why", FIRST, "--party"), 2, "--party needs a PARTY")


class History(Test):
    def test_events_and_states(self):
        past = self.file("past.toml", PAST)
        told = answer("history", past)
        self.assertEqual("none", told["start"]["options"]["north.offer"])
        self.assertEqual([("2013", "half"), ("2014-03", "all")], [(event["date"], event["options"]["north.offer"]) for event in told["events"]])
        self.assertEqual([["north"]] * 2, [[move["party"] for move in event["moves"]] for event in told["events"]])
        self.assertEqual(answer("why", past)["state"], told["events"][-1]["state"])
        text = entente("history", past)
        self.assert_ends(text, 0)
        for words in ["BEFORE THE FIRST EVENT", "1. 2013: Half is offered.", "2. March 2014: All is offered."]:
            self.assertIn(words, text.stdout)

    def test_of_the_first_case(self):
        told = answer("history", FIRST)
        self.assertEqual(answer("analyze", FIRST)["status_quo"]["state"], told["events"][-1]["state"])
        self.assertEqual(sorted(event["date"] for event in told["events"]), [event["date"] for event in told["events"]])

    def test_without_a_past(self):
        done = entente("history", "cases/elmira.toml")
        self.assert_ends(done, 0)
        self.assertIn("no history", done.stdout)
        self.assertEqual([], answer("history", "cases/elmira.toml")["events"])


class As_of(Test):
    def test_status_quo_is_that_of_the_day(self):
        past = self.file("past.toml", PAST)
        for date, offer in [("2012-12-31", "none"), ("2013", "half"), ("2013-01", "half"), ("2013-01-01", "half"), ("2014-02-28", "half"),
                            ("2014", "half"), ("2014-03", "all"), ("2014-03-01", "all"), ("2016-05", "all"), ("2030", "all")]:
            with self.subTest(date=date):
                self.assertEqual(offer, answer("why", past, "--as-of", date)["options"]["north.offer"])
                self.assertEqual(offer, answer("why", f"--as-of={date}", past)["options"]["north.offer"])
                brief = answer("analyze", past, "--as-of", date)
                self.assertEqual((date, offer), (brief["case"]["date"], rows(past)[brief["status_quo"]["state"] - 1]["north.offer"]))
        self.assertEqual(entente(past, "--as-of", "2016-05").stdout, entente(past).stdout)

    def test_statements_are_those_of_the_day(self):
        past = self.file("past.toml", PAST)
        def ranks(*words):
            return {row["rank:south"] for row in rows(past, *words)}
        self.assertEqual([{"1"}, {"1", "2"}, {"1", "2"}], [ranks("--as-of", "2014-12-31"), ranks("--as-of", "2015"), ranks()])

    def test_every_verb_that_reads_a_case(self):
        past = self.file("past.toml", PAST)
        for verb in ["analyze", "states", "settle", "why", "outlook", "path", "history"]:
            with self.subTest(verb=verb):
                done = entente(verb, past, "--as-of", "2013")
                self.assert_ends(done, 0)
                self.assertNotEqual(entente(verb, past).stdout, done.stdout)
                self.assertEqual(done.stdout, entente(verb, "--as-of", "2013", "-", input=PAST).stdout)
        self.assert_ends(entente("check", past, "--as-of", "2013"), 0)
        self.assertEqual(entente("analyze", past, "--as-of", "2013").stdout, entente("--as-of", "2013", past).stdout)
        self.assertEqual(["2013"], [event["date"] for event in answer("history", past, "--as-of", "2014-02")["events"]])

    def test_wrong_dates(self):
        past = self.file("past.toml", PAST)
        for date in ["", "tomorrow", "14", "2014-3", "2014-13", "2014-02-30", "2015-02-29", "0000", "99999", " 2014", "2014-03-18T00:00", "2014-03-18x"]:
            for verb in ["analyze", "check", "states", "settle", "why", "outlook", "path", "history"]:
                with self.subTest(date=date, verb=verb):
                    self.assert_ends(entente(verb, past, "--as-of", date), 1, f"--as-of: error: '{date}' is no date; write 2015-11-02")
        self.assert_ends(entente("check", past, "--as-of"), 2, "--as-of needs a DATE")
        self.assert_ends(entente("check", past, "--as-of", "2014", "--as-of", "2015"), 2, "takes one --as-of")
        for verb in ["new", "import", "cases", "schema"]:
            self.assert_ends(entente(verb, "--as-of", "2014"), 2)

    def test_no_such_day(self):
        self.assert_ends(entente("check", "cases/elmira.toml", "--as-of", "2014"), 1, "the case has no date")
        never = self.file("never.toml", PAST + '[[rule]]\nforbid = "north.offer = half"\n')
        done = entente("why", never, "--as-of", "2013")
        self.assertEqual((1, ""), (done.returncode, done.stdout))
        self.assertIn("not feasible: with north.offer = half it breaks the rule 'forbid north.offer = half'", done.stderr)
        self.assert_ends(entente("why", never, "--as-of", "2015"), 0, "one warning; ")
        self.assert_ends(entente("check", never, "--as-of", "2015"), 0, "[event-breaks-rule]")


class Coalitions(Test):
    def test_columns(self):
        alone, table = rows(FIRST), rows(FIRST, "--coalitions")
        two, three = ["japan+russia", "japan+us", "russia+us"], ["japan+russia+us"]
        extra = [f"{concept}:{who}" if who else f"coalition:{concept}" for concept in CONCEPTS for who in [*two, *three, None]]
        self.assertEqual(list(alone[0]) + extra, list(table[0]))
        self.assertEqual(alone, [{column: row[column] for column in alone[0]} for row in table])
        for row in table:
            for concept in CONCEPTS:
                own = [row[f"{concept}:{who}"] for who in ["japan", "russia", "us", *two, *three]]
                self.assertEqual("1" if set(own) == {"1"} else "0", row[f"coalition:{concept}"])
        pairs = rows(FIRST, "--coalition-size", "2")
        self.assertNotIn(f"nash:{three[0]}", pairs[0])
        self.assertEqual([[row[f"seq:{who}"] for who in two] for row in table], [[row[f"seq:{who}"] for who in two] for row in pairs])
        self.assertEqual(table, rows(FIRST, "--coalitions", "--coalition-size", "9"))

    def test_forms(self):
        some = ["states", FIRST, "--coalitions", "--where", "treaty"]
        self.assertEqual([list(row.values()) for row in csv.DictReader(io.StringIO(entente(*some, "--csv").stdout))],
                         [[str(cell) for cell in row.values()] for row in json.loads(entente(*some, "--json").stdout)])
        done = entente("states", FIRST, "--coalitions")
        self.assert_ends(done, 0, "")
        self.assertIn("Japan and the United States", done.stdout)
        self.assertNotIn("Japan and the United States", entente("states", FIRST).stdout)

    def test_sizes(self):
        many = self.file("many.toml", many_parties(9))
        self.assert_ends(entente("states", many, "--coalitions"), 3, "9 parties are too many for all their coalitions")
        self.assert_ends(entente("states", many, "--coalition-size", "2", "--csv"), 0)
        self.assert_ends(entente("states", self.file("eight.toml", many_parties(8)), "--coalitions", "--csv"), 0)
        for wrong in ["0", "1", "33", "-2", "x", ""]:
            self.assert_ends(entente("states", FIRST, f"--coalition-size={wrong}"), 2, "--coalition-size")


GARRISON = "cases/garrison.toml"
TOLD = {"once": "each of them moves at most once, in any order (--answers once)", "one": "one move of one of them (--answers one)"}


class Readings(Test):
    """How the others' replies are read."""

    def test_equilibria(self):
        for engine in ("explicit", "symbolic"):
            found = [rows(GARRISON, "--only", "gmr", "--engine", engine, *flags)
                     for flags in ([], ["--answers", "legal"], ["--answers", "once"], ["--answers", "one"])]
            self.assertEqual([15, 15, 14, 12], [len(states) for states in found])
            self.assertEqual(found[0], found[1])

    def test_every_verb_tells_it(self):
        for verb in ("analyze", "settle", "outlook", "why", "history", "unlock", "robust"):
            case = FIRST if verb == "history" else GARRISON
            self.assertEqual(entente(verb, case).stdout, entente(verb, case, "--answers", "legal").stdout)
            self.assertNotIn("answers", answer(verb, case, "--answers", "legal"))
            for reading, words in TOLD.items():
                with self.subTest(verb=verb, reading=reading):
                    self.assertEqual(reading, answer(verb, case, "--answers", reading)["answers"])
                    done = entente(verb, case, "--answers", reading)
                    self.assert_ends(done, 0, "")
                    self.assertTrue(done.stdout.startswith("Here the others' answer is "), done.stdout[:200])
                    self.assertIn(words, " ".join(done.stdout.split()))
        for verb in ("path", "check"):
            self.assert_ends(entente(verb, GARRISON, "--answers", "one"), 2, f"'{verb}' has no flag '--answers'")

    def test_states(self):
        self.assertEqual(list(rows(GARRISON)[0]), list(rows(GARRISON, "--answers", "one")[0]))
        told = json.loads(entente("states", GARRISON, "--json", "--answers", "one").stdout)
        self.assertEqual({"one"}, {row["answers"] for row in told})
        self.assertNotIn("answers", json.loads(entente("states", GARRISON, "--json").stdout)[0])
        self.assertIn("12", entente("states", GARRISON, "--answers", "one").stdout)

    def test_an_answer_is_a_reply(self):
        """What protects s4 takes Canada and then the commission."""
        where = ["why", GARRISON, "--at", "s4", "--concept", "gmr"]
        self.assertTrue(all(story["stable"] for story in answer(*where)["stories"]))
        self.assertFalse(all(story["stable"] for story in answer(*where, "--answers", "one")["stories"]))

    def test_samples_keep_it(self):
        parts = [self.file(f"{n}.json", entente("sample", GARRISON, "--variants", "20", "--part", f"{n}/2", "--answers", "one").stdout) for n in (1, 2)]
        whole = ["sample", GARRISON, "--variants", "20"]
        for form in ([], ["--json"]):
            self.assertEqual(entente(*whole, "--answers", "one", *form).stdout, entente("sample", "--merge", *parts, *form).stdout)
        self.assertEqual("one", answer(*whole, "--answers", "one")["answers"])
        other = self.file("other.json", entente(*whole, "--part", "2/2").stdout)
        self.assert_ends(entente("sample", "--merge", parts[0], other), 1, "do not belong together")

    def test_differences_keep_it(self):
        """Every variant of the old case is read so, too: what an edit changes alone is what the edited case says."""
        text = entente("cases", "garrison").stdout
        edited = text.replace('["s3", "s7"', '["s22", "s7"').replace('"s20", "s22", "s23"', '"s20", "s3", "s23"')
        was, now = self.file("was.toml", text), self.file("now.toml", edited)
        for reading in TOLD:
            self.assert_ends(entente("diff", was, was, "--answers", reading), 0)
            told = json.loads(entente("diff", was, now, "--answers", reading, "--json").stdout)
            self.assertEqual((reading, 1), (told["answers"], len(told["edits"])))
            self.assertTrue(told["changed"])
            self.assertEqual([[1]] * len(told["changed"]), [change["alone"] for change in told["changed"]])

    def test_pages_keep_it(self):
        for reading, words in TOLD.items():
            page = self.file("page.html", entente("report", GARRISON, "--answers", reading).stdout)
            text = pathlib.Path(page).read_text()
            self.assertIn(words, text)
            self.assertIn(f'<meta name="entente-answers" content="{reading}">', text)
            self.assert_ends(entente("verify", page, GARRISON), 0)

    def test_pictures_tell_it(self):
        for reading, words in TOLD.items():
            title = re.search("<title.*?</title>", entente("draw", GARRISON, "--answers", reading).stdout, re.S).group()
            self.assertIn(words, title)
        self.assertNotIn("answer", re.search("<title.*?</title>", entente("draw", GARRISON).stdout, re.S).group())

    def test_what_cannot_be_asked(self):
        self.assert_ends(entente("settle", GARRISON, "--answers", "twice"), 2, "legal, once, one")
        many = self.file("many.toml", many_parties(16))
        self.assert_ends(entente("states", many, "--limit", "1", "--answers", "once"), 3, "16 parties are too many for that, 15 the most")
        self.assert_ends(entente("states", many, "--limit", "1", "--answers", "one"), 0)


class Strength(Test):
    DILEMMA = "cases/prisoners-dilemma.toml"

    def strong(self, *wishes):
        """The dilemma with these wishes marked as strong."""
        text = (ROOT / self.DILEMMA).read_text()
        for wish in wishes:
            line = f'  statement = "{wish}"\n'
            self.assertEqual(1, text.count(line))
            text = text.replace(line, line + "  strong = true\n")
        return self.file("strong.toml", text)

    def both(self, case):
        return [[row[f"strong:{c}{who}"] for c in ("gmr", "smr", "seq") for who in (":one", ":two", "")] for row in rows(case, "--strong")]

    def test_silence_lasts_where_betrayal_is_strongly_worse(self):
        for row in rows(self.DILEMMA, "--strong"):
            for c in ("gmr", "smr", "seq"):
                for who in (":one", ":two", ""):
                    self.assertEqual(row["nash" + who], row[f"strong:{c}{who}"])
        self.assertEqual(["1", "1", "1"] * 3, self.both(self.strong("two.silent", "one.silent"))[3])
        self.assertEqual(["1", "0", "0"] * 3, self.both(self.strong("two.silent"))[3])

    def test_stands_between_the_other_readings(self):
        names = list(rows(self.strong("two.silent"), "--sim", "--strong", "--horizon", "2")[0])
        self.assertEqual("sim", names[-13])
        self.assertEqual([f"strong:{c}{who}" for c in ("gmr", "smr", "seq") for who in (":one", ":two", "")], names[-12:-3])
        with_coalitions = list(rows(self.DILEMMA, "--strong", "--coalitions")[0])
        self.assertEqual([f"strong:{name}" for c in ("gmr", "smr", "seq") for name in (f"{c}:one+two", f"coalition:{c}")], with_coalitions[-6:])

    def test_is_told(self):
        told = " ".join(entente("states", self.strong("two.silent"), "--strong").stdout.split())
        self.assertIn("(strength of preference, --strong)", told)
        self.assertIn("strongly stable for GMR SMR SEQ Prisoner A 3 3 3 Prisoner B 2 2 2 all of them 1 1 1", told)
        self.assertIn("The case marks no wish of Prisoner B as strong, and without one nothing is strongly worse.", told)

    def test_a_changed_mark_is_a_changed_assumption(self):
        told = entente("diff", self.DILEMMA, self.strong("two.silent")).stdout
        self.assertIn('Prisoner A now wants "Prisoner B keeps silent" strongly.', told)

    def test_what_cannot_be_asked(self):
        self.assert_ends(entente("states", self.DILEMMA, "--strong", "--table"), 1, "a table does not tell what --strong is about")

    def test_in_diagrams(self):
        """Where no state is listed the answer is the same, but for coalitions."""
        case = self.strong("two.silent", "one.silent")
        for form in ("--csv", "--json"):
            self.assertEqual(entente("states", case, "--strong", form).stdout, entente("states", case, "--strong", form, "--budget", "3 states").stdout)
        told = " ".join(entente("states", case, "--strong", "--budget", "3 states").stdout.split())
        self.assertIn("Prisoner A 3 3 3 Prisoner B 3 3 3 all of them 2 2 2", told)


class Foresight(Test):
    DILEMMA = "cases/prisoners-dilemma.toml"

    def both(self, horizon):
        name = "nonmyopic" if horizon == "all" else f"limited:{horizon}"
        return [(row[name + ":one"], row[name + ":two"], row[name]) for row in rows(self.DILEMMA, "--horizon", horizon)]

    def test_silence_in_the_dilemma(self):
        """Who looks one move ahead talks; who looks further does not (Fang, Hipel and Kilgour, 1993)."""
        self.assertEqual([("1", "1", "1"), ("1", "0", "0"), ("0", "1", "0"), ("0", "0", "0")], self.both("1"))
        for horizon in ("2", "3", "1000", "all"):
            self.assertEqual([("1", "1", "1"), ("1", "0", "0"), ("0", "1", "0"), ("1", "1", "1")], self.both(horizon))

    def test_is_told(self):
        told = " ".join(entente("states", self.DILEMMA, "--horizon", "1").stdout.split())
        self.assertIn("Where both parties look one move ahead, each in turn (limited-move stability, --horizon 1)", told)
        self.assertIn("it is stable for Prisoner A in 2 and Prisoner B in 2, and for all of them in 1.", told)
        self.assertIn("non-myopic stability", entente("states", self.DILEMMA, "--horizon", "all").stdout)

    def test_stands_behind_simultaneous_sanctioning(self):
        self.assertEqual(["sim", "limited:2:one", "limited:2:two", "limited:2"], list(rows(self.DILEMMA, "--sim", "--horizon", "2")[0])[-4:])

    def test_what_cannot_be_asked(self):
        for wrong in ("0", "-1", "1001", "2.5", "", "far"):
            self.assert_ends(entente("states", self.DILEMMA, "--horizon", wrong), 1, "is neither all nor a whole number from 1 to 1,000")
        for case, why in ((GARRISON, "of two parties"), ("cases/northern-territories.toml", "of two parties"), (self.file("equal.toml", many_parties(2)), "like no two states equally")):
            self.assert_ends(entente("states", case, "--horizon", "all"), 1, why)
        self.assert_ends(entente("states", self.DILEMMA, "--horizon", "2", "--budget", "3 states"), 3, "--horizon lists them")
        self.assert_ends(entente("states", self.DILEMMA, "--horizon", "2", "--table"), 1, "a table does not tell what --horizon is about")


class Simultaneous(Test):
    def test_columns_stand_at_the_end(self):
        plain, told = rows(GARRISON, "--coalitions"), rows(GARRISON, "--coalitions", "--sim")
        columns = list(plain[0])
        self.assertEqual(columns, list(told[0])[:len(columns)])
        more = list(told[0])[len(columns):]
        self.assertEqual("sim", more[-1])
        self.assertTrue(all(name.startswith("sim:") for name in more[:-1]) and len(more) == 5)
        for row in told:
            self.assertEqual(row["sim"], str(min(int(row[name]) for name in more[:-1])))
            for name in more[:-1]:  # without an improvement there is nothing to spoil
                self.assertLessEqual(row["nash:" + name[4:]], row[name])

    def test_silence_in_the_dilemma(self):
        told = rows("cases/prisoners-dilemma.toml", "--sim", "--where", "one.silent and two.silent")
        self.assertEqual([("0", "1")], [(row["nash"], row["sim"]) for row in told])
        self.assertIn("simultaneous sanctioning", entente("states", "cases/prisoners-dilemma.toml", "--sim").stdout)
        self.assertNotIn("simultaneous", entente("states", "cases/prisoners-dilemma.toml").stdout)

    def test_is_of_situations_that_are_listed(self):
        self.assert_ends(entente("states", GARRISON, "--sim", "--budget", "5 states"), 3, "--sim lists them")


if __name__ == "__main__":
    main()
