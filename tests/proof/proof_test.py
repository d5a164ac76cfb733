"""proof_test BINARY ROOT - certificates: that tools/verify agrees with the engine on random cases, and refuses what was tampered with."""
import concurrent.futures
import hashlib
import importlib.machinery
import importlib.util
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

import random_case
import tampering

BINARY, ROOT = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
VERIFY = ROOT / "tools" / "verify"
CASES = TAMPERED = 500
SEED = 20160415
FOLDER = tempfile.TemporaryDirectory()


def loaded(path):
    """A program as a module, without a compiled copy beside it."""
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_loader("verify", importlib.machinery.SourceFileLoader("verify", str(path)))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


verify = loaded(VERIFY)


def entente(*words):
    return subprocess.run([BINARY, *words], capture_output=True, text=True, timeout=60)


class Sample:
    """One case with its certificate and what the engine says of it: verdicts {(state, mover, concept): stable}, places {role: states}."""

    def __init__(self, seed):
        self.seed = seed
        self.answers = ("legal", "once", "legal", "one")[seed % 4]
        self.content = random_case.draw(seed).encode()
        name, proof = (pathlib.Path(FOLDER.name) / f"{seed}.{kind}" for kind in ("toml", "proof"))
        name.write_bytes(self.content)
        done = entente("analyze", "--json", "--answers", self.answers, "--proof", str(proof), str(name))
        self.valid = done.returncode == 0
        if self.valid:
            self.certificate = proof.read_bytes()
            brief = json.loads(done.stdout)
            self.places = {"status quo": [brief["status_quo"]["state"]], "settlement": brief["settlement"]["zone"],
                           "equilibrium": brief["outlook"]["resting"]}
            self.verdicts = verdicts(name, self.answers)
        for file in (name, proof):
            file.unlink(missing_ok=True)


def verdicts(name, answers):
    found = {}
    for row in json.loads(entente("states", "--json", "--answers", answers, str(name)).stdout):
        for key, value in row.items():
            concept, _, mover = key.partition(":")
            if mover and concept in verify.CONCEPTS:
                found[row["state"], mover, concept] = value == 1
    return found


def samples(count):
    """Valid random cases, always the same."""
    found, seed = [], SEED
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        while len(found) < count:
            found += [s for s in pool.map(Sample, range(seed, seed + 50)) if s.valid]
            seed += 50
    return found[:count]


def accepted(sample, certificate):
    """What the verifier read, or nothing where it refuses."""
    try:
        return verify.Certificate(sample.content, certificate)
    except (verify.Refused, ValueError):
        return None


class RandomCases(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.samples = samples(CASES)

    def assert_true(self, sample, read):
        """Whatever is accepted says only what is so."""
        self.assertEqual(read.claims, {key: sample.verdicts[key] for key in read.claims}, f"seed {sample.seed}")
        for role, states in read.places.items():
            self.assertLessEqual(set(states), set(sample.places[role]) if role != "equilibrium" else self.equilibria(sample), f"seed {sample.seed}")

    @staticmethod
    def equilibria(sample):
        no = {state for (state, _, concept), stable in sample.verdicts.items() if concept == "seq" and not stable}
        return {state for state, _, _ in sample.verdicts} - no

    def test_agrees_with_the_engine(self):
        verified = 0
        for sample in self.samples:
            read = verify.Certificate(sample.content, sample.certificate)
            self.assertEqual({role: list(states) for role, states in read.places.items()}, sample.places, f"seed {sample.seed}")
            places = set().union(*sample.places.values())
            self.assertEqual(read.claims, {key: stable for key, stable in sample.verdicts.items() if key[0] in places}, f"seed {sample.seed}")
            verified += len(read.claims)
        print(f"{len(self.samples)} cases, {verified} verdicts verified", file=sys.stderr)

    def test_samples_have_every_kind_of_line(self):
        lines = [line for sample in self.samples for line in tampering.lines_of(sample.certificate)]
        sets = [line for line in lines if "escapes" in line]
        self.assertTrue(any(line["escapes"] for line in sets))
        barred = [visit[1:] for line in sets for visit in line["states"] if type(visit) is list]
        steps = [step for line in lines for step in line.get("steps", [])]
        for movers in [sum(barred, []), [mover for mover, _ in steps], [line["against"] for line in lines if "steps" in line],
                       [line["against"] for line in sets], [line["party"] for line in lines if "verdict" in line]]:
            self.assertEqual({str, list}, set(map(type, movers)))
        self.assertTrue(any(len(line.get("steps", [])) > 1 for line in lines))
        self.assertTrue(any(line.get("moves") == "improvements" for line in sets) and any(line.get("moves") == "all" for line in sets))
        for role in verify.ROLES:
            self.assertTrue(any(line.get("place") == role for line in lines))
        firsts = {(line["verdict"], tuple(line["concepts"])) for line in lines if "verdict" in line}
        for kind in [("stable", verify.CONCEPTS), ("stable", ("gmr", "seq")), ("stable", ("gmr", "smr")), ("unstable", ("nash",)),
                     ("unstable", ("nash", "seq", "sseq")), ("unstable", ("nash", "smr", "sseq")), ("unstable", verify.CONCEPTS)]:
            self.assertIn(kind, firsts)

    def test_one_digit_changed_is_refused(self):
        draw = random.Random(SEED)
        for n in range(TAMPERED):
            sample = self.samples[n % len(self.samples)]
            changed = tampering.digit_changed(draw, sample.certificate)
            self.assertIsNone(accepted(sample, changed), f"seed {sample.seed}:\n{changed.decode()}")

    def test_what_is_false_is_refused_with_the_right_digest_too(self):
        draw, refused = random.Random(SEED), 0
        self.assertIsNotNone(accepted(self.samples[0], tampering.sealed(tampering.lines_of(self.samples[0].certificate))))
        while refused < TAMPERED:
            how, sample = tampering.FALSE[refused % len(tampering.FALSE)], draw.choice(self.samples)
            changed = tampering.falsified(draw, sample.certificate, how)
            if changed:
                self.assertIsNone(accepted(sample, changed), f"seed {sample.seed}, {how.__name__}:\n{changed.decode()}")
                refused += 1

    def test_what_is_accepted_is_true_whatever_was_changed(self):
        """One digit changed and the digest made right: what is harmless may pass, what is false must not."""
        draw, passed = random.Random(SEED), 0
        for n in range(4 * TAMPERED):
            sample = self.samples[n % len(self.samples)]
            read = accepted(sample, tampering.resealed(tampering.digit_changed(draw, sample.certificate, sample.certificate.rindex(b"{"))))
            if read:
                self.assert_true(sample, read)
                passed += 1
        print(f"{passed} of {4 * TAMPERED} changes of a digit were harmless", file=sys.stderr)
        self.assertLess(passed, TAMPERED)

    def test_what_is_accepted_is_true_whoever_is_put_for_another(self):
        draw, passed = random.Random(SEED), 0
        for sample in self.samples:
            changed = tampering.mover_changed(draw, sample.certificate)
            read = changed and accepted(sample, changed)
            if read:
                self.assert_true(sample, read)
                passed += 1
        print(f"{passed} of {len(self.samples)} changes of a mover were harmless", file=sys.stderr)
        self.assertLess(passed, len(self.samples) // 4)

    def test_certificate_of_another_case_is_true_of_this_one_where_accepted(self):
        """The certificate of a case, said to be of the same case with one statement turned round."""
        draw, passed = random.Random(SEED), 0
        name = pathlib.Path(FOLDER.name) / "other.toml"
        for sample in self.samples[:150]:
            parts = sample.content.decode().split('statement = "')
            at = draw.randrange(1, len(parts)) if len(parts) > 1 else 0
            if not at:
                continue
            end = parts[at].index('"')
            parts[at] = f"not ({parts[at][:end]}){parts[at][end:]}"
            content = 'statement = "'.join(parts).encode()
            lines = tampering.lines_of(sample.certificate)
            lines[0]["case"] = hashlib.sha256(content).hexdigest()
            try:
                read = verify.Certificate(content, tampering.sealed(lines))
            except verify.Refused:
                continue
            name.write_bytes(content)
            true = verdicts(name, sample.answers)
            self.assertEqual(read.claims, {key: true[key] for key in read.claims}, f"seed {sample.seed}")
            passed += 1
        print(f"{passed} certificates were right about another case too", file=sys.stderr)


class Program(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.proof = self.folder / "it.proof"

    def verify(self, case):
        return subprocess.run([sys.executable, VERIFY, case, self.proof], capture_output=True, text=True)

    def test_every_case_that_comes_with_it(self):
        for case in sorted(f for f in (ROOT / "cases").glob("*.toml") if b"[[include]]" not in f.read_bytes()):
            with self.subTest(case=case.name):
                done = entente("analyze", "--proof", str(self.proof), str(case))
                self.assertEqual((0, entente("analyze", str(case)).stdout), (done.returncode, done.stdout))
                checked = self.verify(case)
                self.assertEqual((0, ""), (checked.returncode, checked.stderr))
                self.assertIn("(status quo) is an equilibrium under:", checked.stdout)

    def test_refusal_names_the_line(self):
        case = ROOT / "cases" / "elmira.toml"
        entente("analyze", "--proof", str(self.proof), str(case))
        lines = tampering.lines_of(self.proof.read_bytes())
        lines[1]["values"][0] = 7
        self.proof.write_bytes(tampering.sealed(lines))
        checked = self.verify(case)
        self.assertEqual((1, ""), (checked.returncode, checked.stdout))
        self.assertIn("refused: line 2: not a value for each option", checked.stderr)

    def test_nobody_moves_twice_in_a_row(self):
        """Only by two moves running could b take a's gain away; b's one move leaves it."""
        case = self.folder / "twice.toml"
        case.write_text("""format = 1\ntitle = 't'\n[[party]]\nid = 'a'\n[[party.option]]\nid = 'x'
[[party.preference]]\nstatement = 'not b.y = 2'\n[[party.preference]]\nstatement = 'a.x'\n[[party]]\nid = 'b'
[[party.option]]\nid = 'y'\nvalues = ['0', '1', '2']\nmoves = [['0', '1'], ['1', '2']]\n""")
        self.assertEqual(0, entente("analyze", "--proof", str(self.proof), str(case)).returncode)
        self.assertEqual("", self.verify(case).stderr)
        lines = tampering.lines_of(self.proof.read_bytes())
        self.assertIn({"verdict": "unstable", "state": 1, "party": "a", "concepts": list(verify.CONCEPTS), "move": 4, "set": 1}, lines)
        head, places = lines[0], [line for line in lines if "place" in line and line["state"] == 1]
        states = [{"state": 3 * x + y + 1, "values": [x, y]} for x, y in [(0, 0), (1, 0), (1, 1), (1, 2)]]
        answer = {"answer": 1, "against": "a", "from": 4, "steps": [["b", 5], ["b", 6]]}
        claims = [{"verdict": "unstable", "state": 1, "party": "a", "concepts": ["nash"], "move": 4},
                  {"verdict": "stable", "state": 1, "party": "a", "concepts": ["gmr", "smr"], "answers": [1]},
                  {"verdict": "unstable", "state": 1, "party": "a", "concepts": ["seq", "sseq"], "move": 4},
                  {"verdict": "stable", "state": 1, "party": "b", "concepts": list(verify.CONCEPTS), "answers": []}]
        self.proof.write_bytes(tampering.sealed([head, *states, *places, answer, *claims]))
        self.assertIn("'b' may not move here", self.verify(case).stderr)

    def test_every_step_of_an_improving_answer_improves(self):
        """b opens the way to c at its own cost, and only then c takes a's gain away: an answer, but not one by improvements."""
        case = self.folder / "cost.toml"
        case.write_text("""format = 1\ntitle = 't'\n[[party]]\nid = 'a'\n[[party.option]]\nid = 'x'
[[party.preference]]\nstatement = 'not c.z'\n[[party.preference]]\nstatement = 'a.x'
[[party]]\nid = 'b'\n[[party.option]]\nid = 'y'\n[[party.preference]]\nstatement = 'not b.y'
[[party]]\nid = 'c'\n[[party.option]]\nid = 'z'\nwhen = 'b.y'\n[[party.preference]]\nstatement = 'c.z'\n""")
        self.assertEqual(0, entente("analyze", "--proof", str(self.proof), str(case)).returncode)
        self.assertEqual("", self.verify(case).stderr)
        lines = tampering.lines_of(self.proof.read_bytes())
        stable, unstable = (next(v for v in lines if v.get("verdict") == kind and (v["state"], v["party"]) == (1, "a"))
                            for kind in ("stable", "unstable"))
        self.assertEqual((["gmr", "smr"], ["nash", "seq", "sseq"]), (stable["concepts"], unstable["concepts"]))
        stable["concepts"].append("seq")
        unstable["concepts"].remove("seq")
        self.proof.write_bytes(tampering.sealed(lines))
        self.assertIn("does not improve its mover's position", self.verify(case).stderr)

    def joint_case(self, text):
        """A case with joint acts and the lines of its certificate, which the verifier accepts."""
        case = self.folder / "joint.toml"
        case.write_text("format = 1\ntitle = 't'\n" + text)
        self.assertEqual(0, entente("analyze", "--proof", str(self.proof), str(case)).returncode)
        self.assertEqual("", self.verify(case).stderr)
        return case, tampering.lines_of(self.proof.read_bytes())

    def refusal(self, case, lines):
        self.proof.write_bytes(tampering.sealed(lines))
        checked = self.verify(case)
        self.assertEqual((1, ""), (checked.returncode, checked.stdout))
        return checked.stderr

    @staticmethod
    def verdicts_of(lines, state, mover):
        return {line["verdict"]: line for line in lines if "verdict" in line and (line["state"], line["party"]) == (state, mover)}

    def test_a_group_keeps_its_gain_where_it_can_go_on_to_what_all_members_like_better(self):
        """Wherever a and b meet, c can spoil it, but then they can meet at the other place."""
        case, lines = self.joint_case("""[[joint]]\nid = 'meet'\nby = ['b', 'a']\nvalues = ['no', 'here', 'there']
[[party]]\nid = 'a'\n[[party.preference]]\nstatement = 'not bad'\n[[party.preference]]\nstatement = 'joint.meet != no'
[[party]]\nid = 'b'\n[[party.preference]]\nstatement = 'not bad'\n[[party.preference]]\nstatement = 'joint.meet != no'
[[party]]\nid = 'c'\n[[party.option]]\nid = 'go'\nvalues = ['no', 'here', 'there']\n[[party.preference]]\nstatement = 'bad'
[names]\nbad = 'joint.meet = here and c.go = here or joint.meet = there and c.go = there'\n""")
        self.assertEqual(["c.go", "joint.meet"], lines[0]["options"])
        found = self.verdicts_of(lines, 1, ["a", "b"])
        self.assertEqual((["gmr", "seq"], 2), (found["stable"]["concepts"], len(found["stable"]["answers"])))
        self.assertEqual(["nash", "smr", "sseq"], found["unstable"]["concepts"])
        shown = next(line for line in lines if line.get("set") == found["unstable"]["set"] and "escapes" in line)
        self.assertTrue(shown["against"] == ["a", "b"] and shown["escapes"])
        apart = [{"state": 4, "values": [1, 0]}, {"state": 7, "values": [2, 0]}]  # c waits at one of the places, and nobody comes
        more = sorted([line for line in lines if "values" in line] + apart, key=lambda line: line["state"])
        more = lines[:1] + more + [line for line in lines[1:] if "values" not in line]
        escapes = shown["escapes"]
        for at, (state, _) in enumerate(escapes):
            home = {5: 4, 9: 7}[state]
            for instead, why in [([], "takes the gain away"), ([[state, home]], "takes the gain away"),
                                 ([[state, state]], "is no way on"), ([[state, 1]], "is no way on")]:
                shown["escapes"] = escapes[:at] + instead + escapes[at + 1:]
                self.assertIn(why, self.refusal(case, more), (state, instead))
        shown["escapes"] = escapes
        found["stable"]["concepts"].append("sseq")
        found["unstable"]["concepts"].remove("sseq")
        self.assertIn("an answer that does not take the gain away", self.refusal(case, lines))

    def test_a_joint_act_is_an_improvement_only_where_it_is_one_for_every_member(self):
        """Together b and c can take the gain of a and d away, to b's liking and at c's cost."""
        wishes = "[[party.preference]]\nstatement = 'not joint.y'\n[[party.preference]]\nstatement = 'joint.x'\n"
        case, lines = self.joint_case(f"""[[joint]]\nid = 'x'\nby = ['a', 'd']\n[[joint]]\nid = 'y'\nby = ['b', 'c']
[[party]]\nid = 'a'\n{wishes}[[party]]\nid = 'd'\n{wishes}
[[party]]\nid = 'b'\n[[party.preference]]\nstatement = 'joint.y'
[[party]]\nid = 'c'\n[[party.preference]]\nstatement = 'not joint.y'\n""")
        found = self.verdicts_of(lines, 1, ["a", "d"])
        self.assertEqual((["gmr", "smr"], ["nash", "seq", "sseq"]), (found["stable"]["concepts"], found["unstable"]["concepts"]))
        answer = next(line for line in lines if "steps" in line)
        self.assertEqual((["a", "d"], [[["b", "c"], 4]]), (answer["against"], answer["steps"]))
        group = self.verdicts_of(lines, 1, ["b", "c"])["stable"]
        self.assertEqual((list(verify.CONCEPTS), []), (group["concepts"], group["answers"]))
        there = {"state": 2, "values": [0, 1]}
        move = {"verdict": "unstable", "state": 1, "party": ["b", "c"], "concepts": ["nash"], "move": 2}
        group["concepts"].remove("nash")
        self.assertIn("is no improvement", self.refusal(case, [*lines[:2], there, *lines[2:], move]))
        group["concepts"].insert(0, "nash")
        found["stable"]["concepts"].append("seq")
        found["unstable"]["concepts"].remove("seq")
        self.assertIn("does not improve its mover's position", self.refusal(case, lines))

    def test_a_group_that_shares_a_member_does_not_answer(self):
        """What b and c do together is an answer to a, and none to a and b."""
        case, lines = self.joint_case("""[[joint]]\nid = 'x'\nby = ['a', 'b']\n[[joint]]\nid = 'y'\nby = ['b', 'c']
[[party]]\nid = 'a'\n[[party.option]]\nid = 'w'
[[party.preference]]\nstatement = 'not joint.y'\n[[party.preference]]\nstatement = 'joint.x or a.w'
[[party]]\nid = 'b'\n[[party.preference]]\nstatement = 'joint.y if a.w'\n[[party.preference]]\nstatement = 'joint.x'
[[party]]\nid = 'c'\n[[party.preference]]\nstatement = 'joint.y'\n""")
        answer = next(line for line in lines if "steps" in line)
        self.assertEqual(("a", [["b", "c"]]), (answer["against"], [mover for mover, _ in answer["steps"]]))
        found = self.verdicts_of(lines, 1, ["a", "b"])
        self.assertEqual(["unstable"], list(found))
        self.assertEqual(list(verify.CONCEPTS), found["unstable"]["concepts"])
        answer["against"] = ["a", "b"]
        self.assertIn("'['b', 'c']' may not move here", self.refusal(case, lines))
        answer["against"] = "a"
        for no_mover in [["c", "b"], ["b"], "joint:b+c", ["b", "c", "c"], []]:
            answer["steps"][0][0] = no_mover
            self.assertIn("there is no mover", self.refusal(case, lines))

    def test_a_group_does_not_move_twice_in_a_row(self):
        """Only by two joint moves running could b and c take a's gain away; one leaves it, and alone they have no move."""
        case, lines = self.joint_case("""[[joint]]\nid = 'y'\nby = ['b', 'c']\nvalues = ['0', '1', '2']
moves = [['0', '1'], ['1', '2']]\n[[party]]\nid = 'a'\n[[party.option]]\nid = 'x'
[[party.preference]]\nstatement = 'not joint.y = 2'\n[[party.preference]]\nstatement = 'a.x'
[[party]]\nid = 'b'\n[[party]]\nid = 'c'\n""")
        found = self.verdicts_of(lines, 1, "a")
        self.assertEqual(["unstable"], list(found))
        shown = next(line for line in lines if line.get("set") == found["unstable"]["set"] and "escapes" in line)
        (start, (after, mover)) = shown["states"]
        self.assertEqual((found["unstable"]["move"], ["b", "c"]), (start, mover))
        shown["states"][1] = after
        self.assertIn("'joint:b+c' can leave the set", self.refusal(case, lines))

    def test_hostile_certificates(self):
        case = ROOT / "cases" / "elmira.toml"
        for text in [b"", b"\n", b"{}\n", b"\xff", b"[" * 100000, tampering.sealed([]), tampering.sealed([{}]), tampering.sealed([[1]]),
                     tampering.sealed([{"state": 1, "values": [0, 0, 0]}])]:
            self.proof.write_bytes(text)
            checked = self.verify(case)
            self.assertEqual(1, checked.returncode, text[:50])
            self.assertIn("refused", checked.stderr)
            self.assertNotIn("Traceback", checked.stderr)

    def test_weights_tie_exactly(self):
        """0.1 + 0.2 is 0.3."""
        text = """format = 1\ntitle = 't'\n[[party]]\nid = 'a'\n[[party.option]]\nid = 'x'\n[[party.option]]\nid = 'y'
[[party.preference]]\nstatement = 'a.x'\nweight = 0.1\n[[party.preference]]\nstatement = 'a.x'\nweight = 0.2
[[party.preference]]\nstatement = 'a.y'\nweight = 0.3\n[[rule]]\nrequire = 'a.x xor a.y'\n""".replace("id = 'x'", "id = 'x'\nstatus_quo = 'yes'")
        case = self.folder / "ties.toml"
        case.write_text(text)
        self.assertEqual(0, entente("analyze", "--proof", str(self.proof), str(case)).returncode)
        self.assertEqual("", self.verify(case).stderr)
        self.assertIn("nash, gmr, smr, seq, sseq", self.verify(case).stdout)

    def test_a_file_is_replaced_whole_or_left(self):
        old = '{"proof":"entente-proof/1","case":"of before"}\n'
        self.proof.write_text(old)
        broken = self.folder / "broken.toml"
        broken.write_text("format = 1\n")
        self.assertEqual(1, entente("analyze", "--proof", str(self.proof), str(broken)).returncode)
        self.assertEqual(old, self.proof.read_text())
        self.assertEqual(0, entente("analyze", "--proof", str(self.proof), str(ROOT / "cases/elmira.toml")).returncode)
        self.assertNotIn("of before", self.proof.read_text())
        self.assertIn("entente-proof/1", self.proof.read_text())
        self.assertEqual({"broken.toml", "it.proof"}, {file.name for file in self.folder.iterdir()})

    def test_what_cannot_be_written_is_said(self):
        done = entente("analyze", "--proof", str(self.folder / "nowhere" / "p"), str(ROOT / "cases/elmira.toml"))
        self.assertEqual(1, done.returncode)
        self.assertIn("cannot write", done.stderr)

    def test_misuse(self):
        case = str(ROOT / "cases/elmira.toml")
        for words in [("--proof", str(self.proof), case, case), ("--proof", str(self.proof), "--as-of", "1990", case)]:
            self.assertEqual(2, entente("analyze", *words).returncode)
            self.assertFalse(self.proof.exists())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
