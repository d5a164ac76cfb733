"""robust_test BINARY ROOT - robust, unlock and sample from the outside: witnesses, Ctrl-C, parts and what kills them."""
import json
import signal
import subprocess
import time
import unittest

from entente import BINARY, FIRST, ROOT, Test, answer, entente, main

SMALL = "cases/elmira.toml"


def conclusions(text):
    return {c["id"]: c["value"] for c in json.loads(text)["conclusions"]}


class Robust(Test):
    def test_witnesses_are_cases_with_another_conclusion(self):
        folder = self.folder / "witnesses"
        done = entente("robust", SMALL, "--witness", str(folder), "--json")
        self.assert_ends(done, 0)
        said = conclusions(done.stdout)
        files = sorted(folder.iterdir())
        self.assertTrue(files)
        for file in files:
            with self.subTest(file=file.name):
                self.assert_ends(entente("check", str(file)), 0)
                now = conclusions(entente("robust", str(file), "--json").stdout)
                ids = [i for i in said if i == file.stem or i.replace("/", "-") == file.stem or
                       (file.stem.startswith("equilibrium-") and i.startswith("equilibrium/"))]
                self.assertTrue(any(now.get(i) != said[i] for i in ids), ids)

    def test_about_one_thing_alone_is_as_in_the_whole(self):
        whole = json.loads(entente("robust", SMALL, "--json").stdout)
        for one in whole["conclusions"]:
            alone = json.loads(entente("robust", SMALL, "--about", one["id"], "--json").stdout)
            self.assertEqual(one, alone["conclusion"])
        for one in whole["assumptions"]:
            done = entente("robust", SMALL, "--about", one["id"], "--json")
            self.assert_ends(done, 0)
            alone = json.loads(done.stdout)
            self.assertEqual(one, alone["assumption"])
            flips = {(c["change"], f["conclusion"]) for c in alone["changes"] for f in c["falls"]}
            said = {(f["change"], c["id"]) for c in whole["conclusions"] for f in c["flipped_by"]
                    if f["change"].split(" ")[1] == one["id"]}
            self.assertEqual(said, flips)
        self.assert_ends(entente("robust", SMALL, "--about", "stability/seq/uniroyl"), 1, "did you mean 'stability/seq/uniroyal'?")

    def test_picture(self):
        file = self.folder / "picture.svg"
        self.assert_ends(entente("robust", SMALL, "--svg", str(file)), 0)
        self.assertTrue(file.read_text().startswith("<svg ") and file.read_text().endswith("</svg>\n"))

    def test_interrupted_it_prints_what_is_done(self):
        work = subprocess.Popen([BINARY, "robust", FIRST, "--pairs"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
        time.sleep(0.5)
        work.send_signal(signal.SIGINT)
        out, err = work.communicate(timeout=30)
        self.assertEqual(3, work.returncode)
        self.assertIn("WHAT EACH CONCLUSION RESTS ON", out)
        self.assertIn("stopped", err)


class Unlock(Test):
    def test_answers(self):
        for words in [[], ["--to", "uniroyal.plan = accept"], ["--state", "1", "--party", "uniroyal"], ["--state", "2"], ["--concept", "nash"]]:
            with self.subTest(words=words):
                self.assert_ends(entente("unlock", SMALL, *words), 0)
                self.assertIn("sets", json.loads(entente("unlock", SMALL, *words, "--json").stdout))

    def test_a_state_can_be_made_to_last(self):
        """Each set that is named for a state makes it an equilibrium, by the plain analysis of the case so changed."""
        states = json.loads(entente("states", SMALL, "--json").stdout)
        shaky = [s["state"] for s in states if not s["seq"]]
        self.assertTrue(shaky)
        answers = [json.loads(entente("unlock", SMALL, "--state", str(n), "--json").stdout) for n in shaky]
        self.assertTrue(any(a["sets"] for a in answers))
        self.assertFalse(any(a["already"] for a in answers))
        lasting = next(s["state"] for s in states if s["seq"])
        self.assertTrue(json.loads(entente("unlock", SMALL, "--state", str(lasting), "--json").stdout)["already"])

    def test_a_party_goes_with_a_state(self):
        for words in [["--party", "uniroyal"], ["--state", "1", "--party", "uniroyal", "--to", "true"]]:
            self.assertEqual(2, entente("unlock", SMALL, *words).returncode, words)
        self.assert_ends(entente("unlock", SMALL, "--state", "99999", "--party", "uniroyal"), 1, "there are only")

    def rankings(self, case, state, party, concept="seq", *words):
        return answer("unlock", case, "--state", str(state), "--party", party, "--rankings", "--concept", concept, *words)

    def test_rankings_as_published(self):
        """Syria's own Nash stability in the Euphrates case: 240 of its 720 strict rankings, the published number."""
        for state in range(1, 7):
            self.assertEqual({"all": 720, "stable": 240}, self.rankings("cases/euphrates.toml", state, "syria", "nash")["rankings"])

    def test_rankings_are_about_the_state_as_the_plain_analysis_has_it(self):
        for case, parties in [("cases/euphrates.toml", ["syria", "iraq"]), (SMALL, ["ministry", "uniroyal", "local"]), ("cases/north-korea-pressure.toml", ["japan", "russia"])]:
            for row in json.loads(entente("states", case, "--json").stdout)[:12]:
                for party in parties:
                    for concept in ("nash", "gmr", "smr", "seq", "sseq"):
                        self.assertEqual(row[f"{concept}:{party}"] in (1, True), self.rankings(case, row["state"], party, concept)["already"], (case, row["state"], party, concept))

    def test_each_set_makes_the_state_stable_and_no_part_of_it_does(self):
        """By the analysis of the case with Syria's ranking so changed."""
        text = (ROOT / "cases/euphrates.toml").read_text()
        head, tail = text[:text.index("  [[party.preference]]")], text[text.index('[[party]]\nid      = "iraq"'):]
        rows = json.loads(entente("states", "cases/euphrates.toml", "--json").stdout)
        course = {row["state"]: f"syria.course = {row['syria.course']} and {'' if row['iraq.attack'] == 'yes' else 'not '}iraq.attack" for row in rows}

        def stable(state, worse, concept):
            better = [s for s in course if s != state and s not in worse]
            ranking = [" or ".join(f"({course[s]})" for s in some) for some in (better, [state], worse) if some]
            case = head.replace('name = "Syria"', 'name = "Syria"\nranking = ' + json.dumps(ranking)) + tail
            return json.loads(entente("states", "-", "--json", input=case).stdout)[state - 1][f"{concept}:syria"] in (1, True)
        for concept in ("nash", "smr", "seq", "sseq"):
            for state in (1, 2):
                found = self.rankings("cases/euphrates.toml", state, "syria", concept)
                self.assertTrue(found["whole"] and found["no_better"])
                for worse in found["no_better"]:
                    self.assertTrue(stable(state, worse, concept), (concept, state, worse))
                    for spared in worse:
                        self.assertFalse(stable(state, [s for s in worse if s != spared], concept), (concept, state, worse, spared))

    def test_rankings_told(self):
        text = entente("unlock", "cases/euphrates.toml", "--state", "1", "--party", "Syria", "--rankings").stdout
        self.assertIn("WHAT SYRIA MUST LIKE NO BETTER THAN STATE 1 FOR IT TO BE STABLE FOR SYRIA\n", text)
        self.assertIn("Each of these two sets is enough", text)
        self.assertIn("in 300.", text)
        large = self.rankings(FIRST, 1, "japan", "gmr")
        self.assertEqual((False, 47, 46), (large["whole"], len(large["no_better"][-1]), large["known_up_to"]))
        self.assertEqual((None, 1000), (large["rankings"], len(large["no_better"])))
        told = entente("unlock", FIRST, "--state", "1", "--party", "japan", "--rankings", "--concept", "gmr").stdout
        told = " ".join(told.split())
        self.assertIn("And 995 more; --json has all.", told)
        self.assertIn("There can be more sets than these; none of up to 46 situations is left out.", told)
        self.assertIn("For each of the 47 moves that Japan could make from there a set has", told)
        self.assertEqual({"1": "s1"}, {k: v for k, v in self.rankings(SMALL, 1, "local")["ids"].items() if k == "1"})

    def test_rankings_are_of_a_party_at_one_state(self):
        for words in [["--rankings"], ["--rankings", "--state", "1"], ["--rankings", "--to", "true"]]:
            self.assert_ends(entente("unlock", SMALL, *words), 2, "--party")
        self.assert_ends(entente("unlock", SMALL, "--rankings", "--state", "99999", "--party", "local"), 1, "numbered from 1 to 12")
        self.assert_ends(entente("unlock", SMALL, "--rankings", "--state", "s9", "--party", "local"), 1, "state s9 is four situations; --rankings is about one, by its number")
        self.assert_ends(entente("unlock", SMALL, "--rankings", "--state", "1", "--party", "locl"), 1, "did you mean 'local'?")


class Sample(Test):
    def part(self, i, n, *words):
        file = self.folder / f"part-{i}.json"
        self.assert_ends(entente("sample", SMALL, "--variants", "3000", "--part", f"{i}/{n}", "-o", str(file), *words), 0)
        return str(file)

    def test_merged_is_the_whole_byte_for_byte(self):
        parts = [self.part(i, 3) for i in (2, 3, 1)]
        for form in ([], ["--json"]):
            whole = entente("sample", SMALL, "--variants", "3000", *form).stdout
            self.assertEqual(whole, entente("sample", *form, "--merge", *parts).stdout)

    def test_parts_that_do_not_belong_together(self):
        one, two = self.part(1, 2), self.part(2, 2, "--seed", "5")
        for files, err in [([one, two], "do not belong together"), ([one, one], "twice"), ([one], "missing"), ([SMALL], "no part")]:
            self.assert_ends(entente("sample", "--merge", *files), 1, err)

    def test_usage(self):
        for words in [["sample"], ["sample", SMALL, "--part", "3/2"], ["sample", SMALL, "--part", "x"], ["sample", SMALL, "--variants", "0"]]:
            self.assertEqual(2, entente(*words).returncode, words)
        table = self.file("chances", "certain 0.5\n")
        self.assert_ends(entente("sample", SMALL, "--chances", table), 1, "line 1")

    def test_a_part_killed_at_any_moment_leaves_no_half_file(self):
        file = self.folder / "killed.json"
        words = [BINARY, "sample", FIRST, "--variants", "60", "--part", "1/2", "-o", str(file)]
        begun = time.monotonic()
        self.assertEqual(0, subprocess.run(words, cwd=ROOT).returncode)
        whole, took = file.read_bytes(), time.monotonic() - begun
        for k in range(20):
            file.unlink(missing_ok=True)
            work = subprocess.Popen(words, cwd=ROOT)
            time.sleep(took * k / 16)
            work.kill()
            work.wait()
            if file.exists():
                self.assertEqual(whole, file.read_bytes())


if __name__ == "__main__":
    main()
