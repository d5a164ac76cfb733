"""synthetic_case.py OPTIONS PARTIES STATEMENTS [--seed N] [--moves KIND] [--when] [--free] - writes a case like those of the benchmarks
to standard output: two-valued options in equal blocks over the parties, lexicographic statements of 2 to 4 options each (the first of
each party a demand), about a third of the combinations forbidden unless --free, and an agreement of one option a party."""
import argparse
import random

asked = argparse.ArgumentParser(description=__doc__)
asked.add_argument("options", type=int)
asked.add_argument("parties", type=int)
asked.add_argument("statements", type=int)
asked.add_argument("--seed", type=int, default=20)
asked.add_argument("--moves", default="free")
asked.add_argument("--when", action="store_true")
asked.add_argument("--free", action="store_true")
a = asked.parse_args()
draw = random.Random(a.seed)
owner = [o * a.parties // a.options for o in range(a.options)]
name = [f"p{owner[o]}.o{o}" for o in range(a.options)]


def literal(option):
    return f"{name[option]} = {draw.choice(['no', 'yes'])}"


def statement():
    options = draw.sample(range(a.options), draw.randint(2, 4))
    return draw.choice([" and ", " or "]).join(literal(o) for o in options)


firsts = [owner.index(p) for p in range(a.parties)]
print(f'format = 1\ntitle = "A synthetic case of {a.options} options, seed {a.seed}"\n')
print(f'[agreement]\nwhen = "{" and ".join(name[o] for o in firsts)}"\n')
for p in range(a.parties):
    print(f'[[party]]\nid = "p{p}"\n')
    for o in [o for o in range(a.options) if owner[o] == p]:
        when = f'when = "not {name[firsts[(p + 1) % a.parties]]}"\n' if a.when and o == firsts[p] else ""
        print(f'[[party.option]]\nid = "o{o}"\nmoves = "{a.moves}"\n{when}')
    for k in range(a.statements):
        print(f'[[party.preference]]\nstatement = "{statement()}"\n' + ("demand = true\n" if k == 0 else ""))
for _ in range(0 if a.free else 3):
    print(f'[[rule]]\nforbid = "{" and ".join(f"{name[o]}" for o in draw.sample(range(a.options), 3))}"\n')
