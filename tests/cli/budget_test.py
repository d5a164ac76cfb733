"""budget_test BINARY ROOT - what every verb does with a budget of memory, and when it is told to end: within it, or exit status 3 with what is known."""
import json
import os
import random
import signal
import subprocess
import time

from entente import BINARY, PLAIN, ROOT, SECONDS, Test, answer, entente, main, synthetic

MEGABYTE = 1024  # of ru_maxrss, which counts kilobytes
OPTIONS = 20  # 2^20 states, so that every verb is at work for a second and more
SMALL = "cases/elmira.toml"
HOURS = "100h"  # so that a verb begins work that it would warn of
WORK = {
    "analyze": [],
    "states": [],
    "settle": [],
    "outlook": [],
    "path": [],
    "why": [],
    "robust": [],
    "unlock": [],
    "sample": [],
    "draw": ["--picture", "tornado"],
    "history": [],
    "report": [],
}


class Budget(Test):
    def setUp(self):
        super().setUp()
        self.case = self.file("case.toml", with_history(synthetic(OPTIONS, 3, 8)))

    def ask(self, *words):
        """Exit status, both streams, and the most memory that it took in MB."""
        out, err = open(self.folder / "out", "w+b"), open(self.folder / "err", "w+b")
        with out, err:
            running = subprocess.Popen([BINARY, *words], stdout=out, stderr=err, env=PLAIN, cwd=ROOT)
            _, status, used = os.wait4(running.pid, 0)
            running.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0), err.seek(0)
            return running.returncode, out.read().decode(), err.read().decode(), used.ru_maxrss / MEGABYTE

    def test_memory(self):
        for verb, flags in WORK.items():
            for given, meant in [(60, 64), (100, 100)]:
                with self.subTest(verb=verb, budget=given):
                    status, out, err, most = self.ask(verb, self.case, *flags, "--budget", f"{given}MB,2s")
                    self.assertLessEqual(most, 1.2 * meant)
                    self.assertIn(status, (0, 3))
                    if status == 3:
                        self.assertIn("budget", out + err)

    def test_memory_of_two_cases(self):
        other = self.file("other.toml", with_history(synthetic(OPTIONS, 3, 7)))
        status, _, err, most = self.ask("diff", self.case, other, "--budget", "100MB,2s")
        self.assertLessEqual(most, 120)
        self.assertEqual(3, status, err)

    def test_told_to_end(self):
        for verb, flags in WORK.items():
            for how in (signal.SIGINT, signal.SIGTERM):
                with self.subTest(verb=verb, signal=how):
                    page = self.folder / "page"
                    file = ["-o", str(page)] if verb in ("report", "draw", "sample") else []
                    running = subprocess.Popen([BINARY, verb, self.case, *flags, *file, "--budget", HOURS], stdout=subprocess.PIPE,
                                               stderr=subprocess.PIPE, text=True, env=PLAIN, cwd=ROOT)
                    time.sleep(0.4)
                    running.send_signal(how)
                    out, err = running.communicate(timeout=SECONDS / 6)  # asked: a second
                    if running.returncode == 0:  # it was quicker
                        continue
                    self.assertEqual(3, running.returncode, err)
                    self.assertNotEqual("", out + err)
                    self.assertFalse(page.exists(), "half an answer was written")

    def test_told_to_end_while_it_waits(self):
        """For a pipe that nobody writes to, or reads."""
        pipe = str(self.folder / "pipe")
        os.mkfifo(pipe)
        large = self.file("large.toml", synthetic(18, 3, 8))
        for words in [["diff", SMALL, "-"], ["check", SMALL, "-"], ["draw", "-o", pipe, SMALL], ["sample", "--chances", pipe, SMALL],
                      ["analyze", "--proof", pipe, SMALL], ["states", "--csv", large]]:
            with self.subTest(words=words):
                running = subprocess.Popen([BINARY, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=PLAIN, cwd=ROOT)
                time.sleep(1)
                running.send_signal(signal.SIGTERM)
                self.assertEqual(3, running.wait(SECONDS / 6))
                for stream in (running.stdin, running.stdout, running.stderr):
                    stream.close()

    def test_what_was_not_tried_is_not_told(self):
        """Of work that was ended nothing is said to carry nothing, whenever that was."""
        case = "cases/northern-territories.toml"
        whole = answer("robust", case, "--about", "zone")["conclusion"]
        self.assertNotEqual([], whole["carried_by"])
        ended = 0
        for seconds in [0.05, 0.1, 0.2, 0.4, 0.8, 1.6]:  # by the machine some of them end among the single changes
            told = entente("robust", case, "--budget", f"{seconds}s").stdout
            done = entente("robust", case, "--json", "--budget", f"{seconds}s")
            if "Stopped before every single change was tried" in told:
                ended += 1
                for claim in ["No single assumption carries", "each change was made alone", "Firmness"]:
                    self.assertNotIn(claim, told)
            known = json.loads(done.stdout) if done.stdout else {"searched_up_to": 1, "conclusions": [], "evidence": []}
            if known["searched_up_to"] == 0:
                ended += 1
                self.assertEqual({None}, {one["firmness"] for one in known["conclusions"]})
                zone = next(one for one in known["conclusions"] if one["id"] == "zone")
                self.assertLessEqual(set(zone["carried_by"]), set(whole["carried_by"]))
        self.assertGreater(ended, 0)

    def test_files_are_whole_or_as_they_were(self):
        sample, picture = self.folder / "sample.txt", self.folder / "picture.svg"
        self.assertEqual(0, entente("sample", SMALL, "--variants", "20", "-o", str(sample)).returncode)
        before = sample.read_text()
        done = entente("sample", "cases/northern-territories.toml", "--variants", "100000", "-o", str(sample), "--budget", "2s")
        self.assertEqual(3, done.returncode)
        self.assertEqual(before, sample.read_text())
        if done.stdout or "nothing is known" not in done.stderr:
            self.assertIn("is not written: the answer is not whole", done.stderr)
        self.assertEqual(3, entente("robust", self.case, "--budget", "1s", "--svg", str(picture)).returncode)
        self.assertFalse(picture.exists())

    def test_more_memory_never_gives_less(self):
        """Where listed states would not fit, diagrams answer."""
        for verb in ("analyze", "outlook", "path", "settle"):
            with self.subTest(verb=verb):
                statuses = [entente(verb, self.case, "--budget", f"{most}MB").returncode for most in (64, 128, 256, 4000)]
                self.assertEqual([0, 0, 0, 0], statuses)

    def test_the_rules_of_a_large_case_are_within_its_time(self):
        """60 rules over 60 options: their diagram alone takes minutes."""
        dice = random.Random(3)
        parties = "".join(f'[[party]]\nid = "p{i}"\n' + "".join(f'[[party.option]]\nid = "o{k}"\n' for k in range(15)) +
                          '[[party.preference]]\nstatement = "p1.o1"\n' for i in range(4))
        rules = "".join('[[rule]]\nforbid = "' + " and ".join(dice.choice(["", "not "]) * (k > 0) + f"p{dice.randrange(4)}.o{dice.randrange(15)}"
                                                             for k in range(4)) + '"\n' for _ in range(60))
        case = self.file("rules.toml", f'format = 1\ntitle = "Many rules"\n{parties}{rules}')
        begun = time.monotonic()
        self.assertEqual(3, entente("settle", case, "--budget", "2s").returncode)
        self.assertLess(time.monotonic() - begun, 20)

    def test_ignored_from_outside(self):
        """As nohup has it: what the shell ignores ends nothing."""
        running = subprocess.Popen([BINARY, "analyze", self.case], stdout=subprocess.PIPE, text=True, env=PLAIN, cwd=ROOT,
                                   preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        time.sleep(0.2)
        running.send_signal(signal.SIGHUP)
        running.communicate(timeout=SECONDS)
        self.assertEqual(0, running.returncode)

    def test_work_of_hours_is_told_before_it_begins(self):
        for verb in ("robust", "unlock", "sample"):
            with self.subTest(verb=verb):
                many = ["--variants", "100000"] if verb == "sample" else []
                done = entente(verb, self.file("large.toml", synthetic(22, 6, 12)), *many)
                self.assertEqual((3, ""), (done.returncode, done.stdout))
                self.assertRegex(done.stderr, r"about [\d,]+ (minutes|hours) on one core")
                self.assertRegex(done.stderr, r"Go on with --budget \d+h")

    def test_what_robust_knows_is_told(self):
        done = entente("robust", self.file("small.toml", synthetic(14, 3, 8)), "--deep", "--budget", "2s")
        self.assertEqual(3, done.returncode)
        self.assertIn("the budget was spent before every change was tried", done.stderr)
        self.assertNotEqual("", done.stdout)

    def test_a_page_leaves_out_what_would_take_too_long(self):
        page = self.folder / "page.html"
        case = self.file("middle.toml", synthetic(17, 3, 12))
        self.assertEqual(0, entente("report", case, "-o", str(page)).returncode)
        self.assertIn("was not worked out: it would have taken too long", page.read_text())
        true = entente("verify", str(page), case)
        self.assertEqual(0, true.returncode, true.stdout)

    def test_a_small_case_is_answered_in_the_least_memory(self):
        for verb in WORK:
            with self.subTest(verb=verb):
                self.assertEqual(entente(verb, SMALL).stdout, entente(verb, SMALL, "--budget", "1MB").stdout)


def with_history(case):
    """The case with a past of one move of its first party."""
    dated = case.replace("\n\n", "\ndate = 2020-01-01\n\n", 1).replace('id = "o0"\n', 'id = "o0"\nstart = "yes"\n', 1)
    return dated + '\n[[event]]\ndate = 2019-01-01\nwhat = "The first party moved."\nby = "p0"\nsets = { "p0.o0" = "no" }\n'


if __name__ == "__main__":
    main()
