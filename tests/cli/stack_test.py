"""Formulas as deep as they may be, with a stack of 256 KB: stack_test.py BINARY ROOT. WebAssembly has 1 MB. What is compiled for the
sanitizers takes several times as much; there ENTENTE_STACK_KB says how much is given."""
import os
import resource

import entente

STACK = int(os.environ.get("ENTENTE_STACK_KB", "256")) << 10
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


LISTED = [("check",), ("analyze",), ("analyze", "--long"), ("analyze", "--json"), ("analyze", "--engine", "symbolic"), ("states",),
          ("states", "--coalitions"), ("settle",), ("outlook",), ("path", "--safe"), ("why", "--all"), ("history",), ("robust",),
          ("unlock",), ("sample", "--variants", "20"), ("draw", "--picture", "ladder"), ("draw", "--picture", "tornado"), ("report",)]
SHORT = ("--budget", "10s")
IN_DIAGRAMS = [("check",), ("analyze", *SHORT), ("states", "--limit", "3", *SHORT), ("settle", *SHORT), ("outlook", *SHORT),
               ("path", *SHORT), ("why", *SHORT)]


def small(*words):
    """The program with the small stack."""
    return entente.entente(*words, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_STACK, (STACK, STACK)))


class StackTest(entente.Test):
    def run_small(self, *words):
        done = small(*words)
        self.assertIn(done.returncode, (0, 3), (words[0], done.returncode, done.stderr[-300:]))
        return done

    def test_every_verb_over_every_nesting(self):
        for name, formula in FORMULAS.items():
            with self.subTest(name):
                file = self.folder / "deep.toml"
                file.write_text(case(formula))
                for verb, *flags in LISTED:
                    self.run_small(verb, str(file), *flags)

    def test_formulas_of_the_command_line(self):
        file = self.folder / "deep.toml"
        file.write_text(case(ATOM))
        for name, formula in FORMULAS.items():
            if name.startswith("long"):  # an argument is at most a quarter of the stack
                continue
            with self.subTest(name):
                for words in (("states", "--where"), ("path", "--to"), ("unlock", "--to")):
                    self.run_small(words[0], str(file), words[1], formula)

    def test_in_diagrams(self):
        """40 options and more: no state is listed."""
        for name, formula in FORMULAS.items():
            with self.subTest(name):
                file = self.folder / "deep.toml"
                file.write_text(case(formula, 40))
                for verb, *flags in IN_DIAGRAMS:
                    self.run_small(verb, str(file), *flags)

    def test_lists_and_tables_within_one_another(self):
        for count in (250, 100000):
            for value in ("[" * count + "]" * count, "{a = " * count + "1" + "}" * count):
                file = self.folder / "deep.toml"
                file.write_text(f'format = 1\ntitle = "Deep"\nsummary = {value}\n')
                done = small("check", str(file))
                self.assertEqual(1, done.returncode)
                self.assertIn("lists and tables may stand 32 deep in one another at most [toml-syntax]", done.stderr)

    def test_one_deeper_is_a_fault(self):
        for formula in (nested("(", ")", DEEPEST + 1), nested("not ", "", DEEPEST + 1), "(n255)", nested("(", ")", 100000)):
            file = self.folder / "deep.toml"
            file.write_text(case(formula))
            done = small("check", str(file))
            self.assertEqual(1, done.returncode)
            self.assertIn("[too-deep]", done.stderr)


if __name__ == "__main__":
    entente.main()
