"""json_negotiation_test.py BINARY ROOT - negotiations of GeniusWeb and NegoLog through the program: folders, ranks by their formulas, and refusals."""
import csv
import fractions
import io
import itertools
import json
import os
import tomllib

from entente import Test, entente, main

VALUES = {"Rent": ["low", "fair", "high"], "Garden": ["none", "shared"]}
# Of each party the weights, the utilities, what is in reserve in GeniusWeb, and what that is worth in NegoLog.
PARTIES = {"Owner": ({"Rent": "0.7", "Garden": "0.3"}, {"Rent": ["0", "0.35", "1"], "Garden": ["1", "0.1"]}, {"Rent": "fair"}, "0.29"),
           "tenant": ({"Rent": "0.6", "Garden": "0.4"}, {"Rent": ["1", "0.7", "0.1"], "Garden": ["0.333", "1"]}, None, "0.4")}


def worth(party, outcome):
    weights, utilities = PARTIES[party][:2]
    return sum((fractions.Fraction(weights[issue]) * fractions.Fraction(utilities[issue][VALUES[issue].index(value)]) for issue, value in outcome.items()),
               fractions.Fraction(0))


def numbers(texts):
    return {key: float(text) for key, text in texts.items()}


def geniusweb(party):
    weights, utilities, reserve, _ = PARTIES[party]
    of = {issue: {"DiscreteValueSetUtilities": {"valueUtilities": numbers(dict(reversed(list(zip(VALUES[issue], utilities[issue])))))}} for issue in VALUES}
    space = {"issueUtilities": of, "issueWeights": numbers(weights), "name": party, "domain": {"name": "flat", "issuesValues": {issue: {"values": VALUES[issue]} for issue in VALUES}}}
    if reserve:
        space["reservationBid"] = {"issuevalues": reserve}
    return json.dumps({"LinearAdditiveUtilitySpace": space}, indent=1)


def negolog(party):
    weights, utilities, _, reserve = PARTIES[party]
    return json.dumps({"reservationValue": float(reserve), "issueWeights": numbers(weights),
                       "issues": {issue: numbers(dict(zip(VALUES[issue], utilities[issue]))) for issue in VALUES}}, indent=1)


class JsonNegotiations(Test):
    def files(self, made):
        return [self.file(f"{party}.json", made(party)) for party in PARTIES]

    def expect_ranks(self, case, no_deal):
        outcomes = [None, *(dict(zip(VALUES, values)) for values in itertools.product(*VALUES.values()))]
        rows = list(csv.DictReader(io.StringIO(entente("states", "-", "--csv", input=case).stdout)))
        self.assertEqual(len(outcomes), len(rows))
        for party in PARTIES:
            worths = [worth(party, outcome) if outcome else no_deal(party) for outcome in outcomes]
            best_first = sorted(set(worths), reverse=True)
            ranks = {tuple(outcome.values() if outcome else ["no-deal"] * 2): best_first.index(one) + 1 for outcome, one in zip(outcomes, worths)}
            self.assertEqual(ranks, {tuple(row[f"joint.{issue.lower()}"] for issue in VALUES): int(row[f"rank:{party.lower()}"]) for row in rows})

    def test_folder_of_geniusweb(self):
        self.files(geniusweb)
        self.file("flat.json", json.dumps({"name": "flat", "issuesValues": {issue: {"values": VALUES[issue]} for issue in VALUES}}))
        self.file("settings.json", '{"LinearTime": 10}')
        self.file("notes.txt", "So it goes.")
        done = entente("import", str(self.folder))
        self.assert_ends(done, 0, "notes.txt: note: this is of no kind that is meant, and was left out\n")
        self.assertIn("settings.json: note: this is of no kind that is meant, and was left out\n", done.stderr)
        case = tomllib.loads(done.stdout)
        self.assertEqual(("flat", ["Owner", "tenant"]), (case["title"], [party["name"] for party in case["party"]]))
        self.assert_ends(entente("check", "-", input=done.stdout), 0, "")
        self.expect_ranks(done.stdout, lambda party: worth(party, PARTIES[party][2] or {}))

    def test_files_of_negolog(self):
        done = entente("import", *self.files(negolog))
        self.assert_ends(done, 0, "")
        self.assert_ends(entente("check", "-", input=done.stdout), 0, "")
        self.expect_ranks(done.stdout, lambda party: fractions.Fraction(PARTIES[party][3]))

    def test_kinds_are_told_apart(self):
        owner, tenant = self.files(geniusweb)
        other = self.file("other.json", negolog("tenant"))
        self.assert_ends(entente("import", owner, other), 1, "other.json: error: this is a negotiation of NegoLog, ")
        self.assert_ends(entente("import", owner, other, "--as", "negolog"), 1, "Owner.json:2:2: error: the key 'LinearAdditiveUtilitySpace' is not known here")
        self.assert_ends(entente("import", owner, other, "--as", "geniusweb"), 1, "other.json:1:1: error: this object has no 'LinearAdditiveUtilitySpace'")
        self.assertEqual(entente("import", owner, tenant).stdout, entente("import", owner, tenant, "--as", "geniusweb").stdout)

    def test_refusals_have_their_place(self):
        made = str(self.folder / "made.toml")
        owner = self.file("owner.json", geniusweb("Owner"))
        self.assert_ends(entente("import", owner, "-o", made), 1, "owner.json: error: one profile only is given")
        for old, new, told in [('"low": 1.0', '"low": 1.01', "9:14: error: the utility of 'low' has to be from 0 to 1, and this one is '1.01'"),
                               ('"none"', '"some"', "error: the value 'none' of the issue 'Garden' has no utility in this profile; add one"),
                               ('"Rent"', '"\\u202eRent"', "error: the domain has no issue"),
                               ('{', '[' * 1000, "error: values stand more than 16 deep in one another here"),
                               ('"tenant"', '"ten\x00ant"', "error: the byte 0 stands here, which no JSON has; mend it at this place, or save it again")]:
            with self.subTest(told=told):
                bad = self.file("bad.json", geniusweb("tenant").replace(old, new, 1))
                done = entente("import", owner, bad, "--as", "geniusweb", "-o", made)
                self.assert_ends(done, 1, told)
                self.assertNotIn("\u202e", done.stderr)
        self.assertFalse(os.path.exists(made))


if __name__ == "__main__":
    main()
