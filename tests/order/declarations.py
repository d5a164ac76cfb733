"""What a C++ file declares and defines at the top or in a class, read off its text with patterns: enough to tell where a function that a
header declares has its body."""
import re

NO_FUNCTION = {"using", "typedef", "friend", "static_assert", "extern", "return", "catch", "if", "for", "while", "switch", "void", "bool", "int", "decltype",
               "alignas", "noexcept", "requires", "explicit", "sizeof", "auto"}
NAME = re.compile(r"((?:\w+::)*(?:operator\s*(?:\(\)|\[\]|[^\s\w(]+)|operator\s+\w+|~?\w+))\s*\((?!\s*\*)")
QUOTED = re.compile(r'R"(\w*)\(.*?\)\1"|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\'', re.S)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)


def bare(text):
    """The text without comments, preprocessor's lines, and what strings say."""
    text = re.sub(r"\d'(?=\d)", "", text)
    text = re.sub(f"(?P<quoted>{QUOTED.pattern.replace('1', '2')})|{COMMENT.pattern}", lambda m: '""' if m["quoted"] else " ", text, flags=re.S)
    return re.sub(r"^\s*#(?:[^\n]*\\\n)*[^\n]*", "", text, flags=re.M)


def without_arguments(head):
    """A declaration without what stands in <...>, where parentheses may stand too."""
    signs = str.maketrans("<>", "\1\2")
    head = re.sub(r"operator\s*[-<>=]+", lambda m: m[0].translate(signs), head)
    while (less := re.sub(r"<[^<>;]*>", "", head)) != head:
        head = less
    return head.translate(str.maketrans("\1\2", "<>"))


def function_in(head):
    """The name, qualified as it is written, of the function that a declaration or the head of a body is of; nothing of another thing."""
    head = re.sub(r"\[\[.*?\]\]", "", without_arguments(head)).strip()
    head = re.sub(r"^(template\s*)?", "", head)
    found = NAME.search(head)
    if not found or "=" in re.sub(r"operator\s*\S+", "", head[:found.start()]) or head.split(None, 1)[0] in NO_FUNCTION - {"explicit", "auto", "void", "bool", "int"}:
        return None
    return None if found[1] in NO_FUNCTION else re.sub(r"\s+", "", found[1])


def scope_of(head):
    """('namespace' | 'hidden' | 'class' | 'body', name) that a brace behind this head opens."""
    head = without_arguments(head).strip()
    if re.match(r"(inline\s+)?namespace\b", head) or head.startswith('extern ""'):
        return ("hidden" if head == "namespace" else "namespace", "")
    found = re.match(r"(?:template\s*)?(?:requires\b.*?)?(?:class|struct|union)\s+(?:\w+::)*(\w+)\s*(?:final\s*)?(?::[^:(].*)?$", head, re.S)
    return ("class", found[1]) if found else ("body", "")


class Read:
    """`declared`: functions without a body, those of a class as Class::name; `defined`: those with one outside of a class and outside of
    namespaces without a name."""

    def __init__(self, text):
        self.declared, self.defined = [], []
        self.scopes, self.head, self.parentheses = [], "", 0
        for mark in re.findall(r"[{}();]|[^{}();]+", bare(text)):
            self.step(mark)

    def step(self, mark):
        if mark in "()":
            self.parentheses += 1 if mark == "(" else -1
        if self.parentheses == 0 and mark in "{};":
            {"{": self.open, "}": self.close, ";": self.end}[mark]()
        else:
            self.head += mark

    def within(self, *kinds):
        return all(kind in kinds for kind, _ in self.scopes)

    def open(self):
        self.scopes.append(scope_of(re.sub(r"\b(public|private|protected)\s*:", "", self.head)))
        if self.scopes[-1][0] == "body" and all(kind == "namespace" for kind, _ in self.scopes[:-1]):
            self.defined += [name for name in [function_in(self.head)] if name]
        self.head = ""

    def close(self):
        self.scopes.pop()
        self.head = ""

    def end(self):
        head, self.head = re.sub(r"\b(public|private|protected)\s*:", "", self.head).strip(), ""
        name = function_in(head) if self.within("namespace", "class") else None
        if name and "::" in name and self.within("namespace") and re.search(r"=\s*default\s*$", head):
            self.defined.append(name)
        elif name and not re.search(r"=\s*(default|delete|0)\s*$", head):
            self.declared.append("::".join([c for kind, c in self.scopes if kind == "class"][-1:] + [name]))


def defined_in(read, name):
    """How many bodies a file has for a declared name: f, or Class::f however it is qualified."""
    return sum(1 for one in read.defined if one == name or one.endswith("::" + name) or ("::" not in name and one.rpartition("::")[2] == name))


def strays(header, *bodies):
    """What a header declares more often than its own files define it."""
    reads = [Read(text) for text in (header, *bodies)]
    names = reads[0].declared
    return sorted({name for name in names if sum(defined_in(read, name) for read in reads) < names.count(name)})
