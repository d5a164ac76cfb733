"""soak.py BINARY ROOT ROUND FOLDER MINUTES [SEED] - the soak: rounds of damaged inputs, judged cases, a kill and hostile requests, for so
many minutes. Every failing input is kept in FOLDER and shrunk. Ends with what was done; exit status 1 where anything failed."""
import pathlib
import random
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "server"))

from attacks import Attacks  # noqa: E402, after the path
from shrinking import shrunk  # noqa: E402

INPUTS, CASES, REQUESTS = 1000, 10, 20
LONGEST = 900  # seconds for a part of a round: no input takes that long


class Soak:
    def __init__(self, binary, root, part, folder, seed):
        self.binary, self.root, self.part = binary, root, part
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.dice = random.Random(seed)
        self.failures = []
        self.done = dict.fromkeys(["rounds", "damaged inputs", "of them answered", "judged cases", "kills", "hostile requests"], 0)

    def fail(self, what):
        self.failures.append(what)
        print(f"FAILED {what}", flush=True)

    def keep(self, name, question):
        """An input that failed, whole and as small as it gets."""
        (self.folder / name).write_bytes(question)
        small = shrunk(question, lambda one: self.fails(one))
        (self.folder / f"{name}-small").write_bytes(small)
        return f"{self.folder / name}-small, {len(small)} of {len(question)} bytes; again with: {self.part} --replay FILE"

    def fails(self, question):
        file = self.folder / "tried"
        file.write_bytes(question)
        try:
            return subprocess.run([self.part, "--replay", file], capture_output=True, timeout=60).returncode != 0
        except subprocess.TimeoutExpired:
            return True
        finally:
            file.unlink()

    def ask_damaged(self):
        """In process; where an input ends the process, the rest is asked by another one."""
        left, cases = INPUTS, CASES
        while left > 0 or cases > 0:
            seed = self.dice.randrange(1 << 48)
            current = self.folder / "current"
            words = [self.part, self.root, self.folder, str(seed), str(left), str(cases)]
            try:
                ran = subprocess.run(words, capture_output=True, text=True, errors="replace", timeout=LONGEST)
                status, told = ran.returncode, ran.stdout + ran.stderr
            except subprocess.TimeoutExpired:
                status, told = "no end", ""
            self.look_at(told)
            if status in (0, 1):
                self.done["damaged inputs"] += left
                self.done["judged cases"] += cases
                return
            if not current.exists():  # while it judged cases
                self.fail(f"the judged cases of seed {seed} ended with {status}: {told[-300:]}")
                self.done["damaged inputs"] += left
                return
            question = current.read_bytes()
            current.unlink()
            number = int(question.split(b"\n")[0].split()[-1])
            self.done["damaged inputs"] += number
            left -= number
            self.fail(f"{' '.join(map(str, words))} ended with {status}: {told[-300:]}\n  kept as {self.keep(f'ended-{seed}-{number}', question)}")

    def look_at(self, told):
        for line in told.splitlines():
            if line.startswith("FAILED "):
                file = pathlib.Path(line.split()[1])
                self.fail(f"{line[7:]}\n  kept as {self.keep(file.name, file.read_bytes())}")
            elif line.startswith("DIFFERENT "):
                self.fail(line)
            elif line.startswith("ANSWERED "):
                self.done["of them answered"] += int(line.split()[1])

    def attack(self, attacks):
        self.done["kills"] += 1
        self.done["hostile requests"] += REQUESTS
        for what, attack in [("a kill", attacks.kill), ("hostile requests", lambda: attacks.hostile(REQUESTS))]:
            try:
                attack()
            except Exception as error:  # whatever it is, it is told, and the soak goes on
                self.fail(f"{what}: {type(error).__name__}: {error}; see {attacks.kept(self.folder)}")

    def run(self, minutes):
        until = time.monotonic() + 60 * minutes
        while self.done["rounds"] == 0 or time.monotonic() < until:
            self.done["rounds"] += 1
            self.ask_damaged()
            self.attack(Attacks(self.root, self.dice.randrange(1 << 48)))
            print(self.report(), flush=True)
        return 1 if self.failures else 0

    def report(self):
        return ", ".join(f"{number:,} {what}" for what, number in self.done.items()) + f"; {len(self.failures)} failures"


def main(binary, root, part, folder, minutes, seed=None):
    seed = int(seed) if seed else random.SystemRandom().randrange(1 << 32)
    print(f"soaking for {minutes} minutes with --seed {seed}", flush=True)
    return Soak(binary, root, part, folder, seed).run(float(minutes))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
