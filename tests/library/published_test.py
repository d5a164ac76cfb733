"""published_test.py BINARY ROOT - each published dispute of cases/ has the equilibria of published.tsv."""
import csv
import io
import pathlib
import subprocess
import sys

BINARY, ROOT = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
TABLE = pathlib.Path(__file__).with_name("published.tsv")
COLUMNS = ["case", "concept", "states", "equilibria", "basis", "remark"]
CONCEPTS = ["nash", "gmr", "smr", "seq", "sseq"]
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


def run(case, *flags):
    """The states that the program lists, as CSV rows."""
    own = TABLE.with_name(f"{case}.toml")
    done = subprocess.run([BINARY, "states", own if own.exists() else ROOT / "cases" / f"{case}.toml", "--csv", *flags],
                          capture_output=True, text=True, timeout=SECONDS)
    if done.returncode not in (0, 3):
        raise RuntimeError(done.stderr.strip())
    return list(csv.DictReader(io.StringIO(done.stdout)))


def fault(row):
    """What is wrong with a claim, or None: `yes` and `no` are about every state where the formula holds."""
    concept, _, answers = row["concept"].partition("/")
    flags = ["--where", row["states"], *(["--answers", answers] if answers else [])]
    there = run(row["case"], *flags)
    stable = run(row["case"], *flags, "--only", concept)
    if not there:
        return "no feasible state meets the formula"
    expected = {"yes": len(there), "no": 0}.get(row["equilibria"])
    expected = int(row["equilibria"]) if expected is None else expected
    columns = [state for state in there if state[concept] == "1"]
    if [state["state"] for state in stable] != [state["state"] for state in columns]:
        return "--only and the column of the concept differ"
    return None if len(stable) == expected else f"{len(stable)} of {len(there)} states are equilibria, not {expected}"


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
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main())
