"""audit_test BINARY ROOT - evidence held against its sources piece by piece, stamped, and known again; what is a draft; whose mark has which colour."""
import hashlib
import json
import os
import pathlib
import re

from entente import Test, entente, main

CASE = """format = 1
title = "A bridge"   # and a remark

[[source]]
id = "gazette"
title = "Talks resume"

  [[evidence]]
  id = "south-pays"
  source = "gazette"
  claim = "South pays for one lane."
  at = 2   # of three
  terms = ["one lane"]

[[evidence]]
id = "met"
source = "gazette"
claim = "They met."
terms = ["met again"]

[[evidence]]
id = "heard"
source = "gazette"
claim = "It is said so."

[[party]]
id = "north"
COLOUR
[[party.option]]
id = "sign"
[[party.preference]]
statement = "north.sign"
evidence = ["met"]
DRAFT
[[party]]
id = "south"
[[party.option]]
id = "sign"
[[party.preference]]
statement = "south.sign"
evidence = ["south-pays", "heard"]

[[stake]]
id = "bridge"
name = "the bridge"
holder = "south"
to = { north = "south.sign" }
"""
PLAIN = CASE.replace("COLOUR\n", "").replace("DRAFT\n", "")
GAZETTE = "They met again.\n\nSouth pays   for\none lane.\n\nNobody else spoke.\n"
HASH = hashlib.sha256(b"South pays for one lane.").hexdigest()


class Audit(Test):
    def setUp(self):
        super().setUp()
        self.sources = self.folder / "sources"
        self.sources.mkdir()
        (self.sources / "gazette.txt").write_text(GAZETTE)

    def audit(self, case, *words):
        return entente("audit", case, "--sources", str(self.sources), *words)

    def test_each_piece_is_told(self):
        done = self.audit(self.file("case.toml", PLAIN))
        self.assert_ends(done, 0)
        rows = {line.split()[0]: re.split(r"  +", line.strip()) for line in done.stdout.splitlines() if line.startswith("  ")}
        self.assertEqual(["south-pays", "gazette", "2", "yes", "none"], rows["south-pays"])
        self.assertEqual(["met", "gazette", "-", "yes", "none"], rows["met"])
        self.assertEqual(["heard", "gazette", "-", "says not where", "none"], rows["heard"])
        self.assertIn("Of three pieces of evidence two say where they stand, and all stand there.", done.stdout)
        told = json.loads(self.audit(str(self.folder / "case.toml"), "--json").stdout)
        self.assertEqual([True, True, None], [piece["stands"] for piece in told["evidence"]])
        self.assertEqual([HASH, None, None], [piece["paragraph_hash"] for piece in told["evidence"]])
        self.assertEqual((2, 2, 0, []), (told["placed"], told["stand"], told["stamped"], told["faults"]))

    def test_a_stamp_is_one_line_and_nothing_else_changes(self):
        case = self.file("case.toml", PLAIN)
        os.chmod(case, 0o640)
        done = self.audit(case, "--stamp")
        self.assert_ends(done, 0)
        self.assertIn("One paragraph was stamped.", " ".join(done.stdout.split()))
        after = pathlib.Path(case).read_text()
        self.assertEqual(PLAIN.replace('  terms = ["one lane"]\n', f'  terms = ["one lane"]\n  hash = "{HASH}"\n'), after)
        self.assertEqual(0o640, os.stat(case).st_mode & 0o777)
        self.assertEqual(["case.toml", "sources"], sorted(os.listdir(self.folder)))
        again = self.audit(case, "--stamp")
        self.assertIn("There was nothing to stamp.", " ".join(again.stdout.split()))
        self.assertRegex(again.stdout, r"south-pays .* as read")
        self.assertEqual(after, pathlib.Path(case).read_text())
        self.assert_ends(entente("check", case, "--sources", str(self.sources), "--strict"), 0)

    def test_another_paragraph_is_a_fault_and_keeps_its_stamp(self):
        case = self.file("case.toml", PLAIN)
        self.audit(case, "--stamp")
        stamped = pathlib.Path(case).read_text()
        (self.sources / "gazette.txt").write_text(GAZETTE.replace("South pays", "South hardly pays"))
        done = self.audit(case, "--stamp")
        self.assert_ends(done, 1, "[source-hash]")
        self.assertIn("nothing was stamped, since the case has faults", done.stderr)
        self.assertEqual(stamped, pathlib.Path(case).read_text())
        told = json.loads(self.audit(case, "--json").stdout)
        self.assertEqual(("changed since", False), (told["evidence"][0]["hash"], told["evidence"][0]["stands"]))
        (self.sources / "gazette.txt").write_text(GAZETTE.replace("   for\none", " for one"))  # other lines, the same words
        self.assert_ends(self.audit(case), 0)

    def test_what_is_written_in_braces_is_told(self):
        braces = re.sub(r"  \[\[evidence\]\].*?\n\n", "", PLAIN, count=1, flags=re.S)
        braces = re.sub(r"\[\[evidence\]\].*?\n\n", "", braces, flags=re.S)
        pieces = '[{ id = "south-pays", source = "gazette", claim = "It pays.", at = 2 }, { id = "met", source = "gazette", claim = "m" }, { id = "heard", source = "gazette", claim = "h" }]'
        text = braces.replace("\n\n", f"\nevidence = {pieces}\n\n", 1)
        case = self.file("braces.toml", text)
        done = self.audit(case, "--stamp")
        self.assert_ends(done, 0)
        self.assertIn("One is written in braces, and has to become [[evidence]] first.", done.stdout)
        self.assertEqual(text, pathlib.Path(case).read_text())

    def test_what_cannot_be_stamped_is_refused(self):
        self.assert_ends(entente("audit", "-", "--sources", str(self.sources), "--stamp", input=PLAIN), 1, "cannot be stamped")
        self.assert_ends(entente("audit", "-", "--sources", str(self.sources), input=PLAIN), 0)
        self.assert_ends(self.audit(self.file("bad.toml", PLAIN.replace("format = 1", "format = 2"))), 1, "[wrong-format]")
        self.assert_ends(entente("audit", self.file("case.toml", PLAIN)), 2, "sources")


class Drafts(Test):
    def test_they_are_counted_and_named(self):
        case = self.file("case.toml", CASE.replace("COLOUR\n", "").replace("DRAFT", "draft = true"))
        brief = entente("analyze", case, "--long").stdout
        self.assertIn("One entry of the case is a draft: it was proposed, and nobody has confirmed it yet.", " ".join(brief.split()))
        self.assertIn("a draft]", " ".join(brief.split()))
        told = json.loads(entente("analyze", case, "--json").stdout)
        self.assertEqual(1, told["drafts"])
        self.assertEqual([True, None], [one.get("draft") for one in told["assumptions"]])
        confirmed = self.file("confirmed.toml", CASE.replace("COLOUR\n", "").replace("DRAFT", "draft = false"))
        self.assertNotIn("draft", entente("analyze", confirmed, "--long").stdout + entente("analyze", confirmed, "--json").stdout)

    def test_a_confirmed_draft_changes_no_conclusion(self):
        before = self.file("before.toml", CASE.replace("COLOUR\n", "").replace("DRAFT", "draft = true"))
        after = self.file("after.toml", PLAIN)
        done = entente("diff", before, after)
        self.assertIn("these differences change no conclusion:\n  - north differs in 'draft' of", done.stdout.lower())
        self.assertTrue(done.stdout.lower().endswith("which conclusions changed\nnone.\n"), done.stdout)


class Colours(Test):
    def fills(self, colour):
        case = self.file("case.toml", CASE.replace("COLOUR", colour).replace("DRAFT\n", ""))
        svg = entente("draw", case, "--picture", "stakes")
        self.assert_ends(svg, 0)
        return re.findall(r'<path transform="[^"]*" d="([^"]*)" fill="([^"]*)"', svg.stdout)

    def test_of_its_own_or_by_order(self):
        by_order, own = self.fills(""), self.fills('colour = "#AA0011"')
        self.assertEqual({"#d55e00"}, {fill for _, fill in by_order})  # south, the second, has the bridge
        self.assertEqual(by_order, own)
        case = self.file("ladder.toml", CASE.replace("COLOUR", 'colour = "#AA0011"').replace("DRAFT\n", ""))
        self.assertIn('fill="#aa0011"', entente("draw", case, "--picture", "ladder").stdout)


main()
