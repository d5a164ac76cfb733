"""graph_test.py BINARY ROOT - a graph that is given as a list of transitions between named states, with ranked statements: written as a
case by `case_of` and answered as its definitions answer it, by both engines. Any party may go from any state to any other, so a state is
what the parties' numbers add up to, whoever's they are: each state is a class, of which all have one verdict."""
import csv
import random
import subprocess
import sys

BINARY = sys.argv[1]
CONCEPTS = {"nash": None, "gmr": (False, False), "smr": (False, True), "seq": (True, False), "sseq": (True, True)}


def case_of(states, moves, likes):
    """`moves` are (party, from, to); `likes` are, for each party, its statements: lists of states, the most important first."""
    out = ['format = 1', 'title = "A graph"']
    position = " + ".join(f"p{i}.x" for i in range(len(likes)))
    for s in range(states):
        sums = [s + k * states for k in range(len(likes))]
        out += ["[[state]]", f'id = "s{s}"', 'at = "' + " or ".join(f"{position} = {n}" for n in sums) + '"']
    for i, wishes in enumerate(likes):
        out += ["[[party]]", f'id = "p{i}"', "[[party.option]]", 'id = "x"', f'values = [{", ".join(repr(str(n)) for n in range(states))}]']
        for who, s, t in moves:
            if who == i:
                out += ["[[party.move]]", f'from = "s{s}"', f'to = "s{t}"']
        for liked in wishes:
            out += ["[[party.preference]]", 'statement = "' + " or ".join(f"s{s}" for s in liked) + '"']
    return "\n".join(out) + "\n"


class Graph:
    """The definitions, word by word."""

    def __init__(self, states, moves, likes):
        self.states, self.parties = range(states), range(len(likes))
        self.moves = [[{t for who, s, t in moves if (who, s) == (i, start)} for start in self.states] for i in self.parties]
        self.rank = [[tuple(s in liked for liked in likes[i]) for s in self.states] for i in self.parties]

    def gains(self, i, s):
        return {t for t in self.moves[i][s] if self.rank[i][t] > self.rank[i][s]}

    def replies(self, i, s, gaining):
        """Where the others can go from a state, no one of them twice in a row."""
        step = self.gains if gaining else lambda j, t: self.moves[j][t]
        found = {(j, t) for j in self.parties if j != i for t in step(j, s)}
        ahead = list(found)
        while ahead:
            j, t = ahead.pop()
            more = {(k, u) for k in self.parties if k not in (i, j) for u in step(k, t)} - found
            found |= more
            ahead += more
        return {t for _, t in found}

    def stable(self, i, s, kind):
        if kind is None:
            return not self.gains(i, s)
        gaining, twice = kind
        worse = lambda t: self.rank[i][t] <= self.rank[i][s]
        deters = lambda t: worse(t) and (not twice or all(map(worse, self.moves[i][t])))
        return all(any(map(deters, self.replies(i, gain, gaining))) for gain in self.gains(i, s))


def ask(case, *words):
    done = subprocess.run([BINARY, "states", "-", "--csv", *words], input=case, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(done.stdout.splitlines()))


def compare(seed, states, transitions, parties):
    dice = random.Random(seed)
    moves = set()
    while len(moves) < transitions:
        moves.add((dice.randrange(parties), *dice.sample(range(states), 2)))
    likes = [[dice.sample(range(states), dice.randint(states // 4, states // 2)) for _ in range(6)] for _ in range(parties)]
    graph = Graph(states, moves, likes)
    right = {f"{name}:p{i}": [graph.stable(i, s, kind) for s in graph.states] for name, kind in CONCEPTS.items() for i in graph.parties}
    for words in ((), ("--engine", "symbolic")):
        rows = ask(case_of(states, sorted(moves), likes), *words)
        assert len(rows) == states**parties, len(rows)
        for row in rows:
            for column, stable in right.items():
                assert (row[column] == "1") == stable[int(row["id"][1:])], (seed, words, row["id"], column)
    for column, stable in right.items():
        assert 0 < sum(stable) < states, (seed, column)  # or it would show nothing


for seed, states, transitions, parties in ((1, 76, 400, 2), (2, 15, 60, 3), (3, 12, 40, 2)):
    compare(seed, states, transitions, parties)
    print(f"seed {seed}: {transitions} transitions between {states} states are answered as the definitions answer them")
