"""Formulas as deep as they may be, with a stack of 256 KB: stack_test.py BINARY ROOT. WebAssembly has 1 MB. What is compiled for the
sanitizers takes several times as much; there ENTENTE_STACK_KB says how much is given."""
import os
import resource

import entente
from deep import ATOM, DEEPEST, FORMULAS, case, nested

STACK = int(os.environ.get("ENTENTE_STACK_KB", "256")) << 10
LISTED = [("check",), ("analyze",), ("analyze", "--long"), ("analyze", "--json"), ("analyze", "--engine", "symbolic"), ("states",),
          ("states", "--coalitions"), ("settle",), ("outlook",), ("path", "--safe"), ("why", "--all"), ("history",), ("robust",),
          ("unlock",), ("sample", "--variants", "20"), ("draw", "--picture", "ladder"), ("draw", "--picture", "tornado"), ("report",)]
if os.environ.get("ENTENTE_ROUNDS") == "quarter":
    LISTED = LISTED[1::4]
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
