"""published_test.py BINARY ROOT - each published dispute of cases/ has the equilibria and solutions of published.tsv."""
import csv
import io
import json
import pathlib
import subprocess
import sys

BINARY, ROOT = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
TABLE = pathlib.Path(__file__).with_name("published.tsv")
COLUMNS = ["case", "concept", "states", "equilibria", "basis", "remark"]
CONCEPTS = ["nash", "gmr", "smr", "seq", "sseq"]
COLUMNS_OF = {"nonmyopic": ["--horizon", "all"], "coalition:nash": ["--coalitions"]}  # what else a column of `states` takes
OWN = {"northern-territories", "north-korea-pressure", "japan-russia-2016"}  # the project's own, of which nothing is printed
SECONDS = 60


def claims():
    """The rows of the table, each with its line; a concept `all` stands for the four classical ones."""
    for number, line in enumerate(TABLE.read_text().splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        cells = line.split("\t")
        if cells == COLUMNS:
            continue
        if len(cells) != len(COLUMNS):
            sys.exit(f"{TABLE.name}:{number}: {len(cells)} columns, not {len(COLUMNS)}")
        row = dict(zip(COLUMNS, cells))
        for concept in CONCEPTS[:4] if row["concept"] == "all" else [row["concept"]]:
            yield number, {**row, "concept": concept}


def answer(verb, case, *flags):
    own = TABLE.with_name(f"{case}.toml")
    done = subprocess.run([BINARY, verb, own if own.exists() else ROOT / "cases" / f"{case}.toml", *flags],
                          capture_output=True, text=True, timeout=SECONDS)
    if done.returncode not in (0, 3):
        raise RuntimeError(done.stderr.strip())
    return done.stdout


def run(case, *flags):
    """The states that the program lists, as CSV rows."""
    return list(csv.DictReader(io.StringIO(answer("states", case, "--csv", *flags))))


def solution(case, which):
    """The numbers of the states that `settle` names as one: a cardinal solution, the zone, what is efficient or recommended."""
    told = json.loads(answer("settle", case, "--json"))
    return {str(state) for state in {**told, **(told["cardinal"] or {})}[which]}


def fault(row):
    """What is wrong with a claim, or None: `yes` and `no` are about every state where the formula holds."""
    concept, _, answers = row["concept"].partition("/")
    kind, _, which = concept.partition(":")
    flags = ["--where", row["states"], *(["--answers", answers] if answers else []), *COLUMNS_OF.get(concept, [])]
    there = run(row["case"], *flags)
    if not there:
        return "no feasible state meets the formula"
    if kind == "settle":
        chosen = solution(row["case"], which) & {state["state"] for state in there}
    else:
        chosen = {state["state"] for state in there if state[concept] == "1"}
    if concept in CONCEPTS and chosen != {state["state"] for state in run(row["case"], *flags, "--only", concept)}:
        return "--only and the column of the concept differ"
    expected = {"yes": len(there), "no": 0}.get(row["equilibria"])
    expected = int(row["equilibria"]) if expected is None else expected
    return None if len(chosen) == expected else f"{len(chosen)} of {len(there)} states are so, not {expected}"


def main():
    passed, failed = 0, 0
    for number, row in claims():
        try:
            wrong = fault(row)
        except (RuntimeError, ValueError, KeyError, subprocess.TimeoutExpired) as error:
            wrong = str(error) or type(error).__name__
        if wrong:
            print(f"{TABLE.name}:{number}: {row['case']}, {row['concept']}, {row['states']}: {wrong}")
        passed, failed = passed + (not wrong), failed + bool(wrong)
    for case in sorted({path.stem for path in (ROOT / "cases").glob("*.toml")} - OWN - {row["case"] for _, row in claims()}):
        print(f"{TABLE.name}: nothing is claimed of {case}")
        failed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main())
