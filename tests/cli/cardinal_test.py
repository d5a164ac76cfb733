"""cardinal_test BINARY ROOT - the cardinal solutions of random weighted cases against brute force with exact fractions."""
import itertools
import json
import os
import random
from fractions import Fraction

from entente import Test, answer, entente, main

CASES = 250 if os.environ.get("ENTENTE_ROUNDS") == "quarter" else 1000
WEIGHTS = ["0", "1", "-1", "2", "0.5", "-0.25", "1e-3", "3", "1e20", "0.1", "0.2", "0.3"]


class Domain:
    """A random case of two to four parties, in which not all need consent, and its definitions read as they stand."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.values = [[self.random.choice([2, 3, 4]) for _ in range(self.random.choice([1, 1, 2]))] for _ in range(self.random.choice([2, 2, 3]))]
        self.options = [(p, o) for p, own in enumerate(self.values) for o in range(len(own))]
        self.status_quo = tuple(self.random.randrange(self.values[p][o]) for p, o in self.options)
        self.wishes = [self.wishes_of() for _ in self.values]
        self.needs = sorted(self.random.sample(range(len(self.values)), self.random.randrange(1, len(self.values) + 1)))
        self.when = self.random.choice([lambda: [], self.condition, self.condition])()  # no condition: any situation

    def condition(self):
        """Some options' values; all of them make it true."""
        some = self.random.sample(range(len(self.options)), min(len(self.options), self.random.choice([1, 1, 2])))
        return [(k, self.random.randrange(self.values[self.options[k][0]][self.options[k][1]])) for k in sorted(some)]

    def wishes_of(self):
        """None at all for some, weights that tie for others."""
        weights = self.random.choice([["1"], ["1", "2"], WEIGHTS])
        return [(self.condition(), self.random.choice(weights), self.random.random() < 0.2) for _ in range(self.random.choice([0, 1, 2, 3, 4, 6]))]

    def formula(self, condition):
        return " and ".join(f"p{self.options[k][0]}.o{self.options[k][1]} = v{v}" for k, v in condition) or "true"

    def text(self):
        lines = ['format = 1', 'title = "Weights"', '[agreement]', f'when = "{self.formula(self.when)}"', "needs = [" + ", ".join(f'"p{p}"' for p in self.needs) + "]"]
        for p, own in enumerate(self.values):
            lines += ["[[party]]", f'id = "p{p}"']
            for o, count in enumerate(own):
                values = ", ".join(f'"v{v}"' for v in range(count))
                lines += ["[[party.option]]", f'id = "o{o}"', f"values = [{values}]", f'status_quo = "v{self.status_quo[self.options.index((p, o))]}"']
            for condition, weight, demand in self.wishes[p]:
                lines += ["[[party.preference]]", f'statement = "{self.formula(condition)}"', f"weight = {weight}", f"demand = {str(demand and p in self.needs).lower()}"]
        return "\n".join(lines) + "\n"

    def holds(self, condition, state):
        return all(state[k] == v for k, v in condition)

    def score(self, party, state):
        return sum((Fraction(weight) for condition, weight, _ in self.wishes[party] if self.holds(condition, state)), Fraction(0))

    def solutions(self):
        """The numbers of the best states by each measure, by the definitions alone."""
        states = list(itertools.product(*(range(self.values[p][o]) for p, o in self.options)))
        gains = {}
        for number, state in enumerate(states, 1):
            gained = [self.score(p, state) - self.score(p, self.status_quo) for p in self.needs]
            if self.holds(self.when, state) and min(gained) >= 0:
                gains[number] = gained
        most = [max(column) for column in zip(*gains.values())]

        def product(numbers):
            all = Fraction(1)
            for number in numbers:
                all *= number
            return all

        measures = {
            "nash": lambda gained: (sum(g > 0 for g in gained), product(g for g in gained if g > 0)),
            "kalai_smorodinsky": lambda gained: sorted(g / m for g, m in zip(gained, most) if m > 0),
            "egalitarian": sorted,
            "utilitarian": sum,
        }
        best = {}
        for name, measure in measures.items():
            top = max((measure(gained) for gained in gains.values()), default=None)
            best[name] = [number for number, gained in gains.items() if measure(gained) == top]
        shares = {name: {f"p{p}": None if m == 0 else int(100 * g / m + Fraction(1, 2)) for p, g, m in zip(self.needs, gains[found[0]], most)} if found else {} for name, found in best.items()}
        return best, shares


class CardinalSolutions(Test):
    def check(self, domains, *words):
        files = [self.file(f"{k}.toml", domain.text()) for k, domain in enumerate(domains)]
        done = entente("settle", "--json", *words, *files)
        self.assertEqual(0, done.returncode, done.stderr)
        found = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(len(domains), len(found))
        for domain, one in zip(domains, found):
            self.assertEqual(domain.solutions(), (one["cardinal"], one["cardinal_shares"]), domain.text())

    def test_random_domains(self):
        domains = [Domain(seed) for seed in range(CASES)]
        solved = [domain.solutions()[0] for domain in domains]
        self.assertGreater(sum(not one["nash"] for one in solved), CASES // 50, "cases where no settlement is possible")
        self.assertGreater(sum(len(one["nash"]) > 1 for one in solved), CASES // 10, "ties")
        differ = sum(len({tuple(numbers) for numbers in one.values()}) > 1 for one in solved)
        self.assertGreater(differ, CASES // 20, "measures that differ")
        for begin in range(0, CASES, 250):
            self.check(domains[begin : begin + 250])

    def test_the_same_in_diagrams(self):
        self.check([Domain(seed) for seed in range(5000, 5000 + CASES // 10)], "--engine", "symbolic")

    def test_wishes_without_weights(self):
        one = answer("settle", "cases/elmira.toml")
        self.assertIsNone(one["cardinal"])
        self.assertEqual("The wishes of Ontario's ministry and Uniroyal have no weights, so no settlement is told to be the best by Nash's measure or by others that add up what wishes weigh.", one["no_cardinal"])

    def test_what_is_told(self):
        split = self.file("split.toml", SPLIT)
        told = " ".join(entente("settle", split).stdout.split())
        self.assertIn("Nash, Kalai-Smorodinsky and Egalitarian: in the first of these, of what each could gain at most, 67% for the buyer and 33% for the seller.", told)
        self.assertIn("Utilitarian: in the first of these, of what each could gain at most, 100% for the buyer and 0% for the seller.", told)

    def test_more_settlements_than_can_be_listed(self):
        """Of two parties with twenty options each, of which two matter: the best are 2^36 situations."""
        text = 'format = 1\ntitle = "Wide"\n[agreement]\nwhen = "p0.o0 and p1.o0"\n'
        for p in (0, 1):
            text += f'[[party]]\nid = "p{p}"\n' + "".join(f'[[party.option]]\nid = "o{k}"\n' for k in range(20))
            text += f'[[party.preference]]\nstatement = "p0.o0 and p1.o0"\nweight = 1\n[[party.preference]]\nstatement = "p{1 - p}.o1"\nweight = 1\n'
        wide = self.file("wide.toml", text)
        self.assertEqual({2**36}, {one["count"] for one in answer("settle", wide)["cardinal"]["sets"].values()})
        told = entente("settle", wide)
        self.assert_ends(told, 0)
        self.assertIn("Nash, Kalai-Smorodinsky, Egalitarian and Utilitarian: of what each could gain at most, 100% for p0 and 100% for p1.", " ".join(told.stdout.split()))


SPLIT = """format = 1
title = "A price"
[agreement]
when = "buyer.price >= 1"
needs = ["buyer", "seller"]
[[party]]
id = "buyer"
name = "the buyer"
  [[party.option]]
  id = "price"
  values = ["0", "1", "2", "3", "4"]
  [[party.preference]]
  statement = "buyer.price >= 1"
  weight = 3
  [[party.preference]]
  statement = "buyer.price >= 2"
  weight = -1
  [[party.preference]]
  statement = "buyer.price >= 3"
  weight = -1
  [[party.preference]]
  statement = "buyer.price = 4"
  weight = -1
[[party]]
id = "seller"
name = "the seller"
  [[party.preference]]
  statement = "buyer.price >= 2"
  weight = 1
  [[party.preference]]
  statement = "buyer.price >= 3"
  weight = 1
  [[party.preference]]
  statement = "buyer.price = 4"
  weight = 1
"""

if __name__ == "__main__":
    main()
