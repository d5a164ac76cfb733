"""batch_test BINARY ROOT - many cases: a line each, in order, faults as lines; parts; hostile lists; what interrupts or kills it."""
import json
import os
import pathlib
import signal
import subprocess
import time
import unittest

from entente import BINARY, ROOT, SECONDS, Test, answer, entente, main

CASES = sorted(str(f) for f in (ROOT / "cases").glob("*.toml") if b"[[include]]" not in f.read_bytes())
SMALL = (ROOT / "cases/prisoners-dilemma.toml").read_text()
FAULTY = 'format = 1\ntitle = "T"\n[[party]]\nid = "a"\ncolor = "red"\n'
ENDLESS = ["sample", "--variants", "1000000000000"]


def lines(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def children(process):
    try:
        return [int(p) for p in pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except FileNotFoundError:
        return []


def wait_for(what, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := what():
            return found
        time.sleep(0.02)
    raise AssertionError("waited in vain")


class Batch(Test):
    def list(self, *names, text=None):
        return self.file("list.txt", "".join(n + "\n" for n in names) if text is None else text)

    def begin(self, *words, **kinds):
        process = subprocess.Popen([BINARY, "batch", *words], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.folder, **kinds)
        self.addCleanup(lambda: (process.kill(), process.communicate()))
        return process


class Lines(Batch):
    def test_a_line_a_case_in_order(self):
        listed = self.list(*CASES)
        for words in (["settle"], ["outlook", "--concept", "gmr"], ["why"], ["states", "--limit", "3"], ["sample", "--variants", "20"], ["check"], ["analyze"]):
            done = entente("batch", listed, *words)
            self.assert_ends(done, 0, "")
            found = lines(done)
            self.assertEqual(CASES, [line["case"] for line in found])
            for case, line in zip(CASES, found):
                alone = entente(words[0], *words[1:], case, "--json")
                self.assertEqual(["batch", "case", "status", "out", "err"], list(line))
                self.assertEqual((words[0], alone.returncode, json.loads(alone.stdout), alone.stderr), (line["batch"], line["status"], line["out"], line["err"]))

    def test_faults_are_lines(self):
        self.file("good.toml", SMALL)
        self.file("bad.toml", FAULTY)
        listed = self.list("good.toml", "missing.toml", "bad.toml", "good.toml")
        done = entente("batch", listed, "settle")
        self.assert_ends(done, 0, "")
        good, missing, bad, last = lines(done)
        self.assertEqual(good, last)
        self.assertEqual((0, answer("settle", f"{self.folder}/good.toml"), ""), (good["status"], good["out"], good["err"]))
        self.assertEqual((1, None, f"entente: cannot read '{self.folder}/missing.toml': No such file or directory\n"), (missing["status"], missing["out"], missing["err"]))
        self.assertEqual((1, None), (bad["status"], bad["out"]))
        self.assertIn(f"{self.folder}/bad.toml:5:1: error: [[party]] has no key 'color' [unknown-key]", bad["err"])
        checked = lines(entente("batch", listed, "check"))
        self.assertEqual([0, 1, 1, 0], [line["status"] for line in checked])
        self.assertEqual("unknown-key", checked[2]["out"]["faults"][0]["code"])
        budget = lines(entente("batch", "--budget", "2 states", self.list("good.toml"), "robust"))
        self.assertEqual(3, budget[0]["status"])

    def test_folders(self):
        for name in ("b.toml", "a/z.toml", "a/a.toml", "a-b.toml", "a/.hidden.toml", ".git/x.toml", "a/note.txt"):
            (self.folder / name).parent.mkdir(exist_ok=True)
            self.file(name, SMALL)
        (self.folder / "folder.toml").mkdir()
        os.symlink("..", self.folder / "a/up")
        os.symlink("b.toml", self.folder / "linked.toml")
        expected = ["a-b.toml", "a/a.toml", "a/z.toml", "b.toml", "linked.toml"]
        for folder in (str(self.folder), f"{self.folder}/"):
            done = entente("batch", folder, "settle")
            self.assertEqual(expected, [line["case"] for line in lines(done)])
            self.assertEqual({0}, {line["status"] for line in lines(done)})
        self.assertEqual(expected, [line["case"] for line in lines(entente("batch", ".", "settle", cwd=self.folder))])

    def test_lists(self):
        self.file("-", SMALL)
        self.file("-x.toml", SMALL)
        self.file("ä b.toml", SMALL)
        os.mkfifo(self.folder / "pipe")
        names = ["-", "-x.toml", "ä b.toml", "pipe", ".", "/dev/zero", "y" * 5000]
        text = "\ufeff\n  \n\t\r\n" + "\r\n".join(names)
        self.list(text=text)
        for listed, kinds in [("list.txt", {}), ("-", {"input": text.lstrip("\ufeff")}), ("./list.txt", {})]:
            done = entente("batch", listed, "settle", cwd=self.folder, **kinds)
            self.assert_ends(done, 0, "")
            self.assertEqual(names, [line["case"] for line in lines(done)])
            self.assertEqual([0, 0, 0, 1, 1, 1, 1], [line["status"] for line in lines(done)])
        self.assertIn("is a folder, a device or a pipe and no case", lines(done)[3]["err"])
        (self.folder / "hostile").write_bytes(b"a\0b.toml\n\xff\xfe.toml\n" + b"\n" * 100000 + b"-\n")
        found = lines(entente("batch", "hostile", "settle", cwd=self.folder))
        self.assertEqual([("a\0b.toml", 1), ("\ufffd\ufffd.toml", 1), ("-", 0)], [(line["case"], line["status"]) for line in found])
        self.assertEqual("entente: the name of this case has a NUL\n", found[0]["err"])
        self.assert_ends(entente("batch", self.list(), "settle"), 0, "")
        self.assertEqual("", entente("batch", self.list(text="\n" * 100000), "settle").stdout)
        self.assert_ends(entente("batch", "nowhere", "settle"), 1, "cannot read 'nowhere': No such file or directory")

    def test_parts_merged_are_the_whole(self):
        self.file("bad.toml", FAULTY)
        listed = self.list(*CASES, "bad.toml", *CASES[:5])
        whole = entente("batch", listed, "settle").stdout
        for parts in (1, 2, 3, 7, 14, 40):
            some = [entente("batch", listed, "settle", "--part", f"{k}/{parts}").stdout for k in range(1, parts + 1)]
            self.assertEqual(whole, "".join(some))
            counts = [part.count("\n") for part in some]
            self.assertLessEqual(max(counts) - min(counts), 1)


class Questions(Batch):
    def test_what_means_nothing(self):
        listed = self.list(CASES[0])
        for words, err in [([], "'batch' needs a LIST"), ([listed], "'batch' needs a VERB"), ([listed, "sttle"], "did you mean 'settle'?"),
                           ([listed, "draw"], "'draw' is no verb that a batch asks. It is one of analyze, check, "), ([listed, "diff"], "'diff' is no verb that"),
                           ([listed, "batch", listed, "check"], "'batch' is no verb that"), ([listed, "settle", "--concpt"], "'settle' has no flag '--concpt'"),
                           ([listed, "outlook", "--concept", "sqe"], "did you mean 'seq'?"), (["--prt", "1/2", listed, "settle"], "'batch' has no flag '--prt'; did you mean '--part'?"),
                           ([listed, "settle", "--part", "3/2"], "--part cannot be '3/2'"), ([listed, "settle", "--part", "0/2"], "--part cannot be '0/2'"),
                           ([listed, "settle", "-o"], "--output needs a FILE"), ([listed, "settle", "--budget="], "--budget needs a BUDGET"),
                           ([listed, "settle", "--budget", "60s"], "a batch counts nodes and states"), ([listed, "settle", "--budget", "1M states,1GB"], "a batch counts nodes and states"),
                           ([listed, "settle", "--", "--budget", "60s"], "--budget"), ([listed, "settle", "--stats"], "--stats tells of seconds"),
                           ([listed, "states", "--csv"], "--csv excludes --json"), ([listed, "settle", CASES[1]], "A batch takes its cases from the list or the folder alone"),
                           ([listed, "sample", "--merge", "a"], "A batch takes its cases from the list or the folder alone"), ([listed, "sample", "--chances", "-"], "reads standard input"),
                           ([listed, "analyze", "--proof", "x"], "In a batch no verb writes a file"), ([listed, "robust", "--witness", "x"], "In a batch no verb writes a file"),
                           ([listed, "audit", "--stamp", "--sources", "."], "In a batch no verb writes a file")]:
            with self.subTest(words=words):
                self.assert_ends(entente("batch", *words, cwd=self.folder), 2, err)
        self.assertEqual(["list.txt"], os.listdir(self.folder))

    def test_flags_may_stand_anywhere(self):
        listed = self.list(*CASES)
        part = entente("batch", listed, "outlook", "--concept", "gmr", "--part", "1/3").stdout
        for words in (["--part", "1/3", listed, "outlook", "--concept", "gmr"], [listed, "--part=1/3", "outlook", "--concept", "gmr"],
                      [listed, "outlook", "--part", "1/3", "--concept=gmr", "--json"], ["--part", "1/3", "--", listed, "outlook", "--concept", "gmr"]):
            self.assertEqual(part, entente("batch", *words).stdout, words)
        self.assertEqual(part, entente("--color", "never", "batch", "--color=always", listed, "outlook", "--concept", "gmr", "--part", "1/3").stdout)
        halves = lines(entente("batch", self.list(CASES[0]), "sample", "--variants", "20", "--", "--part", "1/2"))
        self.assertIn("entente-sample", halves[0]["out"])


class Files(Batch):
    def test_written_whole_or_not_at_all(self):
        listed, made = self.list(*CASES), self.folder / "made.jsonl"
        whole = entente("batch", listed, "settle").stdout
        self.assert_ends(entente("batch", listed, "settle", "-o", str(made)), 0, "")
        self.assertEqual(whole, made.read_text())
        self.assert_ends(entente("batch", listed, "outlook", f"--output={made}"), 0, "")  # its own is replaced
        self.assertNotEqual(whole, made.read_text())
        notes = pathlib.Path(self.file("notes", "mine\n"))
        self.assert_ends(entente("batch", listed, "settle", "-o", str(notes)), 1, "is no page, picture, sample or certificate")
        self.assertEqual("mine\n", notes.read_text())
        self.assert_ends(entente("batch", listed, "settle", "--force", "-o", str(notes)), 0, "")
        self.assertEqual(whole, notes.read_text())
        self.assert_ends(entente("batch", listed, "settle", "--force", "-o", listed), 2, "would write over")
        case = self.file("case.toml", SMALL)
        self.assert_ends(entente("batch", str(self.folder), "settle", "--force", "-o", case), 1, "is read here")
        self.assertEqual(SMALL, pathlib.Path(case).read_text())
        self.assert_ends(entente("batch", listed, "settle", "-o", f"{self.folder}/no/x"), 1, "cannot write")
        self.assertEqual([], list(self.folder.glob(".entente*")))
        with open("/dev/full", "w") as full:
            self.assertEqual(1, entente("batch", listed, "settle", stdout=full).returncode)

    def test_interrupted(self):
        case, made = self.file("case.toml", SMALL), self.folder / "made.jsonl"
        made.write_text('{"batch":"settle","old":1}\n')
        for number in (signal.SIGINT, signal.SIGTERM):
            running = self.begin(self.list(case, case, case), *ENDLESS, "-o", str(made))
            workers = wait_for(lambda: children(running.pid))
            running.send_signal(number)
            out, err = running.communicate(timeout=SECONDS)
            self.assertEqual((3, "", "entente: stopped as asked before every case was asked about\n"), (running.returncode, out, err))
            self.assertEqual(["case.toml", "list.txt", "made.jsonl"], sorted(os.listdir(self.folder)))
            self.assertEqual('{"batch":"settle","old":1}\n', made.read_text())
            self.assertEqual([], [w for w in workers if os.path.exists(f"/proc/{w}")])

    def test_lines_come_while_others_are_worked_on(self):
        quick = self.file("bad.toml", FAULTY)
        running = self.begin(self.list(quick, quick, self.file("case.toml", SMALL), quick), *ENDLESS)
        self.assertEqual([1, 1], [json.loads(running.stdout.readline())["status"] for _ in range(2)])
        running.send_signal(signal.SIGTERM)
        self.assertEqual(("", 3), (running.communicate(timeout=SECONDS)[0], running.returncode))

    def test_one_that_is_killed_costs_only_its_line(self):
        running = self.begin(self.list(self.file("bad.toml", FAULTY), self.file("case.toml", SMALL), "bad.toml"), *ENDLESS)
        self.assertEqual(1, json.loads(running.stdout.readline())["status"])
        for number, status, why in [(signal.SIGKILL, 3, "ended by signal 9 (Killed), as the system does where memory runs out"), (signal.SIGSEGV, 4, "ended by signal 11")]:
            if number == signal.SIGSEGV:
                running = self.begin(self.list("bad.toml", "case.toml", "bad.toml"), *ENDLESS)
                running.stdout.readline()
            def endless():
                return [c for c in children(running.pid) if "case.toml" in pathlib.Path(f"/proc/{c}/cmdline").read_text()]
            os.kill(wait_for(endless)[0], number)
            rest = [json.loads(line) for line in running.communicate(timeout=SECONDS)[0].splitlines()]
            self.assertEqual([status, 1], [line["status"] for line in rest])
            self.assertIsNone(rest[0]["out"])
            self.assertIn(why, rest[0]["err"])
            self.assertEqual(0, running.returncode)

    def test_workers_end_with_it(self):
        running = self.begin(self.list(self.file("case.toml", SMALL)), *ENDLESS, "-o", str(self.folder / "made.jsonl"))
        worker, = wait_for(lambda: children(running.pid))
        running.kill()
        running.communicate(timeout=SECONDS)
        wait_for(lambda: not os.path.exists(f"/proc/{worker}") or "Z" in pathlib.Path(f"/proc/{worker}/stat").read_text().split()[2])
        self.assertEqual(["case.toml", "list.txt"], sorted(os.listdir(self.folder)))

    def test_whoever_reads_may_go(self):
        running = self.begin(self.list(*CASES * 20), "settle")
        running.stdout.readline()
        running.stdout.close()
        self.assertEqual(1, running.wait(timeout=SECONDS))


if __name__ == "__main__":
    main()
