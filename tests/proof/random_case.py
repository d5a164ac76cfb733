"""Random small cases as TOML texts, with every feature that verdicts depend on; the same seed gives the same case."""
import random

SIGNS = ["=", "!=", "<", "<=", ">", ">="]
WEIGHTS = ["0.1", "0.2", "0.3", "1", "-2", "1_0", "1e-1", "0x2", "-0.5e1", "0.7", "7", "-3.1"]
DAYS = ["2016", "2016-04", "2016-04-14", "2016-04-15", "2016-04-16", "2017"]


class Draw:
    """One case being drawn: options first, joint ones and then each party's, then all that speaks of them."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.options = []  # (party or "joint", id, values)
        self.names = []
        self.contested = self.chance(60)  # much is wanted, and little ruled out: so that moves are answered

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def pick(self, of):
        return self.random.choice(of)

    def atom(self):
        if self.names and self.chance(15):
            return self.pick(self.names)
        if not self.options or self.chance(4):
            return self.pick(["true", "false"])
        numbers = [f"{party}.{option}" for party, option, values in self.options if all(v.lstrip("-").isdigit() for v in values)]
        if numbers and self.chance(30):
            return f"{self.sum(numbers)} {self.pick(SIGNS)} {self.sum(numbers)}"
        party, option, values = self.pick(self.options)
        if len(values) == 2 and self.chance(60):
            return f"{party}.{option}"
        if self.chance(30):
            return f"{party}.{option} in {{{', '.join(self.random.sample(values, self.random.randint(1, len(values))))}}}"
        return f"{party}.{option} {self.pick(SIGNS)} {self.pick(values)}"

    def sum(self, numbers):
        """Never one option alone: what that is compared with may be a value that it does not have."""
        parts = [self.pick(["0", "5", "-05", "120", f"2 * {self.pick(numbers)}", f"{self.pick(numbers)}*-3"])]
        parts += [self.pick([" + ", " - "]) + self.pick([*numbers, "50", "-7"]) for _ in range(self.random.randint(0, 2))]
        return "".join(parts)

    def formula(self, depth=2):
        """Chains without parentheses too, so that precedence counts."""
        if depth == 0 or self.chance(30):
            return self.atom()
        kind = self.random.randrange(6)
        if kind == 0:
            return f"not {self.atom()}" if self.chance(50) else f"not ({self.formula(depth - 1)})"
        if kind == 1:
            parts = ", ".join(self.formula(depth - 1) for _ in range(self.random.randint(1, 3)))
            return f"{self.pick(['at_least', 'at_most', 'exactly'])}({self.random.randrange(3)}, {parts})"
        words = [self.pick(["and", "or", "xor", "implies", "iff", "if"]) for _ in range(self.random.randint(1, 2))]
        text = self.operand(depth)
        for word in words:
            text += f" {word} {self.operand(depth)}"
        return text

    def operand(self, depth):
        return self.formula(0) if self.chance(40) else f"({self.formula(depth - 1)})"

    def option(self, party, number, values, first=("[[party.option]]",)):
        name, later = f"o{number}", []
        self.options.append((party, name, values))
        if values != ["no", "yes"] or self.chance(20):
            later.append(f"values = {values}")
        if self.chance(50):
            later.append(f"status_quo = '{self.pick(values)}'")
        if self.chance(50):
            moves = self.pick(["free", "forward", "backward", "fixed", "pairs", "pairs"])
            pairs = [[a, b] for a in values for b in values if a != b and self.chance(50)]
            later.append(("changes", pairs) if moves == "pairs" else f"moves = '{moves}'")
        return [*first, f"id = '{name}'", *later, *(["when"] if self.chance(15) else [])]

    def joints(self, parties):
        """Options that two or three parties change together: now and then several of one group, or groups that share a member."""
        drawn = []
        for number in range(self.random.choice([0, 1, 1, 2, 2, 3]) if len(parties) > 1 else 0):
            by = self.random.sample(parties, self.random.randint(2, min(3, len(parties))))
            values = ["no", "yes"] if number or self.chance(65) else ["w", "x", "y"]
            drawn.append(self.option("joint", number, values, ["[[joint]]", f"by = {by}"]))
        return drawn

    def changes(self, pairs):
        """A list of `moves`: pairs, and changes in braces, some with a condition of their own; now and then one twice."""
        written = []
        for a, b in pairs + [pair for pair in pairs if self.chance(20)]:
            when = f', when = "{self.formula(1)}"' if self.chance(50) else ""
            written.append(f"{{ from = '{a}', to = '{b}'{when} }}" if when or self.chance(20) else str([a, b]))
        return f"moves = [{', '.join(written)}]"

    def listed(self):
        lines = []
        for _ in range(self.random.choice([0, 0, 0, 0, 0, 2] if self.contested else [0, 0, 0, 1, 2, 4])):
            lines += ["[[party.move]]", f'from = "{self.formula(1)}"', f'to = "{self.formula(1)}"']
        return lines

    def written(self, line):
        if line == "when":
            return f'when = "{self.formula(1)}"'
        return line if isinstance(line, str) else self.changes(line[1])

    def wish(self):
        """Where much is contested, mostly a conditional one: what each does counts by what the others do."""
        if not self.contested or self.chance(20):
            return self.formula()
        form = self.pick(["not {}", "{}", "{} if {}", "{} iff {}", "{} xor {}", "not {} if {}", "not ({} and {})"])
        return form.format(self.atom(), self.atom())

    def preferences(self):
        weighted, lines = self.chance(60 if self.contested else 25), []
        if self.chance(5 if self.contested else 20):
            ranking = [self.formula() for _ in range(self.random.randint(0, 4))] + ["true"]
            return [f"ranking = {ranking}"]
        for number in range(self.random.randint(5, 8) if self.contested else self.random.randint(0, 4)):
            lines += ["[[party.preference]]", f'statement = "{self.wish()}"']
            if number and not weighted and self.chance(35):
                lines.append("equal = true")
            if weighted:
                lines.append(f"weight = {self.pick(WEIGHTS)}")
            lines += [f"{key} = '{self.pick(DAYS)}'" for key in ("since", "until") if self.chance(12)]
            lines += ["demand = true"] if self.chance(5 if self.contested else 20) else []
        return lines

    def text(self):
        parties, states = [f"p{k}" for k in range(self.random.randint(3 if self.contested else 1, 4))], 1
        joints, sections = self.joints(parties), []
        for _, _, values in self.options:
            states *= len(values)
        for party in parties:
            options = []
            for number in range(self.random.randint(self.contested, 3)):
                values = ["no", "yes"] if self.chance(65) else self.pick([["0", "50", "100"], ["a", "b", "in"], ["w", "x", "05", "5"], ["20", "-20", "5", "05"]])
                if states * len(values) <= 96:
                    states *= len(values)
                    options.append(self.option(party, number, values))
            sections.append((party, options))
        names = []
        for k in range(self.random.randint(0, 2)):
            names.append(f'n{k} = "{self.formula()}"')
            self.names.append(f"n{k}")
        lines = ["format = 1", "title = 'drawn'", "date = 2016-04-15"]
        lines += ["[names]", *names] if names else []
        if self.options and self.chance(40):  # a class for each value of an option, but perhaps the last
            party, option, values = self.pick(self.options)
            for k, value in enumerate(values[:len(values) - self.random.randint(0, 1)]):
                lines += ["[[state]]", f"id = 's{k}'", f'at = "{party}.{option} = {value}"']
                self.names.append(f"s{k}")
        if self.chance(70):
            lines += ["[agreement]", f'when = "{self.formula(1)}"']
            lines += [f"needs = {[self.pick(parties)]}"] if self.chance(80 if self.contested else 20) else []
        for party, options in sections:
            preferences = self.preferences()
            lines += ["[[party]]", f"id = '{party}'"]
            if preferences and preferences[0].startswith("ranking"):
                lines.append(preferences.pop())
            for option in options:
                lines += [self.written(line) for line in option]
            lines += self.listed() + preferences
        for option in joints:
            lines += [self.written(line) for line in option]
        for _ in range(self.random.choice([0, 0, 1] if self.contested else [0, 0, 1, 1, 2])):
            lines += ["[[rule]]", f'{self.pick(["require", "forbid"])} = "{self.formula()}"']
        return "\n".join(lines) + "\n"


def draw(seed):
    """The text of a case; now and then it has a fault, such as an infeasible status quo."""
    return Draw(seed).text()
