"""wasm_test BINARY ROOT ENGINE NODE [FOLDER...] - the engine as WebAssembly answers as the program does, byte for byte, about every case."""
import json
import pathlib
import re
import subprocess
import sys
import unittest

# What is asked of each case: flags of the program, and the request that says the same.
QUESTIONS = [(["states", "--csv"], {"verb": "states", "form": "csv"}), (["settle", "--json"], {"verb": "settle"}),
             (["outlook", "--json"], {"verb": "outlook"}), (["path", "--json"], {"verb": "path"}), (["why", "--json"], {"verb": "why"}),
             (["analyze", "--json"], {"verb": "analyze"}), (["check"], {"verb": "check", "form": "text"})]
BEYOND = "the engine in a page can do no more"


def asked(requests):
    """The answers of the engine under Node, as text, and the milliseconds of loading and of each."""
    lines = "".join(json.dumps(r) + "\n" for r in requests)
    run = subprocess.run([NODE, ROOT / "tests/wasm/asker.mjs", ROOT / "web/src/engine/engine.js", ENGINE], input=lines, text=True,
                         capture_output=True, timeout=900)
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()], json.loads(run.stderr)


def beside(file):
    """What a case includes, for a request; None where that is not there, which the program tells by the system's words."""
    text = file.read_text(errors="replace")
    names = dict.fromkeys(re.findall(r'^case *= *"([^"]+)"', text, re.M)) if "[[include]]" in text else {}
    there = [file.parent / name for name in names]
    if not all(one.exists() for one in there):
        return None
    return {"beside": [part for one in there for part in (one.name, one.read_text())]} if there else {}


class Engine(unittest.TestCase):
    def test_answers_are_those_of_the_program(self):
        files = sorted(file for folder in FOLDERS for file in pathlib.Path(folder).rglob("*.toml"))
        self.assertTrue(files)
        questions = [(file, *q) for file in files if readable(file) and beside(file) is not None for q in QUESTIONS]
        answers, _ = asked([{**request, **beside(file), "case": file.read_text(), "name": str(file)} for file, _, request in questions])
        beyond = 0
        for (file, flags, request), text in zip(questions, answers, strict=True):
            with self.subTest(file=file, flags=flags):
                answer = json.loads(text)
                if BEYOND in answer["err"]:
                    beyond += 1
                    continue
                native = subprocess.run([BINARY, flags[0], str(file), *flags[1:]], capture_output=True, text=True, timeout=300)
                self.assertEqual(native.returncode, answer["status"])
                self.assertEqual(native.stderr, answer["err"])
                if not native.stdout:
                    self.assertIsNone(answer["out"])
                elif "form" in request:
                    self.assertEqual(native.stdout, answer["out"])
                else:
                    self.assertEqual('{"out":' + native.stdout, text[:len(native.stdout) + 7])
        print(f"{len(questions)} questions, {beyond} beyond the engine in a page", file=sys.stderr)

    def test_changes_answer_as_the_changed_case_does(self):
        case = (ROOT / "cases/northern-territories.toml").read_text()
        change = {"changes": ["waive japan/demand/1"]}
        (changes, kept), _ = asked([{"verb": "changes", "case": case}, {"verb": "keep", "case": case, "changes": []}])
        ids = [c["id"] for a in json.loads(changes)["out"] for c in a["changes"]]
        self.assertEqual(case, json.loads(kept)["out"])
        change = {"changes": ids[:1]}
        (kept,), _ = asked([{"verb": "keep", "case": case, **change}])
        (changed, again), times = asked([{"verb": "settle", "case": case, **change}, {"verb": "settle", "case": json.loads(kept)["out"]}])
        self.assertEqual(json.loads(changed)["out"], json.loads(again)["out"])
        self.assertGreater(min(times), 0)

    def test_a_case_that_is_too_large_needs_the_program(self):
        options = "".join(f'  [[party.option]]\n  id = "o{k}"\n' for k in range(40))
        case = f'format = 1\ntitle = "Large"\n[[party]]\nid = "a"\n{options}  [[party.preference]]\n  statement = "a.o1"\n'
        (text,), _ = asked([{"verb": "settle", "case": case}])
        answer = json.loads(text)
        self.assertEqual(3, answer["status"])
        self.assertIn(BEYOND, answer["err"])

    def test_formulas_as_deep_as_may_be(self):
        """Its stack has 1 MB."""
        verbs = ["check", "analyze", "states", "settle", "path", "why", "robust", "page"]
        cases = [(name, deep.case(formula)) for name, formula in deep.FORMULAS.items()]
        answers, _ = asked([{"verb": verb, "case": case} for _, case in cases for verb in verbs])
        for (name, verb), text in zip([(name, verb) for name, _ in cases for verb in verbs], answers, strict=True):
            self.assertIn(json.loads(text).get("status"), (0, 3), (name, verb, text[:200]))

    def test_hostile_requests(self):
        deep, wrong, none = "[" * 100000, '{"verb": "settl"}', "17"
        lines = "\n".join([deep, '{"verb":' + deep, wrong, none]) + "\n"
        run = subprocess.run([NODE, ROOT / "tests/wasm/asker.mjs", ROOT / "web/src/engine/engine.js", ENGINE], input=lines, text=True,
                             capture_output=True, timeout=60)
        answers = [json.loads(json.loads(line)) for line in run.stdout.splitlines()]
        self.assertEqual([2, 2, 2, 2], [a["status"] for a in answers])


def readable(file):
    try:
        return "\r" not in file.read_bytes().decode()
    except UnicodeDecodeError:
        return False  # JSON carries no bytes that are no text


if __name__ == "__main__":
    BINARY, ROOT, ENGINE, NODE, *FOLDERS = sys.argv[1:]
    ROOT = pathlib.Path(ROOT)
    sys.path.insert(0, str(ROOT / "tests/cli"))
    import deep
    FOLDERS = FOLDERS or [ROOT / "cases", ROOT / "tests"]
    unittest.main(argv=sys.argv[:1])
