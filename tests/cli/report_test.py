"""The page: written whole, self-contained, true to its case as verify tells, and without a trace of what is confidential."""
import html.parser
import re

from entente import ROOT, Test, entente, main

CASES = sorted(f for f in (ROOT / "cases").glob("*.toml") if b"[[include]]" not in f.read_bytes())
VOID = {"meta", "br", "img", "input", "link", "hr"}


def run(*arguments):
    return entente(*map(str, arguments))


class Page(html.parser.HTMLParser):
    """A page read strictly: every element closed in order, ids once, links that lead somewhere."""

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.targets, self.words, self.faults, self.levels = [], [], [], [], [], []
        self.feed(text)
        self.faults += [f"{tag} stays open" for tag in self.open]

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if len(named) < len(attrs):
            self.faults.append(f"{tag} has an attribute twice")
        if "id" in named:
            self.ids.append(named["id"])
        for key in ("href", "src", "action", "xlink:href"):
            if key in named:
                self.targets.append(named[key])
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("script", "style"):
            self.words.append(data)


HOSTILE = """format = 1
title = "<script>alert(1)</script> & \\"x\\" 'y' ]]> -->"
summary = "</title></style><img src=x onerror=alert(1)>"
[[source]]
id = "s"
title = "<b>S</b>"
publisher = "\\u202e&amp;"
[[evidence]]
id = "e"
source = "s"
claim = "<svg onload=alert(1)>"
[agreement]
when = "a.x and b.y"
[[party]]
id = "a"
name = "<i>A</i>"
  [[party.option]]
  id = "x"
  name = "<u>X</u>"
  labels = ["</td>no", "\\"yes\\" onclick=\\"alert(1)"]
  evidence = ["e"]
  moves = "forward"
  [[party.preference]]
  statement = "a.x"
  why = "</script><script>alert(1)</script>"
  evidence = ["e"]
  demand = true
[[party]]
id = "b"
name = "B&B"
  [[party.option]]
  id = "y"
  [[party.preference]]
  statement = "not b.y"
[[stake]]
id = "k"
name = "<k>"
to = { a = "a.x" }
"""

SECRETS = {"source title": "QJWMARK1", "publisher": "QJWMARK2", "claim": "QJWMARK3", "speaker": "QJWMARK4", "why": "QJWMARK5",
           "claim of a confidential source": "QJWMARK6", "url": "QJWMARK7", "source id": "QJWMARK8", "evidence id": "QJWMARK9", "term": "QJWMARKA",
           "name in a statement": "hushword"}
CONFIDENTIAL = """format = 1
title = "Bridge"
date = 2020-01-01
[agreement]
when = "north.sign and south.sign"
[names]
hushword = "south.sign and north.pay"
[[source]]
id = "QJWMARK8"
title = "QJWMARK1"
publisher = "QJWMARK2"
url = "https://QJWMARK7.example"
confidential = true
[[source]]
id = "open"
title = "Open source"
[[evidence]]
id = "QJWMARK9"
source = "open"
claim = "QJWMARK3"
by = "QJWMARK4"
terms = ["QJWMARKA"]
confidential = true
[[evidence]]
id = "e2"
source = "QJWMARK8"
claim = "QJWMARK6"
[[evidence]]
id = "e3"
source = "open"
claim = "Everybody knows this."
[[party]]
id = "north"
name = "North"
  [[party.option]]
  id = "sign"
  evidence = ["QJWMARK9", "e3"]
  moves = "forward"
  [[party.option]]
  id = "pay"
  [[party.preference]]
  statement = "hushword"
  why = "QJWMARK5"
  evidence = ["QJWMARK9", "e2"]
  demand = true
  confidential = true
  [[party.preference]]
  statement = "north.sign"
  evidence = ["e2"]
  doubted_by = ["QJWMARK9"]
[[party]]
id = "south"
name = "South"
  [[party.option]]
  id = "sign"
  start = "yes"
  [[party.preference]]
  statement = "south.sign"
[[event]]
date = 2019-05-01
what = "South did something."
by = "south"
sets = { "south.sign" = "no" }
evidence = ["QJWMARK9"]
[[rule]]
forbid = "north.pay and not north.sign"
evidence = ["QJWMARK9"]
"""


class Report(Test):
    def page(self, case, *flags):
        made = run("report", case, *flags)
        self.assertEqual(0, made.returncode, made.stderr)
        return made.stdout

    def check_page(self, text):
        page = Page(text)
        self.assertEqual([], page.faults)
        self.assertEqual(len(page.ids), len(set(page.ids)), sorted(i for i in page.ids if page.ids.count(i) > 1))
        for target in page.targets:
            self.assertTrue(target.startswith("#") and target[1:] in page.ids, target)
        self.assertEqual(1, page.levels[0])
        for before, after in zip(page.levels, page.levels[1:]):
            self.assertLessEqual(after, before + 1, "a level of headings is left out")
        return page

    def test_every_case_of_the_library_is_a_sound_page_that_asks_for_nothing(self):
        for case in CASES:
            with self.subTest(case.name):
                text = self.page(case)
                page = self.check_page(text)
                self.assertTrue("default-src 'none'" in text)
                self.assertLess(len(text), 3_000_000)
                for part in ("standing", "situations", "stability", "wishes", "rests", "terms", "about"):
                    self.assertIn(part, page.ids)

    def test_what_a_case_says_is_never_read_as_html(self):
        case = self.file("<x>&'.toml", HOSTILE)
        text = self.page(case)
        page = self.check_page(text)
        self.assertNotIn("alert(1)>", re.sub(r"<script id=\"page-data\".*?</script>", "", text))
        self.assertIn("<script>alert(1)</script>", "".join(page.words))
        self.assertTrue(run("verify", self.file("p.html", text), case).stdout.startswith("True"))

    def test_a_redacted_page_has_no_trace_of_what_is_confidential(self):
        case = self.file("case.toml", CONFIDENTIAL)
        whole = self.page(case)
        for what in SECRETS.keys() - {"url", "term", "source id", "name in a statement"}:  # a page without its data does not show these
            self.assertTrue(SECRETS[what] in whole, what)
        text = self.page(case, "--redact")
        for what, mark in SECRETS.items():
            self.assertFalse(mark in text, what)
        self.check_page(text)
        for words in ("redacted page", "a wish that is withheld", "Everybody knows this.", "withheld]"):
            self.assertTrue(words in text, words)
        for part in ("page-data", "page-engine"):
            self.assertFalse(f'id="{part}"' in text, part)

    def test_names_from_right_to_left_stand_apart(self):
        """So that they leave the order of the sentence around them alone; in the page's title there are no elements."""
        text = CONFIDENTIAL.replace('name = "South"', 'name = "מדינת ישראל"').replace('title = "Bridge"', 'title = "גשר"')
        page = self.page(self.file("case.toml", text))
        body = page.partition("<body")[2].partition("<script")[0]
        prose = re.sub(r"<svg.*?</svg>", "", re.sub(r'="[^"]*"', "", body), flags=re.S)
        self.assertIn("<bdi>מדינת ישראל</bdi>", prose)
        self.assertEqual(prose.count("מדינת ישראל"), prose.count("<bdi>מדינת ישראל</bdi>"))
        self.assertRegex(page, "<title>[^<]*גשר[^<]*</title>")

    def test_the_verdicts_of_a_redacted_page_are_those_of_the_case(self):
        case = self.file("case.toml", CONFIDENTIAL)
        section = lambda text: re.search(r'<section id="stability".*?<div class="stays">', text, re.S).group()
        self.assertEqual(section(self.page(case)), section(self.page(case, "--redact")))

    def test_a_true_page_is_told_from_others(self):
        case = self.file("case.toml", CONFIDENTIAL)
        for flags in ([], ["--redact"], ["--as-of", "2019-06"]):
            page = self.file("page.html", self.page(case, *flags))
            told = run("verify", page, case)
            self.assertEqual((0, ""), (told.returncode, told.stderr))
            self.assertTrue(told.stdout.startswith("True"), told.stdout)
        text = self.page(case)
        for old, new, words in (("stays", "would leave", "Who would stay"), ("</main>", "<p>x</p></main>", "around the parts"),
                                ("North", "Nord", "Where it stands")):
            tampered = self.file("page.html", text.replace(old, new))
            told = run("verify", tampered, case)
            self.assertEqual(1, told.returncode)
            self.assertIn("NOT TRUE", told.stdout)
            self.assertIn(words, told.stdout)
        other = run("verify", self.file("page.html", text), self.file("other.toml", CONFIDENTIAL + "\n"))
        self.assertEqual(1, other.returncode)
        self.assertIn("another case", other.stdout)

    def test_what_is_no_page_is_told(self):
        case = self.file("case.toml", CONFIDENTIAL)
        text = self.page(case)
        for name, content in (("empty", ""), ("text", "x" * 10000), ("head", text[:400]), ("meta", '<meta name="entente-version" content="')):
            told = run("verify", self.file(name, content), case)
            self.assertEqual((1, ""), (told.returncode, told.stdout), name)
            self.assertIn("no page that Entente has written", told.stderr)
        self.assertEqual(1, run("verify", self.folder / "none.html", case).returncode)

    def test_a_page_is_written_whole_or_not_at_all(self):
        case = self.file("case.toml", CONFIDENTIAL)
        self.assertEqual(0, run("report", case, "-o", self.folder / "page.html").returncode)
        self.assertEqual(self.page(case), (self.folder / "page.html").read_text(encoding="utf-8"))
        bad = self.file("bad.toml", CONFIDENTIAL.replace("north.sign and south.sign", "north.sing"))
        failed = run("report", bad, "-o", self.folder / "none.html")
        self.assertEqual(1, failed.returncode)
        self.assertIn("unknown-option", failed.stderr)
        self.assertFalse((self.folder / "none.html").exists())
        self.assertEqual(1, run("report", case, "-o", self.folder / "no" / "such.html").returncode)


if __name__ == "__main__":
    main()
