"""genius_test.py BINARY ROOT - negotiations of GENIUS through the program: a folder of a domain and profiles, values by the formula, and refusals."""
import csv
import fractions
import io
import itertools
import json
import os
import tomllib

from entente import Test, entente, main

ISSUES = {"Rent": ["low", "fair", "high"], "Garden": ["none", "shared"], "Months": range(6, 10)}
# Of each issue's values; of whole numbers the offset and the slope.
PROFILES = {"tenant": ({"Rent": ["1", "0.7", "0.1"], "Garden": ["1", "3"], "Months": ("0.2", "0.25")}, {"Rent": "0.5", "Garden": "0.3", "Months": "0.2"}, "0.4"),
            "Owner": ({"Rent": ["0", "2", "7"], "Garden": ["5", "0"], "Months": ("1", "-0.3")}, {"Rent": "0.6", "Garden": "0.1", "Months": "0.3"}, "0.35")}


def issue(number, name, evaluations=None):
    values = ISSUES[name]
    if isinstance(values, range):
        line = "" if evaluations is None else '<evaluator ftype="linear" offset="{}" slope="{}"/>'.format(*evaluations)
        return f'<issue index="{number}" name="{name}" type="integer"><range lowerbound="{values[0]}" upperbound="{values[-1]}"/>{line}</issue>\n'
    items = [f'<item value="{value}"' + (f' evaluation="{evaluations[k]}"' if evaluations else "") + "/>" for k, value in enumerate(values)]
    return f'<issue index="{number}" name="{name}" type="discrete">{"".join(items)}</issue>\n'


def domain():
    return f'<negotiation_template><utility_space><objective name="flat">\n{"".join(issue(*one) for one in enumerate(ISSUES, 1))}</objective></utility_space></negotiation_template>\n'


def profile(evaluations, weights, reservation):
    parts = [issue(number, name, evaluations[name]) + f'<weight index="{number}" value="{weights[name]}"/>\n' for number, name in enumerate(ISSUES, 1)]
    return (f'<utility_space><objective name="flat">\n{"".join(reversed(parts))}</objective>\n<discount_factor value="0.5"/><reservation value="{reservation}"/>'
            "</utility_space>\n")


def worth(party, outcome):
    """The formula of GENIUS, in fractions."""
    evaluations, weights, reservation = PROFILES[party]
    if outcome is None:
        return fractions.Fraction(reservation)
    total = 0
    for name, value in zip(ISSUES, outcome):
        if isinstance(ISSUES[name], range):
            offset, slope = map(fractions.Fraction, evaluations[name])
            evaluation = min(max(offset + slope * (value - ISSUES[name][0]), 0), 1)
        else:
            numbers = [fractions.Fraction(one) for one in evaluations[name]]
            evaluation = numbers[ISSUES[name].index(value)] / max(numbers)
        total += fractions.Fraction(weights[name]) * evaluation
    return total


class Genius(Test):
    def files(self):
        return [self.file("flat.xml", domain())] + [self.file(f"{party}.xml", profile(*of)) for party, of in PROFILES.items()]

    def test_folder_is_one_negotiation(self):
        self.files()
        self.file("notes.txt", "So it goes.")
        done = entente("import", str(self.folder))
        self.assert_ends(done, 0, "notes.txt: note: this is of no kind that is meant, and was left out\n")
        self.assertEqual(2, done.stderr.count("is left out: a case does not count the rounds"))
        case = tomllib.loads(done.stdout)
        self.assertEqual(("flat", ["Owner", "tenant"]), (case["title"], [party["name"] for party in case["party"]]))
        self.assertEqual(["rent", "garden", "months"], [joint["id"] for joint in case["joint"]])
        self.assert_ends(entente("check", "-", input=done.stdout), 0, "")

    def test_values_are_those_of_the_formula(self):
        case = entente("import", *self.files()).stdout
        outcomes = [None, *itertools.product(*ISSUES.values())]
        rows = list(csv.DictReader(io.StringIO(entente("states", "-", "--csv", input=case).stdout)))
        self.assertEqual(len(outcomes), len(rows))
        for name, party in [("tenant", "tenant"), ("Owner", "owner")]:
            best_first = sorted({worth(name, outcome) for outcome in outcomes}, reverse=True)
            ranks = {tuple(map(str, outcome or ["no-deal"] * 3)): best_first.index(worth(name, outcome)) + 1 for outcome in outcomes}
            self.assertEqual(ranks, {tuple(row[f"joint.{issue.lower()}"] for issue in ISSUES): int(row[f"rank:{party}"]) for row in rows})

    def test_settlements_leave_nobody_below_its_reservation(self):
        case = entente("import", *self.files()).stdout
        answer = json.loads(entente("settle", "-", "--json", input=case).stdout)
        good = [outcome for outcome in itertools.product(*ISSUES.values()) if all(worth(party, outcome) >= worth(party, None) for party in PROFILES)]
        self.assertEqual(len(good), len(answer["zone"]))

    def test_refusals_have_their_place(self):
        flat, tenant, owner = self.files()
        made = str(self.folder / "made.toml")
        self.assert_ends(entente("import", flat, tenant, "-o", made), 1, "flat.xml: error: one profile only is given")
        self.assert_ends(entente("import", tenant, owner, "-o", made), 1, "tenant.xml: error: no file of a domain is among those given")
        bad = self.file("bad.xml", profile(*PROFILES["tenant"]).replace(' evaluation="0.7"', ""))
        self.assert_ends(entente("import", flat, bad, owner, "-o", made), 1, "bad.xml:6:80: error: the value 'fair' has no evaluation; add evaluation=\"...\"\n")
        self.file("bad.xml", "<!DOCTYPE a>" + domain())
        self.assert_ends(entente("import", bad, tenant, owner, "-o", made), 1, "bad.xml:1:12: error: a DOCTYPE is not read")
        self.file("bad.xml", "<utility_space><objective>\n</utility_space>")
        self.assert_ends(entente("import", flat, bad, owner, "-o", made), 1, "bad.xml:2:3: error: the file is no well-formed XML: mismatched tag")
        self.assertFalse(os.path.exists(made))


if __name__ == "__main__":
    main()
