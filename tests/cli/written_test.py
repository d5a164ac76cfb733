"""written_test BINARY ROOT - what is written to files: never over what is read, never over what others wrote unless forced, whole or not at all."""
import os
import subprocess
import threading

from entente import BINARY, ROOT, Test, entente, flags, main, verbs

SMALL = (ROOT / "cases" / "prisoners-dilemma.toml").read_text()
CHANCES = "stated B2 0.05\n"

# What each verb that writes a file is told, the file last.
WRITERS = {"report": ["-o"], "draw": ["-o"], "sample": ["--variants", "20", "-o"], "robust": ["--svg"], "analyze": ["--proof"], "batch": ["check", "-o"]}

# How files began that earlier versions wrote, and some that others write.
OLD = {
    "page": '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="x">\n'
            '<meta name="entente-version" content="0.1.0">\n<meta name="entente-case" content="00">\n<meta name="entente-name" content="a.toml">\n',
    "first picture": '<svg xmlns="http://www.w3.org/2000/svg" width="792" height="451" viewBox="0 0 792 451" '
                     'font-family="Helvetica, Arial, sans-serif" font-size="12">\n<title>What rests on what</title>\n',
    "picture": '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="graph-title" width="792" height="451" '
               'style="min-width:523px" viewBox="0 0 792 451" font-family="Helvetica, Arial, \'Liberation Sans\', \'DejaVu Sans\', '
               'sans-serif" font-size="12">\n<title id="graph-title">x</title>\n',
    "sample": "TWO PRISONERS: 10,000 VARIANTS, SEED 1\nIn each variant every\nassumption fails independently: a statement is dropped",
    "part of a sample for people": "X: 5,000 VARIANTS, SEED 2\nThis is part 1 of 2 of 10,000 variants.\n",
    "sample for programs": '{\n "note": "shares of the model\'s variants, not forecasts",\n',
    "part of a sample": '{\n "entente-sample": 1,\n',
    "certificate": '{"proof":"entente-proof/1","case":"00"}\n',
    "lines of a batch": '{"batch":"settle","case":"a.toml","status":0,"out":null,"err":""}\n',
    "witness": "# A witness made by entente robust. The case as it stands says:\n",
}
OTHERS = {
    "text": "My notes\n", "a case": SMALL, "html": "<!doctype html>\n<html><head><title>entente-version</title></head></html>\n",
    "a drawing": '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" font-family="Arial" font-size="12">\n<title>x</title>\n',
    "json": '{\n "sample": 1\n}\n', "notes on a sample": "What I saw:\nX: 10 VARIANTS, SEED 1\nIn each variant every assumption fails independently: a",
    "bytes": "\0\1\2", "one byte": "x", "white": "\n",
}


class Written(Test):
    def setUp(self):
        super().setUp()
        self.case = self.file("case.toml", SMALL)

    def read(self, name):
        return (self.folder / name).read_text()

    def write(self, verb, target, *words, **kinds):
        return entente(verb, self.case, *WRITERS[verb], str(target), *words, **kinds)

    def assert_spared(self, verb, name, text, status, err, *words, **kinds):
        done = self.write(verb, name, *words, **kinds)
        self.assert_ends(done, status, err)
        self.assertEqual(text, self.read(name))

    def test_never_over_the_case_by_any_name(self):
        os.link(self.case, self.folder / "hard")
        os.symlink("case.toml", self.folder / "soft")
        os.symlink("soft", self.folder / "softer")
        os.mkdir(self.folder / "folder")
        names = [self.case, f"{self.folder}/./case.toml", f"{self.folder}/folder/../case.toml", "hard", "soft", "softer", "case.toml", "./case.toml"]
        for verb in WRITERS:
            for name in names:
                for force in [[], ["--force"]]:
                    with self.subTest(verb=verb, name=name, force=force):
                        self.assert_spared(verb, name, SMALL, 2, f"would write over '{name}', which is read", *force, cwd=self.folder)

    def test_never_over_standard_input(self):
        for verb in WRITERS:
            with self.subTest(verb=verb), open(self.case) as standard:
                done = subprocess.run([BINARY, verb, "-", *WRITERS[verb], self.case, "--force"], stdin=standard, capture_output=True, text=True)
                self.assert_ends(done, 2, "would write over")
                self.assertEqual(SMALL, self.read("case.toml"))

    def test_never_over_what_else_is_read(self):
        chances = self.file("chances", CHANCES)
        self.assert_spared("sample", chances, CHANCES, 2, "would write over", "--chances", f"{self.folder}/./chances", "--force")
        part = str(self.folder / "part.json")
        self.assert_ends(entente("sample", self.case, "--variants", "20", "--part", "1/1", "-o", part), 0)
        whole = self.read("part.json")
        self.assert_ends(entente("sample", "--merge", part, "--force", "-o", part), 2, "would write over")
        self.assertEqual(whole, self.read("part.json"))
        conflict = self.file("a.gmcr", "{}")
        self.assert_ends(entente("import", conflict, "-o", conflict), 2, "would write over")

    def test_a_witness_is_never_written_over_the_case(self):
        written = entente("robust", self.case, "--witness", str(self.folder / "w"))
        self.assert_ends(written, 0, "")
        for name in sorted(os.listdir(self.folder / "w")):
            path = self.folder / "w" / name
            path.unlink()
            os.link(self.case, path)
            done = entente("robust", self.case, "--witness", str(self.folder / "w"), "--force")
            self.assertEqual(1, done.returncode)
            self.assertIn(f"'{path}' is read here; it is left as it is", done.stderr)
            self.assertEqual(SMALL, self.read("case.toml"))
            path.unlink()
            path.write_text("mine\n")
            done = entente("robust", self.case, "--witness", str(self.folder / "w"))
            self.assertEqual(1, done.returncode)
            self.assertEqual("mine\n", path.read_text())
            self.assert_ends(entente("robust", self.case, "--witness", str(self.folder / "w"), "--force"), 0, "")
            self.assertTrue(path.read_text().startswith("# A witness made by entente robust"))

    def test_what_others_wrote_takes_force(self):
        for what, text in OTHERS.items():
            target = self.file("target", text)
            for verb in WRITERS:
                with self.subTest(verb=verb, what=what):
                    self.assert_spared(verb, target, text, 1, f"'{target}' is no page, picture, sample or certificate that Entente wrote")
        for verb in WRITERS:
            target = self.file("target", "this is mine\n")  # with blanks: the engine in a page, in letters, may have any word
            self.assert_ends(self.write(verb, target, "--force"), 0, "")
            self.assertNotIn("this is mine", self.read("target"))

    def test_what_versions_before_wrote_is_replaced(self):
        for what, text in OLD.items():
            for verb in WRITERS:
                with self.subTest(verb=verb, what=what):
                    target = self.file("target", text)
                    self.assert_ends(self.write(verb, target), 0, "")
                    self.assertFalse(self.read("target").startswith(text))

    def test_what_it_wrote_is_replaced(self):
        for verb in WRITERS:
            target = self.folder / f"of-{verb}"
            self.assert_ends(self.write(verb, target), 0, "")
            first = target.read_bytes()
            for other in WRITERS:  # by any of them
                target.write_bytes(first)
                self.assert_ends(self.write(other, target), 0, "")
            self.assert_ends(self.write(verb, target), 0, "")
            self.assertEqual(first, target.read_bytes())
        for words in (["sample", self.case, "--variants", "20"], ["sample", self.case, "--variants", "20", "--json"],
                      ["sample", self.case, "--variants", "20", "--part", "1/2"]):
            for env in ({"COLUMNS": "40"}, {"COLUMNS": "400"}):
                target = self.file("target", entente(*words, "--color=always", env=env).stdout)
                self.assert_ends(self.write("sample", target), 0, "")

    def test_an_empty_file_is_written(self):
        for verb in WRITERS:
            self.assert_ends(self.write(verb, self.file("empty", "")), 0, "")
            self.assertGreater(os.path.getsize(self.folder / "empty"), 100)
        self.assert_ends(entente("new", self.file("empty", "")), 0)
        self.assert_ends(entente("check", str(self.folder / "empty")), 0)
        self.assert_ends(entente("new", str(self.folder / "empty")), 1, "is there already")

    def test_a_device_and_a_pipe_are_written_into(self):
        for verb in WRITERS:
            device, pipe, got = self.folder / "device", self.folder / "pipe", []
            os.symlink("/dev/null", device)
            os.mkfifo(pipe)
            reader = threading.Thread(target=lambda: got.append(pipe.read_text()))
            reader.start()
            done = self.write(verb, pipe)
            reader.join()
            self.assert_ends(done, 0, "")
            self.assert_ends(self.write(verb, self.folder / "plain"), 0, "")
            self.assertEqual((self.folder / "plain").read_text(), got[0])
            self.assertTrue(pipe.is_fifo())
            self.assert_ends(self.write(verb, device), 0, "")
            self.assertTrue(device.is_char_device() and device.is_symlink())
            for path in [device, pipe, self.folder / "plain"]:
                path.unlink()
        self.assertEqual(entente("new").stdout, entente("new", "/dev/stdout").stdout)

    def test_where_it_cannot_be_written_nothing_is_left_behind(self):
        for verb in WRITERS:
            for name, err in [(self.folder / "no" / "p", "No such file"), ("/dev/full", "No space left"), (self.folder, "Is a directory")]:
                done = self.write(verb, name)
                self.assertEqual(1, done.returncode)
                self.assertIn(f"entente: cannot write '{name}': {err}", done.stderr)
        self.assertEqual(["case.toml"], os.listdir(self.folder))

    def test_names_as_long_as_may_be(self):
        name = "x" * 255
        for verb in WRITERS:
            for _ in range(2):
                self.assert_ends(self.write(verb, name, cwd=self.folder), 0, "")
        self.assert_ends(entente("new", "y" * 255, cwd=self.folder), 0)
        self.assertEqual({"case.toml", name, "y" * 255}, set(os.listdir(self.folder)))

    def test_what_a_killed_one_left_behind_is_in_nobodys_way(self):
        # In a process of the same number: the shell makes the file under its own number, then becomes the program.
        script = 'for k in 0 1 2; do : > ".entente-$$-$k.part"; done; exec "$@"'
        done = subprocess.run(["sh", "-c", script, "sh", BINARY, "draw", "case.toml", "-o", "a.svg"], cwd=self.folder, capture_output=True, text=True)
        self.assert_ends(done, 0, "")
        self.assertTrue((self.folder / "a.svg").read_text().startswith("<svg "))
        self.assertEqual([0, 0, 0], [p.stat().st_size for p in self.folder.glob(".entente-*.part")])

    def test_nothing_goes_to_a_file_named_like_standard_output(self):
        for verb, flag in [("robust", "--svg"), ("analyze", "--proof")]:
            self.assert_ends(entente(verb, "case.toml", flag, "-", cwd=self.folder), 2, f"{flag} needs a file")
        self.assertEqual(["case.toml"], os.listdir(self.folder))

    def test_every_verb_that_writes_over_files_has_force(self):
        self.assertEqual(set(WRITERS), {verb for verb in verbs() if "--force" in flags(verb)})


if __name__ == "__main__":
    main()
