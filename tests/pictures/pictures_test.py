"""pictures_test BINARY ROOT - every picture of every case: well-formed, its texts inside it and apart, its marks real."""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

BINARY, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
SVG = "{http://www.w3.org/2000/svg}"
NAMES = ["graph", "integrated", "ladder", "settlements", "staircase", "stakes", "gap", "timeline", "tornado", "evidence", "links"]
HOSTILE = ["<script>alert(1)</script>", "a & b", "\"'", "]]>", "&amp;lt;", "x" * 300, "word " * 60, "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
           "\U0001F600\U0001F468\u200D\U0001F469\u200D\U0001F467" * 5, "\u65e5\u672c" * 40, "\u202Eturned", "\u0416\u0429\u042e" * 20, "W" * 40, "\u200bno", "e\u0301" * 30]


def tables():
    """The widths as they are in src/pictures/letter_widths.h: first character, upright and bold."""
    text = (ROOT / "src/pictures/letter_widths.h").read_text()
    first = {n: int(v, 16) for n, v in re.findall(r"first_of_(\w+) = (0x[0-9a-f]+);", text)}
    rows = {n: [int(v) for v in re.findall(r"\d+", body)] for n, body in re.findall(r"> (\w+) = \{([^}]*)\}", text)}
    return [(first[n], rows[n], rows["bold_" + n]) for n in first]


# Russia sets its condition aside for one division, and the same condition and more for another.
STAKES = """format = 1
title = "Prefix"
[agreement]
when="joint.deal != none"
[[party]]
id="j"
name="Japan"
  [[party.preference]]
  statement="joint.deal != none"
  [[party.preference]]
  statement="joint.deal = mid"
[[party]]
id="r"
name="Russia"
  [[party.preference]]
  statement="joint.deal = none"
  demand=true
  [[party.preference]]
  statement="joint.deal != big"
[[joint]]
id="deal"
by=["j","r"]
name="The deal"
values=["none", "mid", "big", "small"]
status_quo="none"
[[stake]]
id="a"
name="A"
holder="r"
to={ j = "joint.deal = small" }
[[stake]]
id="b"
name="B"
holder="r"
to={ j = "joint.deal = big" }
[[stake]]
id="c"
name="C"
holder="r"
to={ j = "joint.deal = mid" }
"""

TABLES = tables()


def width(text, size, bold):
    def of(c):
        for first, upright, heavy in TABLES:
            if first <= c < first + len(upright):
                return (heavy if bold else upright)[c - first]
        return 1300 if c >= 0x1F000 else 1100
    return sum(of(ord(c)) for c in text) * size / 1000


def box(text, turned):
    """Left, top, right, bottom of a text that is not turned."""
    size = float(text.get("font-size", "12"))
    wide = width(text.text or "", size, text.get("font-weight") == "bold")
    x, y = float(text.get("x", "0")), float(text.get("y", "0"))
    if turned:
        found = re.fullmatch(r"translate\(([\d.]+),([\d.]+)\) rotate\(-60\)", text.get("transform"))
        x, y = float(found[1]), float(found[2])
        return x - size, y - wide * 0.8661, x + wide / 2, y
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[text.get("text-anchor")]
    return left, y - size * 0.75, left + wide, y + size * 0.22


def lines_of(group):
    """The straight pieces of the lines of a mark, as (x1, y1, x2, y2) with the smaller ends first."""
    pieces = []
    for path in group.findall(SVG + "path"):
        if path.get("class") != "e-line":
            continue
        at = None
        for step, numbers in re.findall(r"([MLHV])([-\d. ]+)", path.get("d")):
            n = [float(x) for x in numbers.split()]
            to = (n[0], at[1]) if step == "H" else (at[0], n[0]) if step == "V" else (n[0], n[1])
            if step != "M":
                pieces.append((min(at[0], to[0]), min(at[1], to[1]), max(at[0], to[0]), max(at[1], to[1])))
            at = to
    return pieces


def crossings(svg):
    """Where an arrow of the graph of moves crosses another, or runs through a situation."""
    marks = ET.fromstring(svg).findall(SVG + "g")
    edges = [lines_of(g) for g in marks if g.get("data-state") is None]
    boxes = [[float(g.find(SVG + "rect").get(k)) for k in ("x", "y", "width", "height")] for g in marks if g.get("data-state")]
    found = 0
    for a in range(len(edges)):
        for x1, y1, x2, y2 in edges[a]:
            found += sum(x1 < x + w - 1 and x2 > x + 1 and y1 < y + h - 1 and y2 > y + 1 for x, y, w, h in boxes)
            for u1, v1, u2, v2 in (piece for b in range(len(edges)) if b != a for piece in edges[b]):
                found += x1 == x2 and v1 == v2 and u1 + 1 < x1 < u2 - 1 and y1 + 1 < v1 < y2 - 1
    return found


def answer(verb, case):
    return json.loads(subprocess.run([BINARY, verb, case, "--json"], capture_output=True, text=True, timeout=60).stdout)


def many_situations(options, ids):
    """A case of two parties in which every combination of some options is a situation, perhaps with an id."""
    own = "".join(f'[[party.option]]\nid = "o{k}"\n' for k in range(options))
    states = "".join('[[state]]\nid = "' + ids.format(s) + '"\nat = "' + " and ".join(("" if s >> k & 1 else "not ") + f"a.o{k}" for k in range(options)) + '"\n'
                     for s in range(2 ** options)) if ids else ""
    return f'format = 1\ntitle = "Many"\n[[party]]\nid = "a"\n{own}[[party.preference]]\nstatement = "a.o0"\n[[party]]\nid = "b"\n{states}'


def draw(case, name, *more):
    return subprocess.run([BINARY, "draw", case, "--picture", name, *more], capture_output=True, text=True, timeout=120)


class Pictures(unittest.TestCase):
    def assert_good(self, svg, states):
        self.assertNotIn("<script", svg)
        root = ET.fromstring(svg)
        self.assertEqual(SVG + "svg", root.tag)
        self.assertEqual("img", root.get("role"))
        self.assertTrue(root.find(SVG + "title").text)
        self.assertTrue(root.find(SVG + "desc").text)
        _, top, wide, high = map(float, root.get("viewBox").split())
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        self.assertEqual(len(set(ids)), len(ids))
        boxes = []
        for text in root.iter(SVG + "text"):
            turned = text.get("transform") is not None
            now = box(text, turned)
            self.assertGreaterEqual(now[0], -0.1, text.text)
            self.assertGreaterEqual(now[1], top - 0.1, text.text)
            self.assertLessEqual(now[2], wide + 0.1, text.text)
            self.assertLessEqual(now[3], top + high + 0.1, text.text)
            if not turned:
                boxes.append((now, text.text))
        boxes.sort(key=lambda b: b[0][1])
        for k, (a, said) in enumerate(boxes):
            for b, other in boxes[k + 1:]:
                if b[1] >= a[3] - 0.5:
                    break
                self.assertTrue(b[0] >= a[2] - 0.5 or a[0] >= b[2] - 0.5, f"{said!r} runs into {other!r}")
        for mark in root.iter():
            if mark.get("data-state"):
                self.assertTrue(1 <= int(mark.get("data-state")) <= states)

    def assert_all_good(self, case):
        told = subprocess.run([BINARY, "check", case], capture_output=True, text=True)
        self.assertEqual(0, told.returncode, told.stderr)
        states = len(subprocess.run([BINARY, "states", case, "--csv"], capture_output=True, text=True).stdout.splitlines()) - 1
        drawn = 0
        parties = re.findall(r'^\[\[party\]\]\s*\nid\s*=\s*"([^"]+)"', pathlib.Path(case).read_text(), re.M)
        for name in NAMES:
            for more in ([["--party", p] for p in parties] if name == "ladder" else [[]]):
                with self.subTest(case=case, picture=name, more=more):
                    done = draw(case, name, *more)
                    if done.returncode == 0:
                        self.assert_good(done.stdout, states)
                        self.assertEqual(done.stdout, draw(case, name, *more).stdout)
                        drawn += 1
                    else:
                        self.assertEqual(1, done.returncode, done.stderr)
                        self.assertIn("there is no such picture of this case", done.stderr)
                        self.assertEqual("", done.stdout)
        self.assertGreater(drawn, 0)

    def test_every_case(self):
        for case in sorted(f for f in (ROOT / "cases").glob("*.toml") if b"[[include]]" not in f.read_bytes()) + sorted((ROOT / "tests/reports").glob("*.toml")):
            self.assert_all_good(str(case))

    def test_linked_disputes(self):
        case = ROOT / "tests/cli/linked/river-and-road.toml"
        done = draw(case, "links")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assert_good(done.stdout, 0)
        self.assertNotIn("\u2026", done.stdout)

    def test_arrows_of_the_graph_cross_nothing(self):
        self.assertEqual(1, crossings(f'<svg xmlns="{SVG[1:-1]}"><g><path class="e-line" d="M0 5L9 5"/></g>'
                                      '<g><path class="e-line" d="M4 0V9"/></g></svg>'))
        for case in sorted(f for f in (ROOT / "cases").glob("*.toml") if b"[[include]]" not in f.read_bytes()):
            with self.subTest(case=case.name):
                done = draw(case, "graph")
                if done.returncode == 0:
                    self.assertEqual(0, crossings(done.stdout))
                else:
                    self.assertIn("nothing leads away from today", done.stderr)

    def test_each_says_of_which_case_and_day_it_is(self):
        done = draw(ROOT / "cases/northern-territories.toml", "gap").stdout
        root = ET.fromstring(done)
        self.assertIn("Japan-Russia peace treaty, 15 April 2016", [t.text for t in root.iter(SVG + "text")])
        self.assertIn("Japan-Russia peace treaty, 15 April 2016", root.find(SVG + "title").text)
        earlier = draw(ROOT / "cases/northern-territories.toml", "stakes", "--as-of", "2014-06-01").stdout
        self.assertIn("Japan-Russia peace treaty, 1 June 2014", earlier)
        self.assertIn("(--answers one)", draw(ROOT / "cases/elmira.toml", "graph", "--answers", "one").stdout)

    def test_nothing_is_cut(self):
        """But for words longer than any line."""
        for case in sorted(f for f in (ROOT / "cases").glob("*.toml") if b"[[include]]" not in f.read_bytes()):
            for name in NAMES:
                with self.subTest(case=case.name, picture=name):
                    self.assertNotIn("\u2026", draw(case, name).stdout)

    def test_a_head_too_long_for_its_column_stands_below(self):
        with tempfile.TemporaryDirectory() as folder:
            long = "the ministry of " + "a very long name and of " * 3 + "the environment"
            file = pathlib.Path(folder, "long.toml")
            file.write_text((ROOT / "cases/elmira.toml").read_text().replace('name    = "Ontario\'s ministry"', f'name    = "{long}"'))
            texts = [t.text for t in ET.fromstring(draw(file, "tornado").stdout).iter(SVG + "text")]
            self.assertIn("1", texts)
            self.assertTrue(any(t.startswith("1: how the present suits the ministry of") for t in texts), texts)

    def test_heads_of_columns_differ(self):
        for case in sorted(f for f in (ROOT / "cases").glob("*.toml") if b"[[include]]" not in f.read_bytes()):
            with self.subTest(case=case.name):
                heads = re.findall(r"rotate\(-60\)[^>]*>([^<]*)<", draw(case, "tornado").stdout)
                self.assertEqual(len(set(heads)), len(heads), heads)

    def test_heads_of_stakes_differ_and_are_true(self):
        """Two ways of setting the same condition aside have the same head but for a number; another condition is no other way."""
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "stakes.toml")
            file.write_text(STAKES)
            heads = {t.get("x"): t.text for t in ET.fromstring(draw(file, "stakes").stdout).iter(SVG + "text") if t.get("font-weight") == "bold"}
            told = " ".join(heads.values())
            self.assertNotIn("another way", told)

    def test_situations_of_the_integrated_graph_are_apart(self):
        """Nor does a line run through a situation, or along another."""
        with tempfile.TemporaryDirectory() as folder:
            for options, ids in [(4, "s{}wwww"), (5, "s{}"), (5, "s{}wwwwww"), (5, "the-situation-in-which-all-{}"), (3, None), (1, "s{}")]:
                with self.subTest(options=options, ids=ids):
                    file = pathlib.Path(folder, f"{options}.toml")
                    file.write_text(many_situations(options, ids))
                    done = draw(file, "integrated")
                    self.assertEqual(0, done.returncode, done.stderr)
                    self.assert_good(done.stdout, 2 ** options)
                    self.assert_apart(ET.fromstring(done.stdout).findall(SVG + "g"))
        for case in ["elmira", "garrison", "lake-gisborne", "euphrates", "prisoners-dilemma"]:
            with self.subTest(case=case):
                self.assert_apart(ET.fromstring(draw(ROOT / f"cases/{case}.toml", "integrated").stdout).findall(SVG + "g"))

    def assert_apart(self, marks):
        boxes = []
        for mark in marks:
            if mark.get("data-state"):
                x, y, wide, high = (float(mark.find(SVG + "rect").get(k)) for k in ("x", "y", "width", "height"))
                boxes.append((x, y, x + wide, y + high))
        for k, a in enumerate(boxes):
            for b in boxes[:k]:
                self.assertFalse(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3], (a, b))
        ways = [mark.find(SVG + "path").get("d") for mark in marks if not mark.get("data-state")]
        self.assertEqual(len(set(ways)), len(ways))
        for way in ways:
            x1, y1, cx, cy, x2, y2 = (float(n) for n in re.findall(r"-?[\d.]+", way))
            through = set()
            for n in range(101):
                t = n / 100
                x = (1 - t) ** 2 * x1 + 2 * t * (1 - t) * cx + t * t * x2
                y = (1 - t) ** 2 * y1 + 2 * t * (1 - t) * cy + t * t * y2
                through |= {k for k, b in enumerate(boxes) if b[0] < x < b[2] and b[1] < y < b[3]}
            self.assertEqual(set(), through, way)

    def test_lines_of_many_parties_differ(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "many.toml")
            file.write_text('format = 1\ntitle = "Many"\n' + "".join(f'[[party]]\nid = "p{i}"\n[[party.option]]\nid = "o"\n' for i in range(12)) +
                            '[[state]]\nid = "none"\nat = "' + " and ".join(f"not p{i}.o" for i in range(12)) + '"\n' +
                            '[[state]]\nid = "some"\nat = "not none"\n')
            marks = ET.fromstring(draw(file, "integrated").stdout).findall(SVG + "g")
            pens = [(p.get("stroke"), p.get("stroke-dasharray")) for p in (m.find(SVG + "path") for m in marks if not m.get("data-state"))]
            self.assertEqual(12, len(pens))
            self.assertEqual(12, len(set(pens)))
            self.assert_apart(marks)

    def test_what_is_recommended_is_drawn(self):
        """However many settlements there are."""
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "seven.toml")
            parties = "".join(f'[[party]]\nid = "p{i}"\n[[party.option]]\nid = "o"\n[[party.preference]]\nstatement = "not p{i}.o"\n'
                              f'[[party.preference]]\nstatement = "p{(i + 1) % 7}.o"\n' for i in range(7))
            file.write_text(f'format = 1\ntitle = "Seven"\n[agreement]\nwhen = "true"\n{parties}')
            best = answer("settle", file)["recommended"]
            strong = {int(m.get("data-state")) for m in ET.fromstring(draw(file, "settlements").stdout).findall(SVG + "g")
                      if m.get("data-state") and any(p.get("stroke-width") == "2.2" for p in m.findall(SVG + "path"))}
            self.assertTrue(strong)
            self.assertTrue(strong <= set(best), (strong, best))

    def test_a_situation_once(self):
        for case in sorted(f for f in (ROOT / "cases").glob("*.toml") if b"[[include]]" not in f.read_bytes()):
            for name in ["graph", "integrated"]:
                with self.subTest(case=case.name, picture=name):
                    states = re.findall(r'data-state="(\d+)"', draw(case, name).stdout)
                    self.assertEqual(len(set(states)), len(states))

    def test_the_integrated_graph_has_each_move_once(self):
        drawn = 0
        for case in sorted(f for f in (ROOT / "cases").glob("*.toml") if b"[[include]]" not in f.read_bytes()):
            done = draw(case, "integrated")
            if done.returncode != 0:
                self.assertIn("more than the 32", done.stderr)
                continue
            drawn += 1
            told = subprocess.run([BINARY, "states", case, "--moves", "--json"], capture_output=True, text=True, check=True)
            table, = json.loads(told.stdout)
            moves = {(who, row[0], to) for row in table["rows"] for who, cell in zip(table["head"][1:], row[1:])
                     for to in cell.split(", ") if to != "-"}
            gains = subprocess.run([BINARY, "states", case, "--improvements", "--json"], capture_output=True, text=True, check=True)
            table, = json.loads(gains.stdout)
            better = {(who, row[0], to) for row in table["rows"] for who, cell in zip(table["head"][1:], row[1:])
                      for to in cell.split(", ") if to != "-"}
            seen, improving, heads = set(), set(), 0
            for mark in ET.fromstring(done.stdout).findall(SVG + "g"):
                title = mark.find(SVG + "title").text
                if mark.get("data-state"):
                    continue
                who, ways = title.split(": ", 1)
                for way in ways.split("; "):
                    found = re.fullmatch(r"from (\S+) to (\S+?)(, an improvement)?", way)
                    seen.add((who, found[1], found[2]))
                    if found[3]:
                        improving.add((who, found[1], found[2]))
                heads += len(mark.findall(SVG + "path")) - 1
            self.assertEqual(moves, seen, case)
            self.assertEqual(better, improving, case)
            self.assertEqual(len(moves), heads)
        self.assertGreater(drawn, 4)

    def test_settlements_that_are_named_are_told(self):
        for case in ["elmira", "garrison", "northern-territories"]:
            svg = ET.fromstring(draw(ROOT / f"cases/{case}.toml", "settlements").stdout)
            texts = [t for t in svg.iter(SVG + "text")]
            named = [t.text for t in texts if t.get("font-weight") == "bold" and re.fullmatch(r"s?\d+", t.text)]
            self.assertTrue(named)
            for name in named:
                self.assertTrue(any(t.text.startswith(name + ": ") for t in texts), name)

    def test_golden(self):
        """ENTENTE_GOLDEN=write writes what is drawn now."""
        for case, name in [("elmira", "graph"), ("garrison", "settlements"), ("northern-territories", "gap"), ("euphrates", "staircase")]:
            with self.subTest(case=case, picture=name):
                file = ROOT / f"tests/pictures/{case}-{name}.svg"
                drawn = draw(str(ROOT / f"cases/{case}.toml"), name).stdout
                if os.environ.get("ENTENTE_GOLDEN") == "write":
                    file.write_text(drawn)
                self.assertEqual(file.read_text(), drawn)

    def test_hostile_words(self):
        rng = random.Random(7)

        def hostile(found):
            word = rng.choice(HOSTILE) + rng.choice(["", " " + rng.choice(HOSTILE)])
            return found[1] + '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'

        with tempfile.TemporaryDirectory() as folder:
            for case in ["elmira", "garrison", "euphrates"]:
                for k in range(2):
                    text = (ROOT / f"cases/{case}.toml").read_text()
                    text = re.sub(r'^(\s*(?:name|title|what|claim|summary)\s*=\s*)"(?!"")(?:[^"\\]|\\.)*"', hostile, text, flags=re.M)
                    text = re.sub(r"^(\s*labels\s*=\s*)\[[^\]]*\]",
                                  lambda f: re.sub(r'()"(?:[^"\\]|\\.)*"', hostile, f[0]), text, flags=re.M)
                    file = pathlib.Path(folder, f"{case}-{k}.toml")
                    file.write_text(text)
                    self.assert_all_good(str(file))

    def test_what_there_is_not(self):
        case = str(ROOT / "cases/elmira.toml")
        done = draw(case, "grpah")
        self.assertNotEqual(0, done.returncode)
        self.assertIn("graph", done.stderr)
        self.assertNotEqual(0, draw(case, "ladder", "--party", "nobody").returncode)
        self.assertNotEqual(0, draw(case, "graph", "--party", "uniroyal").returncode)

    def test_a_file(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "moves.svg")
            case = str(ROOT / "cases/elmira.toml")
            self.assertEqual(0, draw(case, "graph", "-o", str(file)).returncode)
            self.assertEqual(draw(case, "graph").stdout, file.read_text())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
