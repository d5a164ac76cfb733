"""large_test BINARY ROOT - cases whose states are too many to list: what diagrams say of them, and budgets that run out."""
from entente import Test, entente, main, synthetic


class Large(Test):
    def case(self, *arguments):
        return self.file("large.toml", synthetic(*arguments))

    def test_three_parties(self):
        case = self.case(60, 3, 8)
        self.assertIn("60 options, 772,367,336,094,040,064 states", entente("check", case).stdout)
        states = entente("states", case, "--only", "seq", "--limit", "3")
        self.assertEqual(0, states.returncode, states.stderr)
        self.assertRegex(states.stdout, r"SEQ +all of them +145,002,403,640,901,632")
        self.assertIn("66,561. ", states.stdout)
        self.assertEqual(3, states.stdout.split("with what is otherwise")[1].count(". P2 "))
        self.assertRegex(entente("settle", case).stdout, r"[0-9,]+ are accepted by all")
        self.assertIn("Nothing stops it", " ".join(entente("why", case, "--party", "p0").stdout.split()))
        self.assertIn("takes three moves, none of them a concession.", entente("path", case).stdout)
        self.assertIn("lead to 2,175,112,375,296 other situations:", " ".join(entente("outlook", case).stdout.split()))
        brief = entente(case).stdout
        for heading in ["WHERE IT STANDS", "WHERE IT IS HEADING", "WHICH SETTLEMENTS ALL WOULD ACCEPT", "THE SHORTEST WAY TO", "WHAT THIS RESTS ON"]:
            self.assertIn(heading, brief)
        self.assertEqual(brief, entente(case).stdout)

    def test_engines_agree(self):
        case = self.case(14, 3, 6)
        for verb in [["states", "--csv"], ["settle", "--json"]]:
            self.assertEqual(entente(verb[0], case, verb[1]).stdout, entente(verb[0], case, verb[1], "--engine", "symbolic").stdout)

    def test_budget(self):
        case = self.case(60, 6, 16)
        done = entente("states", case, "--budget", "2s")
        self.assertEqual(3, done.returncode)
        self.assertRegex(done.stdout, r"SEQ +p0 +[0-9,]+ to [0-9,]+")
        self.assertRegex(done.stdout, r"NASH +all of them +[0-9,]+\n")
        self.assertIn("The budget was spent", done.stdout)
        self.assertEqual(3, entente("states", case, "--budget", "100 nodes").returncode)

    def test_faults(self):
        self.assertIn("[no-state]", entente("check", self.file("none.toml", NONE)).stderr)
        left = entente("check", self.file("left.toml", LEFT_OUT))
        self.assertEqual(1, left.returncode)
        self.assertIn("[ranking-incomplete]", left.stderr)

    def test_what_lists_is_refused(self):
        case = self.case(40, 3, 4)
        for words in [["states", case, "--csv"], ["analyze", case, "--proof", "proof"], ["states", case, "--coalitions"],
                      ["states", case, "--engine", "explicit"], ["why", case, "--coalition", "p0,p1"]]:
            with self.subTest(words=words):
                done = entente(*words)
                self.assertEqual((3, ""), (done.returncode, done.stdout))
                self.assertIn("situations", done.stderr)


OPTIONS = "".join(f'  [[party.option]]\n  id = "o{k}"\n' for k in range(40))
NONE = 'format = 1\ntitle = "None"\n[[party]]\nid = "p"\n' + OPTIONS + \
    '[[rule]]\nrequire = "at_least(2, p.o0, p.o39) and at_most(1, p.o0, p.o39)"\n'
LEFT_OUT = 'format = 1\ntitle = "Left out"\n[[party]]\nid = "p"\nranking = ["p.o0 and p.o1", "not p.o1"]\n' + OPTIONS


if __name__ == "__main__":
    main()
