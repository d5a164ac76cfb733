"""Formulas as deep as they may be, of every kind of nesting, and a case with one wherever a formula may stand."""

DEEPEST = 256
ATOM, OTHER = "a.x", "b.y"
CHAINS = f"{ATOM} iff {OTHER} if {ATOM} implies {OTHER} or {ATOM} xor {OTHER} and "


def nested(head, tail, times=DEEPEST):
    return head * times + ATOM + tail * times


FORMULAS = {
    "parentheses": nested("(", ")"),
    "not": nested("not ", ""),
    "not and parentheses": nested("not (", ")", DEEPEST // 2),
    "counts": nested(f"at_least(1, {OTHER}, ", ")"),
    "counts of other kinds": nested(f"at_most(1, exactly(1, {OTHER}, ", "), b.y)", DEEPEST // 2),
    "every joining word in each parenthesis": nested(CHAINS + "(", ")"),
    "implies in the conclusion": nested(f"{OTHER} implies (", ")"),
    "implies in the premise": nested("(", f") implies {OTHER}"),
    "if": nested("(", f") if {OTHER}"),
    "iff": nested(f"{OTHER} iff (", ")"),
    "and, or": nested(f"{OTHER} and ({OTHER} or (", "))", DEEPEST // 2),
    "names": "n255",
    "names, each joined": "m127",
    "long chains": " implies ".join([ATOM, OTHER] * 3000),
    "long chains of if": " if ".join([ATOM, OTHER] * 3000),
    "long chains of iff": " iff ".join([ATOM, OTHER] * 3000),
}


def names():
    """Each of them one deeper than the one before."""
    lines = [f'n0 = "{ATOM}"', f'm0 = "{ATOM}"']
    lines += [f'n{k} = "n{k - 1}"' if k % 3 else f'n{k} = "n{k - 1} implies {OTHER}"' for k in range(1, DEEPEST)]
    lines += [f'm{k} = "({CHAINS} m{k - 1})"' for k in range(1, 128)]
    return "[names]\n" + "\n".join(lines)


def case(formula, options=1):
    """The formula wherever one may stand."""
    more = "".join(f'[[party.option]]\nid = "o{k}"\n' for k in range(options - 1))
    return f"""format = 1
title = "Deep"
{names()}
[agreement]
when = "{formula}"
[[party]]
id = "a"
[[party.option]]
id = "x"
when = "{formula}"
{more}[[party.preference]]
statement = "{formula}"
demand = true
[[party.preference]]
statement = "not a.x"
[[party]]
id = "b"
ranking = ["{formula}", "true"]
[[party.option]]
id = "y"
[[rule]]
forbid = "false and n3"
[[stake]]
id = "s"
name = "the stake"
holder = "a"
[stake.to]
b = "{formula}"
"""
