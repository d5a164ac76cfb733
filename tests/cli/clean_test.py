"""clean_test BINARY ROOT - names of files, values of flags and files of other kinds reach a terminal as clean as the case's texts do."""
import json
import os
import resource
import subprocess
import time
import unicodedata

from entente import BINARY, ROOT, Test, entente, flags, main, verbs

SMALL = (ROOT / "cases" / "prisoners-dilemma.toml").read_bytes()
# Colours, a title, a cleared screen, a line of its own, other controls, a turned direction, no UTF-8.
HOSTILE = [b"\x1b[31mred", b"\x1b]0;title\x07", b"\x1b[2J\x1b[H", b"x\nentente: all is well\n", b"a\rb\x08\x7f", "\u0085\u009b31m\u2028".encode(),
           "\u202eturned\u2066".encode(), b"\xff\xfe\xc0\x80", b"\xed\xa0\x80"]
STEERING = {chr(c) for c in (0x2028, 0x2029, 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}
ALL = b" ".join(HOSTILE)


def run(*words, **kinds):
    return subprocess.run([BINARY, *words], capture_output=True, timeout=60, **kinds)


class Clean(Test):
    def assert_clean(self, done, words):
        for stream in (done.stdout, done.stderr):
            text = stream.decode()  # UTF-8, or the test fails
            bad = {c for c in text if c != "\n" and (unicodedata.category(c) == "Cc" or c in STEERING)}
            self.assertEqual(set(), bad, (words, text[:300]))
            self.assertNotIn("\nentente: all is well", "\n" + text, words)
        self.assertIn(done.returncode, (0, 1, 2, 3), words)

    def path(self, name):
        return os.fsencode(self.folder) + b"/" + name

    def test_names_of_cases(self):
        for text in HOSTILE:
            for content in (SMALL, b"format = 1\n"):
                name = self.path(text.replace(b"/", b"") + b".toml")
                with open(name, "wb") as file:
                    file.write(content)
                for words in (["check"], ["analyze"], ["analyze", "--json"], ["states", "--stats"], ["diff", name], ["robust"], ["analyze", self.path(b"no")],
                              ["report"], ["sample", "--variants", "5"], ["verify", name], ["import"], ["sample", "--merge"], ["sample", "--merge", name]):
                    with self.subTest(text=text, words=words):
                        done = run(*words, name)
                        if words == ["report"]:
                            done.stdout = b""  # a page, for a browser
                        self.assert_clean(done, words)
                os.unlink(name)

    def test_names_of_files_that_are_missing_or_in_the_way(self):
        case = self.file("case.toml", SMALL.decode())
        for text in HOSTILE:
            missing, there = self.path(b"no/" + text), self.path(text)
            with open(there, "wb") as file:
                file.write(b"mine")
            for words in (["analyze", missing], [missing], ["report", case, "-o", missing], ["report", case, "-o", there], ["analyze", case, "--proof", there],
                          ["robust", case, "--svg", there], ["robust", case, "--witness", there], ["new", there], ["new", missing], ["serve", missing],
                          ["sample", case, "--chances", missing], ["sample", case, "--chances", there], ["check", case, "--sources", missing],
                          ["verify", missing, case], ["import", missing], ["report", there, "-o", there]):
                with self.subTest(words=words):
                    self.assert_clean(run(*words), words)
            os.unlink(there)

    def test_values_of_flags_and_words(self):
        case = self.file("case.toml", SMALL.decode())
        for verb in verbs():
            if verb in ("serve", "completion", "help", "new"):
                continue
            operands = [] if verb in ("cases", "schema", "explain", "import") else [case, case] if verb in ("diff", "verify") else [case]
            for flag in flags(verb):
                if flag not in ("--output", "--proof", "--svg", "--witness"):  # these would make files of such names
                    self.assert_clean(run(verb, *operands, flag, ALL), [verb, flag])
                    self.assert_clean(run(verb, *operands, flag.encode() + b"=" + ALL), [verb, flag])
            self.assert_clean(run(verb, *operands, b"--" + ALL), [verb])
            self.assert_clean(run(verb, *operands, ALL), [verb])
        for text in HOSTILE:
            for words in ([text], ["help", text], ["completion", text], ["explain", text], ["cases", text], ["serve", "--port", text], ["draw", case, "--picture", text],
                          ["path", case, "--to", b"true and" + text], ["path", case, "--to", b"not\n(false)\t"], ["why", case, "--state", "1", "--party", text]):
                self.assert_clean(run(*words), words)

    def test_files_of_other_kinds(self):
        case = self.file("case.toml", SMALL.decode())
        parts = [json.loads(run("sample", case, "--variants", "20", "--part", part).stdout) for part in ("1/2", "2/2")]
        for text in HOSTILE:
            name = self.path(b"file")
            for content in (text, b"stated " + text + b" 0.1\n", text + b" B2 0.05\n", b"stated B2 " + text):
                with open(name, "wb") as file:
                    file.write(content)
                self.assert_clean(run("sample", case, "--variants", "5", "--chances", name), content)
            said = text.decode(errors="replace")
            for k, part in enumerate(parts):
                hostile = dict(part, title=said, chances=[dict(row, basis=said, chance=said) for row in part["chances"]],
                               conclusions=[dict(row, sentence=said) for row in part["conclusions"]], no_valid_case={said: sum(part["no_valid_case"].values())})
                self.file(f"part-{k}.json", json.dumps(hostile))
            merged = run("sample", "--merge", str(self.folder / "part-0.json"), str(self.folder / "part-1.json"))
            self.assertEqual(0, merged.returncode, merged.stderr)
            self.assert_clean(merged, said)
            makers = [{"name": said, "options": [0], "preferences": []}]
            self.file("lake.gmcr", json.dumps({"decisionMakers": makers, "options": [{"name": said, "permittedDirection": said}], "infeasibles": [[[0, said]]]}))
            self.assert_clean(run("import", str(self.folder / "lake.gmcr")), said)
            self.file("lake.gmcr", json.dumps({"decisionMakers": makers, "options": [{"name": said, "permittedDirection": "both"}], "infeasibles": []}))
            self.assert_clean(run("import", str(self.folder / "lake.gmcr")), said)

    def test_what_is_ours_stays(self):
        done = entente("check", "-", "--color=always", input="format = 1\n")
        self.assertIn("\x1b[1;31merror:\x1b[0m", done.stderr)
        name = self.file("Grüße, 北方 – “x”.toml", SMALL.decode())
        self.assertIn(name, entente("check", name).stdout)
        self.assertIn(f"cannot read '{name}x'", entente("check", name + "x").stderr)

    def test_help_behind_a_sentence_keeps_its_lines(self):
        self.assertRegex(entente().stderr, r"^entente: A case or a verb is missing\.\n\nUsage: entente")


class Huge(Test):
    def test_a_page_that_is_too_large_is_not_read(self):
        case, huge = self.file("case.toml", SMALL.decode()), str(self.folder / "huge.html")
        with open(huge, "wb") as file:
            file.truncate(1 << 40)
        most = resource.RLIM_INFINITY if "ENTENTE_ADDRESSES_ARE_FREE" in os.environ else 512 << 20  # the sanitizers take all there are
        little = lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most))
        done = run("verify", huge, case, preexec_fn=little)
        self.assertEqual((1, b""), (done.returncode, done.stdout))
        self.assertIn(f"'{huge}' is larger than any page that Entente writes, 256 MB; it was not looked into", done.stderr.decode())
        with open(huge) as standard:
            begun = time.monotonic()
            done = run("verify", "-", case, stdin=standard)
        self.assertEqual((1, b""), (done.returncode, done.stdout))
        self.assertIn("'<stdin>' is larger than any page", done.stderr.decode())
        self.assertLess(time.monotonic() - begun, 60)


if __name__ == "__main__":
    main()
