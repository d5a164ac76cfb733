"""ended_test BINARY ROOT - listed cases whose analysis a budget or Ctrl-C ends: what was known by then, never a verdict that is wrong."""
import json
import os
import pty
import signal
import subprocess
import time

from entente import BINARY, PLAIN, ROOT, SECONDS, Test, entente, main, synthetic

VERBS = ["analyze", "states", "settle", "outlook", "path", "why"]
LONG = 24  # options: a second and more of every verb on a quick machine


class Ended(Test):
    def case(self, *arguments):
        return self.file("case.toml", synthetic(*arguments))

    def test_a_budget_ends_every_verb(self):
        case = self.case(LONG, 3, 8)
        for verb in VERBS:
            for form in [[], ["--json", "--limit", "5"] if verb == "states" else ["--json"]]:
                with self.subTest(verb=verb, form=form):
                    begun = time.monotonic()
                    done = entente(verb, case, *form, "--budget", "0.3s")
                    self.assertLess(time.monotonic() - begun, SECONDS / 4)
                    self.assertEqual(3, done.returncode, done.stderr)
                    if form:
                        json.loads(done.stdout)
                    else:
                        self.assertIn("The budget was spent", done.stdout)

    def test_decided_verdicts_are_right(self):
        case = self.case(16, 3, 8)
        whole = json.loads(entente("analyze", case, "--json").stdout)["verdicts"]
        open_ones = 0
        for k in range(1, 16):
            done = entente("analyze", case, "--json", "--budget", f"{0.004 * k:.3f}s")
            if done.returncode == 0:
                self.assertEqual(whole, json.loads(done.stdout)["verdicts"])
            elif done.stdout:
                self.assertEqual(3, done.returncode)
                open_ones += self.compare(whole, json.loads(done.stdout)["verdicts"])
            else:
                self.assertIn("nothing is known yet", done.stderr)
        self.assertGreater(open_ones, 0)

    def compare(self, whole, part):
        """How many counts are open; those that are not are those of the whole, and those that are lie within their bounds."""
        open_ones = 0
        for concept, found in part.items():
            right = whole[concept]
            pairs = [(found["equilibria"], right["equilibria"], found.get("bounds", {}).get("equilibria"))]
            for party, count in found["stable"].items():
                pairs.append((count, right["stable"][party], found.get("bounds", {}).get("stable", {}).get(party)))
            for told, exact, bounds in pairs:
                if told is not None:
                    self.assertEqual(exact, told)
                else:
                    open_ones += 1
                    self.assertLessEqual(bounds[0], exact)
                    self.assertGreaterEqual(bounds[1], exact)
        return open_ones

    def test_before_anything_is_known(self):
        done = entente("states", self.case(LONG, 3, 8), "--budget", "0.000001s")
        self.assertEqual((3, ""), (done.returncode, done.stdout))
        self.assertIn("the budget was spent before the situations were listed", done.stderr)

    def test_rows_are_listed_whole_or_not_at_all(self):
        listing = entente("states", self.case(LONG, 3, 8), "--csv", "--budget", "0.3s")
        self.assertEqual((3, ""), (listing.returncode, listing.stdout))
        self.assertIn("before every verdict was found", listing.stderr)
        case = self.case(20, 3, 8)
        for budget in [0.25, 0.5, 1, 2, 4, 8]:  # by the machine one of them ends among the rows
            done = entente("states", case, "--json", "--budget", f"{budget}s")
            if done.stdout:
                break
        self.assertEqual(3, done.returncode)
        self.assertIn("what is printed is cut off", done.stderr)
        self.assertGreater(len(json.loads(done.stdout)), 0)

    def test_control_c(self):
        case = self.case(LONG, 3, 8)
        for words in [["analyze", case], ["outlook", case], ["path", case, "--json"]]:
            with self.subTest(words=words):
                running = subprocess.Popen([BINARY, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=PLAIN, cwd=ROOT)
                time.sleep(0.5)
                running.send_signal(signal.SIGINT)
                out, err = running.communicate(timeout=SECONDS / 4)
                self.assertEqual(3, running.returncode, err)
                if "listed; nothing is known" not in err:  # on a machine so busy that it had hardly begun
                    self.assertIn("Stopped as asked" if "--json" not in words else '"reachable": null', out)

    def test_a_terminal_is_told(self):
        case = self.case(LONG, 3, 8)
        terminal, ours = pty.openpty()
        done = subprocess.run([BINARY, "analyze", case, "--budget", "2.5s"], stdout=subprocess.PIPE, stderr=ours, env=PLAIN, cwd=ROOT,
                              timeout=SECONDS)
        os.close(ours)
        told = os.read(terminal, 65536).decode()
        self.assertEqual(3, done.returncode)
        self.assertRegex(told, r"\r[12] s: [a-z].*Ctrl-C")
        self.assertRegex(told, r"\r +\r$")
        self.assertNotIn("Ctrl-C", entente("analyze", case, "--budget", "1.5s").stderr)


if __name__ == "__main__":
    main()
