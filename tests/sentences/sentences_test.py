"""Random formulas of every kind in random cases, asked of every verb that prints words: sentences_test.py ASKER ROOT.

Every word of an answer is one of the case's or one that stands in the program's source: what is left of a name or a
clause that was cut in the wrong place is neither. ENTENTE_SEEDS=100-200 tries other seeds than the usual ones."""
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest

ASKER, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
sys.path.insert(0, str(ROOT / "tests/proof"))
import random_case

FAULTS = ROOT / "tests/sentences/cases"
SEEDS = range(*map(int, os.environ.get("ENTENTE_SEEDS", "0-120").split("-")))
WORD = re.compile(r"[^\W\d_]{2,}")
#: Clauses of which nothing is left: what ends behind a word that must be followed by one, or begins with a joining word.
HOLLOW = re.compile(r"\b(only where|exactly where|where|condition that|either|and yet|of these:|than for this:|opposite of this:)\s*[.,;)]"
                    r"|: *[.,;]|\b(and|or) (and|or)\b|\band [.;]", re.I)
VERBS = [("analyze", {}), ("analyze", {"long": True}), ("states", {}), ("states", {"only": "seq"}), ("settle", {}), ("outlook", {}),
         ("path", {}), ("history", {}), ("why", {"all": True}), ("robust", {}), ("unlock", {}), ("sample", {"variants": 8})]
PICTURES = ["ladder", "settlements", "staircase", "gap", "tornado", "evidence", "graph", "integrated", "stakes", "timeline", "links"]


class Labelled(random_case.Draw):
    """A drawn case whose parties have names, short and long, whose values now and then have labels, and that has stakes."""

    NAMES = ["Quorathland", "Zem", "Y", "the Vosk Xylofederation", "Brunhjar and Co"]

    def option(self, party, number, values, *first):
        """Of a joint option the labels are of many."""
        lines = super().option(party, number, values, *first)
        if self.chance(40):
            ending = "" if party == "joint" else "s"
            lines.append(f"labels = {[f'{verb}{ending} the gnarl' for verb, _ in zip(['grump', 'vask', 'yodl', 'kwell'], values)]}")
        return lines

    def atom(self):
        """Comparisons that no value, or every value, meets come up more often than by chance."""
        if not self.options or not self.chance(20):
            return super().atom()
        party, option, values = self.pick(self.options)
        return f"{party}.{option} {self.pick(['<', '>='])} {values[0]}" if self.chance(50) else f"{party}.{option} {self.pick(['>', '<='])} {values[-1]}"

    def text(self):
        names = iter(self.random.sample(self.NAMES, len(self.NAMES)))
        text = re.sub(r"^(\[\[party\]\]\nid = '\w+'\n)", lambda m: m[1] + f"name = '{next(names)}'\n", super().text(), flags=re.M)
        parties = re.findall(r"^\[\[party\]\]\nid = '(\w+)'", text, re.M)
        for k in range(self.random.choice([0, 0, 1, 2])):
            text += f"[[stake]]\nid = 's{k}'\nname = 'Plonk Reef'\nholder = '{parties[0]}'\n"
        return text


class Asker:
    """The process that is asked."""

    def __init__(self):
        self.process = subprocess.Popen([ASKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self, verb, case, **keys):
        self.process.stdin.write(json.dumps({"verb": verb, "case": case, **keys}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, f"the process that was asked for '{verb}' is gone: {self.process.wait()}"
        return json.loads(line)

    def end(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


def words(text):
    return {word.lower() for word in WORD.findall(text)}


def of_the_program():
    """The words of all texts in the source that can come into an answer, and their plurals."""
    found = set()
    for source in [*ROOT.glob("src/**/*.cc"), *ROOT.glob("src/**/*.h"), ROOT / "web/src/page/page.css"]:
        found |= words(" ".join(re.findall(r'"((?:[^"\\\n]|\\.)*)"', source.read_text())).replace("\\n", " "))
    return found | {word + "s" for word in found} | {word[:-1] + "ies" for word in found if word.endswith("y")}


def of_the_case(case):
    """The words of a case, those of its labels as infinitives, too."""
    found = words(case)
    return found | {word[:-1] for word in found if word.endswith("s")}


def hollow(text):
    """Where a clause is missing, with what stands around; of a page or a picture only what is read."""
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.S)
    text = re.sub(r"</?(b|em|strong|abbr|a|span)\b[^>]*>", "", text)
    return [text[max(0, hit.start() - 60):hit.end() + 20] for hit in HOLLOW.finditer(re.sub(r"<[^<>]*>", "\n", text))]


def texts(value):
    """The texts of a JSON value."""
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for one in inside for text in texts(one)]


class WordsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ask = staticmethod(Asker())
        cls.known = of_the_program()

    @classmethod
    def tearDownClass(cls):
        cls.ask.end()

    def says(self, case, verb, form, statuses=(0, 3), **keys):
        """An answer that is one, without a fault of the program; its texts."""
        answer = self.ask(verb, case, form=form, **keys) if form else self.ask(verb, case, **keys)
        told = f"{verb} {keys} {form}\n{answer['err']}"
        self.assertIn(answer["status"], statuses, told)
        self.assertTrue(answer["out"] or form != "text", told)
        self.assertIsNotNone(answer["out"], told)
        said = texts(answer["out"])
        self.assertEqual([], [hit for text in said for hit in hollow(text)], told)
        return said, told

    def in_known_words(self, case, verb, form, statuses=(0, 3), **keys):
        said, told = self.says(case, verb, form, statuses, **keys)
        self.assertEqual(set(), words(" ".join(said)) - self.known - of_the_case(case), told)

    def sound(self, case, name):
        """Every verb about a case, as text and as JSON."""
        with self.subTest(name, case=case):
            for verb, keys in VERBS:
                for form in ("text", "json"):
                    self.in_known_words(case, verb, form, **keys)
            for picture in PICTURES:
                answer = self.ask("draw", case, picture=picture)
                self.assertIn(answer["status"], (0, 1), picture)  # 1: there is none of this case
                self.assertEqual([], hollow(answer["out"] or ""), picture)
            self.says(case, "report", None)
            self.says(case, "page", None)
            self.in_known_words(case, "diff", "text", (0, 1), after=re.sub(r"demand = true|weight = .*", "", case))

    def test_random_cases(self):
        tried = 0
        for seed in SEEDS:
            case = Labelled(seed).text()
            if self.ask("check", case)["status"] == 0:  # now and then it has a fault
                self.sound(case, f"seed {seed}")
                tried += 1
        self.assertGreater(tried, len(SEEDS) // 3)

    def test_cases_kept(self):
        for file in sorted(FAULTS.glob("*.toml")):
            self.sound(file.read_text(), file.name)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
