"""completion_test BINARY ROOT - what the shells offer, from the scripts that the program prints."""
import os
import shutil
import subprocess
import unittest

from entente import BINARY, SECONDS, Test, entente, flags, main, verbs

CONCEPTS = ["gmr", "nash", "seq", "smr", "sseq"]
COLORS = ["always", "auto", "never"]

# What bash's own completion does with a line: its words, the last one being completed.
COMPLETE = """
source /dev/stdin
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_entente
printf '%s\\n' "${COMPREPLY[@]}"
"""


def offered(*words):
    """What bash offers for the last of these words, sorted."""
    done = subprocess.run(["bash", "-c", COMPLETE, "bash", "entente", *words], input=entente("completion", "bash").stdout,
                          text=True, capture_output=True, timeout=SECONDS)
    return sorted(done.stdout.split())


class Bash(Test):
    def test_syntax(self):
        script = entente("completion", "bash").stdout
        self.assertEqual("", subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True).stderr)

    def test_verbs(self):
        self.assertEqual(sorted(verbs()), offered(""))
        self.assertEqual(["sample", "schema", "serve", "settle", "states"], offered("s"))
        self.assertEqual(["states"], offered("--color", "never", "sta"))
        self.assertEqual(["cases"], offered("case"))
        self.assertEqual(sorted(verbs()), offered("help", ""))

    def test_flags(self):
        for verb in verbs():
            with self.subTest(verb=verb):
                self.assertEqual(set(), set(flags(verb)) - set(offered(verb, "-")))
                self.assertEqual(set(), set(offered(verb, "--")) - set(flags(verb)) - {"--colour"})
        self.assertEqual(["--only"], offered("states", "case.toml", "--o"))
        self.assertEqual(["--version"], offered("--v"))

    def test_values(self):
        for words, right in [(["states", "--only", ""], CONCEPTS), (["states", "--only", "s"], CONCEPTS[2:]), (["outlook", "--concept", ""], CONCEPTS),
                             (["--color", ""], COLORS), (["settle", "x", "--color", "a"], COLORS[:2]), (["settle", "--color", "=", "n"], COLORS[2:]),
                             (["states", "--only", "="], CONCEPTS), (["completion", ""], ["bash", "fish", "zsh"]),
                             (["explain", ""], sorted(entente("explain").stdout.split()))]:
            with self.subTest(words=words):
                self.assertEqual(right, offered(*words))

    def test_files_are_left_to_the_shell(self):
        for words in [["states", ""], ["check", "ca"], ["north"], ["new", ""], ["import", ""], ["diff", "old.toml", ""], ["path", "--to", ""],
                      ["check", "--sources", ""], ["analyze", "--proof", ""], ["import", "-o", ""]]:
            with self.subTest(words=words):
                self.assertEqual([], offered(*words))
        self.assertIn("complete -o default", entente("completion", "bash").stdout)


class Others(Test):
    def test_syntax(self):
        for shell in ["zsh", "fish"]:
            with self.subTest(shell=shell):
                if shutil.which(shell) is None:
                    self.skipTest(f"no {shell} here")
                script = self.file("script", entente("completion", shell).stdout)
                self.assertEqual("", subprocess.run([shell, "-n", script], text=True, capture_output=True).stderr)

    def test_everything_is_named(self):
        zsh, fish = (entente("completion", shell).stdout for shell in ("zsh", "fish"))
        self.assertIn("compdef _entente entente", zsh)
        for verb in verbs():
            self.assertIn(f"({verb}) compadd -- -h --help", zsh)
            self.assertIn(f"-n __fish_use_subcommand -a {verb} -d", fish)
            for flag in flags(verb):
                self.assertIn(flag, zsh)
                self.assertIn(f"'__fish_seen_subcommand_from {verb}'" if flag != "--help" else "-s h -l help", fish)
                self.assertIn(f" -l {flag[2:]} ", fish)

    @unittest.skipUnless(shutil.which("fish"), "no fish here")
    def test_fish(self):
        def offers(line):
            script = f"source {self.file('script', entente('completion', 'fish').stdout)}; complete -C {line!r}"
            env = {**os.environ, "PATH": f"{BINARY.parent}:{os.environ['PATH']}", "HOME": str(self.folder)}
            done = subprocess.run(["fish", "-c", script], text=True, capture_output=True, env=env, timeout=SECONDS)
            return [row.split("\t")[0] for row in done.stdout.splitlines()]
        self.assertEqual(["states"], offers("entente st"))
        self.assertEqual(["--only"], offers("entente states --o"))
        self.assertEqual(CONCEPTS, sorted(offers("entente states --only ")))


if __name__ == "__main__":
    main()
