"""soak_test BINARY ROOT - the soak itself, with a stand-in for the part that asks: what ends that part or is reported by it is kept, shrunk
and counted, and the attacks pass on a sound program."""
import contextlib
import io
import os
import pathlib
import sys
import tempfile
import unittest

from soak import INPUTS, Soak
from attacks import Attacks
from shrinking import shrunk

BINARY, ROOT = sys.argv[1:3]
HEAD = b"check 7 12\n"

# Ends on its first run at input 600, on its second reports one failure; a text with '<' in it fails again.
STAND_IN = f"""#!/bin/sh
if [ "$1" = --replay ]; then grep -q '<' "$2" && kill -SEGV $$; exit 0; fi
if [ "$4" = {INPUTS} ]; then printf 'check 5 600\\nabc def <xx> ghi' > "$2/current"; kill -SEGV $$; fi
printf 'draw 6 1\\n12<34' > "$2/failed-9-1"; echo "FAILED $2/failed-9-1 draw: not clean"; echo ANSWERED 5
echo "DIFFERENT $2/case-3: the explicit engine on seq for party 0"; exit 1
"""


class Shrinking(unittest.TestCase):
    def test_what_it_takes_to_fail_is_kept(self):
        text = HEAD + b"format = 1\n" * 50 + b"<" + b"x" * 300 + b">" + b"title\n" * 20
        self.assertEqual(HEAD + b"<>", shrunk(text, lambda one: one.startswith(HEAD) and b"<" in one and one.index(b"<") < one.rfind(b">")))

    def test_what_fails_once_only_is_kept_as_it_is(self):
        self.assertEqual(HEAD + b"abc", shrunk(HEAD + b"abc", lambda one: False))

    def test_it_ends_in_its_time(self):
        self.assertEqual(HEAD + b"abc" * 1000, shrunk(HEAD + b"abc" * 1000, lambda one: True, seconds=0))


class Soaking(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_what_fails_is_told_and_kept(self):
        part = self.folder / "part"
        part.write_text(STAND_IN)
        part.chmod(0o755)
        soak = Soak(BINARY, ROOT, str(part), self.folder / "kept", 3)
        with contextlib.redirect_stdout(io.StringIO()) as told:
            soak.ask_damaged()
        self.assertEqual(3, len(soak.failures), told.getvalue())
        self.assertIn("ended with -11", soak.failures[0])
        self.assertEqual((INPUTS, 10, 5), tuple(soak.done[what] for what in ("damaged inputs", "judged cases", "of them answered")))
        small = sorted((self.folder / "kept").glob("*-small"))
        self.assertEqual([b"check 5 600\n<", b"draw 6 1\n<"], [file.read_bytes() for file in small])
        self.assertFalse((self.folder / "kept" / "current").exists())
        self.assertTrue(soak.report().endswith("; 3 failures"))

    def test_attacks(self):
        for seed in range(2):
            attacks = Attacks(ROOT, seed)
            for kill in (attacks.kill_writer, attacks.kill_server):
                place = self.folder / f"{seed}-{kill.__name__}"
                os.mkdir(place)
                (place / "a.toml").write_text((pathlib.Path(ROOT) / "cases" / "elmira.toml").read_text())
                kill(place)
        attacks.hostile(4)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
