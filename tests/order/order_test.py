"""order_test ROOT - reads every source and fails on an arrow that the order of the folders does not allow, on two files of one stem, on
a file without its first sentence, and on one that is too long. The order is the data below."""
import json
import pathlib
import re
import sys
import unittest

from declarations import Read, strays

# A folder includes itself and the folders above it in this list.
ORDER = ["text", "formula", "casefile", "links", "model", "states", "exchange", "engine", "engine/explicit", "engine/symbolic", "stability", "settlement",
         "path", "warnings", "view", "view/diagrams", "history", "whatif", "compare", "proof", "words", "brief", "pictures", "page", "library", "cli", "server"]
# Except for these, which know nothing of each other ...
APART = [{"engine/explicit", "engine/symbolic"}, {"stability", "settlement"}, {"stability", "path"}, {"settlement", "path"}]
# ... and these, which know an engine only through engine.h ...
BY_ENGINE_H = {"stability", "settlement", "path"}
# ... and the programs, which know nothing of ours but the public header and text/, which knows nothing of the case.
PROGRAMS = {"cli", "server"}
MAY_INCLUDE_PUBLIC = PROGRAMS | {"library"}
# Libraries that one folder alone may know.
LIBRARIES = {"toml++/": "casefile", "CLI/": "cli", "bdd.h": "engine/symbolic", "hwy/": "engine/explicit",
             "tbb/": "engine", "expat.h": "exchange", "gmpxx.h": "exchange", "sqlite3.h": "server", "sodium.h": "server", "openssl/": "server"}

# Which concept it is, no code asks: all that differs is in the table of stability/concepts.cc. Other files may name the default and
# the strictest one, and a list, which is an order of work.
CONCEPTS_STAND_IN = ("stability/concepts.h", "stability/concepts.cc")
CONCEPT_LIST = re.compile(r"\{(?:\s*Concept::\w+,?)+\s*\}")
ASKS_WHICH_CONCEPT = re.compile(r"Concept::(?:nash|gmr|smr|sseq)\b|[=!]= Concept::|Concept::\w+ [=!]=|case Concept::|using enum Concept")

# What X.h declares is defined in X.cc, in X_*.cc, or in X.h itself. These headers list what the files of their folder do, a file each,
# which are called from one place ...
ONE_FILE_EACH = {"brief/brief_sections.h", "page/sections.h", "pictures/drawers.h", "library/verb_rows.h"}
# ... and these functions are made when the program is built: cmake/embed.cmake and embed_page.cmake.
MADE = {"library/shelf.h": ["answers_schema", "shelf", "templates"], "page/page_assets.h": ["page_assets"]}

LONGEST, LONGEST_HEADER, LOOK_AGAIN = 500, 200, 300
# A .inc is included by some files of its folder, like a header, and keeps the same order.
SUFFIXES = (".h", ".cc", ".inc")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
PUBLIC = {"entente/entente.h", "entente/ask.h", "entente/audit.h", "entente/cases.h", "entente/exchange.h", "entente/links.h", "entente/report.h", "entente/serve.h",
          "entente/tables.h", "entente/verbs.h"}  # the headers that programs include


def folder_of(file):
    """'engine/explicit' of 'engine/explicit/reach.cc'; the file itself at the top."""
    return file.rpartition("/")[0] or file


def known(folder):
    return folder in ORDER


def allowed(file, target):
    """Whether a file of src/ may include another file of ours."""
    source, other = folder_of(file), folder_of(target)
    if target in PUBLIC:
        return source in MAY_INCLUDE_PUBLIC
    if source == other or (source in PROGRAMS and other == "text"):
        return True
    if source in PROGRAMS or {source, other} in APART or not known(source) or not known(other):
        return False
    if source in BY_ENGINE_H and other.startswith("engine") and target != "engine/engine.h":
        return False
    return ORDER.index(other) < ORDER.index(source)


def wrong_include(file, bracket, target, ours):
    """What is wrong with one include, or nothing."""
    for start, owner in LIBRARIES.items():
        if target.startswith(start) and folder_of(file) != owner:
            return f"{file} includes <{target}>, which only {owner}/ may"
    if target not in ours and target not in PUBLIC:
        return f'{file} includes "{target}", which is not in src/' if bracket == '"' else None
    return None if allowed(file, target) else f"{file} includes {target}: an arrow that is not allowed"


def first_sentence(text):
    """The comment that a file opens with, as one line."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("// "):
            break
        lines.append(line[3:])
    return " ".join(lines)


def asked_concepts(text):
    """Where code tells concepts apart by which they are."""
    return ASKS_WHICH_CONCEPT.findall(CONCEPT_LIST.sub("", text))


class Sources(unittest.TestCase):
    def setUp(self):
        self.files = {str(f.relative_to(ROOT / "src")): f.read_text() for f in sorted((ROOT / "src").rglob("*"))
                      if f.suffix in SUFFIXES}
        self.public = {header: (ROOT / "include" / header).read_text() for header in sorted(PUBLIC)}
        tests = {str(f.relative_to(ROOT)): f.read_text() for f in sorted((ROOT / "tests").rglob("*")) if f.suffix in SUFFIXES}
        self.everything = {**self.files, **tests, **self.public}

    def test_arrows(self):
        faults = [wrong_include(file, *include, self.files) for file, text in self.files.items() for include in INCLUDE.findall(text)]
        self.assertEqual([], [f for f in faults if f])

    def test_public_header_needs_nothing_but_the_standard_library(self):
        for header, text in self.public.items():
            ours = {t for _, t in INCLUDE.findall(text) if "/" in t or "." in t}
            more = {"entente/verbs.h": PUBLIC, "entente/tables.h": {"entente/entente.h"}}.get(header, set())
            self.assertLessEqual(ours, {"entente/answer.h", *more}, header)

    def test_folders_are_in_the_list(self):
        self.assertEqual([], [f for f in self.files if not known(folder_of(f))])

    def test_stems_differ(self):
        places = {}
        for file in self.files:
            places.setdefault(pathlib.PurePath(file).stem, set()).add(folder_of(file))
        self.assertEqual({}, {stem: sorted(where) for stem, where in places.items() if len(where) > 1})

    def test_each_file_says_what_it_is(self):
        self.assertEqual([], [f for f, text in self.everything.items() if not re.search(r"[.:]( |$)", first_sentence(text))])

    def test_declared_in_a_header_is_defined_in_its_own_file(self):
        found = {file: strays(text, *self.homes(file)) for file, text in self.files.items() if file.endswith(".h")}
        self.assertGreater(len(found), 100)
        self.assertEqual(MADE, {file: names for file, names in found.items() if names})

    def homes(self, header):
        """The texts in which what a header declares may be defined."""
        stem, folder = header[:-2], folder_of(header)
        listed = header in ONE_FILE_EACH
        return [text for file, text in self.files.items() if file.endswith(".cc") and
                (file == stem + ".cc" or file.startswith(stem + "_") or (listed and folder_of(file) == folder))]

    def test_sizes(self):
        sizes = {file: text.count("\n") for file, text in self.everything.items()}
        for file, lines in sizes.items():
            if lines > LOOK_AGAIN:
                print(f"look again: {file} has {lines} lines", file=sys.stderr)
        self.assertEqual({}, {f: n for f, n in sizes.items() if n > (LONGEST_HEADER if f.endswith(".h") else LONGEST)})

    def test_nothing_asks_which_concept_it_is(self):
        self.assertEqual([], [(f, found) for f, text in self.files.items() if f not in CONCEPTS_STAND_IN
                              for found in asked_concepts(text)])

    def test_asserts_are_on_in_one_of_the_tested_builds(self):
        presets = json.loads((ROOT / "CMakePresets.json").read_text())["configurePresets"]
        flags = {preset["name"]: " ".join(preset.get("cacheVariables", {}).values()) for preset in presets}
        self.assertIn("-O3", flags["optimised"])  # CMake's own flags of a release have NDEBUG
        self.assertNotIn("NDEBUG", flags["optimised"])
        self.assertIn("-DNDEBUG", flags["sanitize"])

    def test_python_is_for_tests_only(self):
        strays = [f for f in ROOT.rglob("*.py") if f.relative_to(ROOT).parts[0] not in ("tests", "tools", "build", ".cache")]
        self.assertEqual([], strays)


class Rule(unittest.TestCase):
    def test_arrows(self):
        for file, target, right in [("model/bind.cc", "formula/formula.h", True), ("formula/parse.cc", "model/model.h", False),
                                    ("path/path.cc", "engine/engine.h", True), ("path/path.cc", "engine/explicit/reach.h", False),
                                    ("path/path.cc", "settlement/zone.h", False), ("settlement/zone.cc", "stability/concepts.h", False),
                                    ("engine/explicit/a.cc", "engine/symbolic/b.h", False), ("engine/explicit/a.cc", "engine/engine.h", True),
                                    ("cli/main.cc", "text/nearest.h", True), ("server/store.cc", "words/english.h", False), ("cli/main.cc", "entente/ask.h", True), ("brief/a.cc", "entente/entente.h", False),
                                    ("library/entente.cc", "brief/json.h", True), ("brief/a.cc", "library/opened.h", False),
                                    ("view/a.cc", "engine/explicit/reach.h", True), ("text/text.cc", "text/text.h", True),
                                    ("casefile/keys.cc", "casefile/rows.inc", True), ("casefile/rows.inc", "text/text.h", True),
                                    ("casefile/rows.inc", "model/model.h", False), ("formula/parse.cc", "casefile/rows.inc", False)]:
            with self.subTest(file=file, target=target):
                self.assertEqual(right, allowed(file, target))

    def test_concepts(self):
        for text, right in [("if (c == Concept::seq)", False), ("return Concept::smr;", False), ("case Concept::seq:", False),
                            ("verdicts(Concept::seq)", True), ("for (const Concept c : {Concept::seq, Concept::nash})", True)]:
            with self.subTest(text=text):
                self.assertEqual(right, not asked_concepts(text))

    def test_libraries(self):
        self.assertIsNone(wrong_include("casefile/read.cc", "<", "toml++/toml.h", {}))
        self.assertIsNotNone(wrong_include("model/bind.cc", "<", "toml++/toml.h", {}))
        self.assertIsNotNone(wrong_include("model/bind.cc", '"', "model/nowhere.h", {}))


class Declarations(unittest.TestCase):
    def test_what_is_read(self):
        for text, declared, defined in [
                ("namespace a { int f(int x = {}); }", ["f"], []),
                ("namespace a {\nstd::string f(std::string_view s) { return g(s); }\n}", [], ["f"]),
                ("inline constexpr int n = f(3);\nint k(4);", ["k"], []),
                ("class A : public B { public: explicit A(int x); ~A(); int n() const { return 1; } private: A(const A&) = delete; };",
                 ["A::A", "A::~A"], []),
                ("A::A(int x) : b_(x) {} bool A::operator==(const A& a) const { return true; }", [], ["A::A", "A::operator=="]),
                ("A::~A() = default; A& A::operator=(A&&) noexcept = default;", [], ["A::~A", "A::operator="]),
                ("struct S { std::function<T*(Case&)> find; Place at{}; bool operator<(const S& s) const; };", ["S::operator<"], []),
                ("namespace { void f() {} } void g(const char* s = \"f(\") try { f(); } catch (...) { f(); }", [], ["g"]),
                ("template <class T> bool f(const T& t);\n#define X(a) f(a);\n// int g();\nint h();", ["f", "h"], []),
                ("struct A { struct B { int f(); }; }; enum class E { a, b }; using F = int(int); friend int g();", ["B::f"], [])]:
            with self.subTest(text=text):
                read = Read(text)
                self.assertEqual((declared, defined), (read.declared, read.defined))

    def test_what_is_missed(self):
        header = "int f(int); int f(double); struct A { int g() const; };"
        self.assertEqual([], strays(header, "int f(int) { return 1; } int f(double) { return 2; } int A::g() const { return 3; }"))
        self.assertEqual([], strays("class A { public: A(); ~A(); };", "A::A() : b(1) {}\nA::~A() = default;"))
        self.assertEqual(["A::g", "f"], strays(header, "int f(int) { return 1; } int g() { return 3; }"))
        self.assertEqual([], strays(header + "inline int A::g() const { return 3; }", "int f(int) {} int f(double) {}"))


if __name__ == "__main__":
    ROOT = pathlib.Path(sys.argv.pop())
    unittest.main()
