"""events_test.py BINARY ROOT - tables of events of GDELT and ACLED through the program: drafts, what is left out, damaged and large tables, and refusals."""
import csv
import io
import os
import time
import tomllib

from entente import Test, entente, main

ACTORS = "actor,party\nJPN,Japan\nPRK,North Korea\n"
ASKED = ["--from", "2016-01", "--to", "2016-03-31"]
HEAD = ["event_id_cnty", "event_date", "event_type", "actor1", "actor2", "notes"]


def gdelt(day, first, second, root, columns=58, number=1):
    cells = [""] * columns
    cells[0], cells[1], cells[5], cells[7], cells[15], cells[17], cells[28] = str(number), day, first, first[:3], second, second[:3], root
    if columns > 57:
        cells[-1] = f"https://news.example/a.b/{number}"
    return "\t".join(cells) + "\n"


def acled(*rows):
    out = io.StringIO()
    csv.writer(out).writerows([HEAD, *rows])
    return "\ufeff" + out.getvalue()


class Events(Test):
    def asked(self, *files, **kinds):
        return entente("import", *files, *ASKED, "--parties", self.file("actors.csv", ACTORS), **kinds)

    def test_gdelt_becomes_a_past_of_drafts(self):
        day = self.file("20160106.export.CSV", gdelt("20160106", "PRK", "JPN", "15", 61) + gdelt("20160106", "PRK", "JPN", "15", 61, 2) +
                        gdelt("20160107", "JPNGOV", "PRK", "11", 57, 3) + gdelt("20160107", "JPN", "USA", "04") + gdelt("20150107", "JPN", "PRK", "04") + "damaged\n")
        done = self.asked(day)
        self.assert_ends(done, 0, "note: One row is damaged and left out, with other columns than the table has; the first is line 6 of '")
        self.assertIn("these stand most often: 'USA' (1).\n", done.stderr)
        case = tomllib.loads(done.stdout)
        self.assertEqual([("2016-01-06", "north-korea", True, "GDELT has 2 rows in which North Korea makes a show of force towards Japan."),
                          ("2016-01-07", "japan", True, "GDELT has a row in which Japan voices disapproval of North Korea.")],
                         [(str(event["date"]), event["by"], event["draft"], event["what"]) for event in case["event"]])
        self.assertFalse([party for party in case["party"] if set(party) - {"id", "name"}], "no option and no wish")
        for note in done.stderr.splitlines():
            self.assertIn("\n# - " + note.partition(": note: ")[2] + "\n", done.stdout)
        self.assert_ends(entente("check", "-", input=done.stdout), 0, "")
        self.assertIn("6 January 2016: GDELT has 2 rows", " ".join(entente("history", "-", input=done.stdout).stdout.split()))
        self.assertEqual(done.stdout, self.asked(day, "--as", "gdelt").stdout)

    def test_what_is_to_be_filled_in_makes_a_case(self):
        text = self.asked(self.file("e.csv", gdelt("20160106", "PRK", "JPN", "15"))).stdout
        option = '[[party.option]]\nid = "tests"\nlabels = ["holds no test", "tests a weapon"]\nstatus_quo = "yes"\n[[party.preference]]\nstatement = "north-korea.tests"\n'
        text = text.replace("# its actors: PRK\n", option).replace("draft = true\n", 'sets = { "north-korea.tests" = "yes" }\n')
        self.assert_ends(entente("check", "-", "--strict", input=text), 0, "")
        self.assertIn("tests a weapon", entente("history", "-", input=text).stdout)

    def test_acled_with_quotes_and_a_mark(self):
        table = self.file("a.csv", acled(["PRK1", "06 January 2016", "Strategic developments", "prk", "", 'A "test",\nit says.'], ["PRK2", "2016-02-07", "Battles", "JPN", "PRK", ""],
                                         ["PRK3", "2016-02-07", "Battles", "PRK", "JPN", ""], ["PRK4", "then", "Battles", "PRK", "JPN", ""]))
        done = self.asked(table)
        self.assert_ends(done, 0, "with no day that can be read as its date; the first is line 6 of '")
        case = tomllib.loads(done.stdout)
        self.assertEqual([("2016-01-06", "north-korea"), ("2016-02-07", None)], [(str(event["date"]), event.get("by")) for event in case["event"]])
        self.assertIn('The first row is PRK1: A "test", it says.\n', done.stdout)
        self.assert_ends(entente("check", "-", input=done.stdout), 0, "")

    def test_several_files_and_standard_input(self):
        one, two = gdelt("20160106", "PRK", "JPN", "15"), gdelt("20160107", "PRK", "JPN", "15")
        files = [self.file("1.csv", one), self.file("2.csv", two)]
        self.assertEqual(self.asked(self.file("1.csv", one + two)).stdout, (self.file("1.csv", one), self.asked(*files))[1].stdout)
        self.assertIn('title = "Events of GDELT"\n', self.asked("-", input=one).stdout)

    def test_what_is_asked_wrongly_is_refused(self):
        table, actors, made = self.file("e.csv", gdelt("20160106", "PRK", "JPN", "15")), self.file("actors.csv", ACTORS), str(self.folder / "made.toml")
        states = self.file("s.csv", "a.x\nyes\n")
        for words, err in [([table, "--from", "2016", "--to", "2016"], "import: error: a table of events takes --from and --to, the first day and the last, and --parties,"),
                           ([table, "--to", "2016", "--parties", actors], "--from is missing\n"), ([table, "--from", "2016", "--parties", actors], "--to is missing\n"),
                           ([table, "--from", "May", "--to", "2016", "--parties", actors], "--from takes a day such as 2016-04-15, a month or a year, and 'May' is none"),
                           ([table, "--from", "2016-02", "--to", "2016-01", "--parties", actors], "--from 2016-02 is after --to 2016-01"),
                           ([table, *ASKED, "--parties", self.file("p.csv", "who,party\n")], "p.csv:1:1: error: a table of parties has the columns actor and party"),
                           ([table, *ASKED, "--parties", str(self.folder / "no.csv")], "no.csv': No such file"),
                           ([table, "--from", "2020", "--to", "2020", "--parties", actors], "e.csv: error: no event comes of these rows. One row is left out: the day is before"),
                           ([states, *ASKED, "--parties", actors], "--from, --to and --parties go with a table of events, and this is a table of states"),
                           ([table, states, *ASKED, "--parties", actors], "a case is made of files of one kind"),
                           ([table, "--as", "acled", *ASKED, "--parties", actors], "e.csv:1:1: error: the first line of a table of ACLED has the column 'event_date'")]:
            with self.subTest(err=err):
                self.assert_ends(entente("import", *words, "-o", made), 1, err)
        self.assert_ends(entente("import", "-", *ASKED, "--parties", "-", input=ACTORS), 2, "Standard input can be read only once.")
        self.assertFalse(os.path.exists(made))

    def test_hostile_names_stay_comments_and_texts(self):
        bad = 'x"""\n[[party]]\u202e\x1b[2J\x00'
        table = self.file("a.csv", acled(["N1\nformat = 2", "2016-01-06", 'B"a\n]t', "PRK", "JPN", bad.replace("\x00", "")], ["N2", "2016-01-06", "Riots", "PRK", bad[:-1] + "y", ""]))
        done = self.asked(table)
        self.assert_ends(done, 0)
        self.assertEqual(1, len(tomllib.loads(done.stdout)["event"]))
        for sign in "\u202e\x1b\x00":
            self.assertNotIn(sign, done.stdout + done.stderr)

    def test_large_tables_take_time_as_they_grow(self):
        rows = "".join(gdelt(f"2016{1 + n % 3:02}{1 + n % 28:02}", ["PRK", "JPN", "USA", ""][n % 4], ["JPN", "PRK", "CHN"][n % 3], f"{1 + n % 20:02}", 58, n) for n in range(100000))
        day = self.file("day.csv", rows * 2)
        self.assertGreater(os.path.getsize(day), 16 << 20)
        begun = time.monotonic()
        done = self.asked(day)
        self.assertLess(time.monotonic() - begun, 30)
        self.assert_ends(done, 0)
        self.assertLessEqual(len(tomllib.loads(done.stdout)["event"]), 1000)


if __name__ == "__main__":
    main()
