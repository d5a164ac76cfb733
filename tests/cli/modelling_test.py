"""modelling_test.py BINARY ROOT - each case of docs/modelling.md is told as the page says."""
import re

from entente import ROOT, Test, entente, main

CASE = re.compile(r'```toml\n(?P<case>.*?)```\n\n`entente (?P<verb>\w+)` says: "(?P<said>[^\n]*)"\n', re.S)


class Modelling(Test):
    def test_mistakes(self):
        sections = (ROOT / "docs" / "modelling.md").read_text().split("\n### ")[1:]
        self.assertEqual([str(n) for n in range(1, 11)], [section.split(".")[0] for section in sections])
        for section in sections:
            cases = [found.groupdict() for found in CASE.finditer(section)]
            self.assertEqual((2, 2), (len(cases), section.count("```toml")), section)
            self.assertNotEqual(*(case["case"] for case in cases))
            for case, kind in zip(cases, ["wrong", "right"]):
                with self.subTest(mistake=section.splitlines()[0], kind=kind):
                    done = entente(case["verb"], "-", input=case["case"])
                    self.assertIn(case["said"], " ".join((done.stdout + done.stderr).split()))
                    if kind == "right":
                        self.assert_ends(entente("check", "--strict", "-", input=case["case"]), 0)


if __name__ == "__main__":
    main()
