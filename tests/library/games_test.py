"""games_test BINARY - the 78 strict games of two parties with two courses each, and what is published of them."""
import collections
import csv
import io
import subprocess
import sys
import unittest

BINARY = sys.argv[1]
GAMES = range(1, 79)


def run(*words, input=""):
    return subprocess.run([BINARY, *words], input=input, capture_output=True, text=True, timeout=60)


class Game:
    """How the parties like the four outcomes, 1 the best, and which of these are equilibria."""

    def __init__(self, number):
        self.text = run("cases", "--game", str(number)).stdout
        done = run("states", "-", "--csv", input=self.text)
        assert done.returncode == 0, done.stderr
        self.rows = list(csv.DictReader(io.StringIO(done.stdout)))
        self.ranks = tuple((int(row["rank:row"]), int(row["rank:column"])) for row in self.rows)

    def equilibria(self, concept):
        return {k for k, row in enumerate(self.rows) if row[concept] == "1"}

    def same(self):
        """It, with rows, columns or parties changed about."""
        turned = tuple((c, r) for r, c in (self.ranks[k] for k in (0, 2, 1, 3)))
        return {tuple(ranks[k] for k in order) for ranks in (self.ranks, turned) for order in ((0, 1, 2, 3), (1, 0, 3, 2), (2, 3, 0, 1), (3, 2, 1, 0))}

    def conflict(self):
        return (1, 1) not in self.ranks

    def cooperative(self):
        """The outcomes that give both at least their second best."""
        return {k for k, (row, column) in enumerate(self.ranks) if row <= 2 and column <= 2}


ALL = [Game(number) for number in GAMES]


class Games(unittest.TestCase):
    def test_they_are_all_there_are(self):
        for game in ALL:
            self.assertEqual([1, 2, 3, 4], sorted(row for row, _ in game.ranks))
            self.assertEqual([1, 2, 3, 4], sorted(column for _, column in game.ranks))
        # each is as many of the 24 * 24 tables as it has forms: no two are the same, and together they are all
        forms = [form for game in ALL for form in game.same()]
        self.assertEqual(576, len(forms))
        self.assertEqual(576, len(set(forms)))

    def test_equilibria(self):
        def counts(concept):
            return [collections.Counter(len(game.equilibria(concept)) for game in ALL)[n] for n in (0, 1, 2)]

        self.assertEqual([9, 57, 12], counts("nash"))
        self.assertEqual([0, 50, 28], counts("seq"))

    def test_games_of_conflict(self):
        conflict = [game for game in ALL if game.conflict()]
        self.assertEqual(57, len(conflict))
        cooperative = [game for game in conflict if game.cooperative()]
        self.assertEqual(45, len(cooperative))
        self.assertEqual(19, sum(bool(game.cooperative() - game.equilibria("nash")) for game in cooperative))

    def test_names(self):
        named = {}
        for game in ALL:
            title = next(line for line in game.text.splitlines() if line.startswith("title"))
            if "(game" in title:
                named[title.split('"')[1].split(" (")[0]] = game
        self.assertEqual({"The prisoner's dilemma", "Chicken", "The stag hunt", "The battle of the sexes", "Deadlock"}, set(named))
        dilemma, chicken, stag, sexes, deadlock = (named[name] for name in ("The prisoner's dilemma", "Chicken", "The stag hunt", "The battle of the sexes", "Deadlock"))
        nash = {name: sorted(game.ranks[k] for k in game.equilibria("nash")) for name, game in named.items()}
        self.assertEqual([(3, 3)], nash["The prisoner's dilemma"])
        self.assertEqual([(1, 3), (3, 1)], nash["Chicken"])
        self.assertEqual([(1, 1), (3, 3)], nash["The stag hunt"])
        self.assertEqual([(1, 2), (2, 1)], nash["The battle of the sexes"])
        self.assertEqual([(2, 2)], nash["Deadlock"])
        self.assertTrue(all((2, 2) in game.ranks for game in (dilemma, chicken, deadlock)))
        self.assertTrue((1, 1) in stag.ranks and (3, 3) in sexes.ranks)

    def test_what_cannot_be_asked(self):
        for words in (["--game", "0"], ["--game", "79"], ["--game", "x"], ["elmira", "--game", "1"], ["--json", "--game", "1"], ["--search", "x", "--game", "1"]):
            done = run("cases", *words)
            self.assertNotEqual(0, done.returncode, words)
            self.assertEqual("", done.stdout)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
