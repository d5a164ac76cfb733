"""Certificates made false: each function changes the lines (as read) so that they say what is not so, or gives None where it cannot."""
import hashlib
import json


def lines_of(certificate):
    return [json.loads(line) for line in certificate.decode().splitlines()[:-1]]


def sealed(lines):
    """A certificate with these lines whose digest is right."""
    body = "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines).encode()
    return body + b'{"sha256":"%s"}\n' % hashlib.sha256(body).hexdigest().encode()


def some(random, lines, *, kind, where=lambda line: True):
    """A line of a kind, its first key."""
    return random.choice([line for line in lines if next(iter(line)) == kind and where(line)] or [None])


def members(mover):
    """Who a mover is: a group's members, or a party alone."""
    return set(mover) if type(mover) is list else {mover}


def movers_of(lines):
    """The parties and groups that a certificate has verdicts for."""
    return list({str(line["party"]): line["party"] for line in lines if "verdict" in line}.values())


def verdict_turned_round(random, lines):
    by_place = {}
    for line in lines:
        if "verdict" in line:
            by_place.setdefault((line["state"], str(line["party"])), []).append(line)
    mixed = [found for found in by_place.values() if len({line["verdict"] for line in found}) == 2]
    if not mixed:
        return None
    found = random.choice(mixed)
    one = random.choice(found)
    other = random.choice([line for line in found if line["verdict"] != one["verdict"]])
    concept = random.choice(one["concepts"])
    one["concepts"].remove(concept)
    other["concepts"] = [c for c in ("nash", "gmr", "smr", "seq", "sseq") if c in (concept, *other["concepts"])]
    return [line for line in lines if line is not one or one["concepts"]]


def sight_too_short(random, lines):
    """A plain answer of several steps said to serve a concept that sees improvements alone."""
    long = {line["answer"] for line in lines if len(line.get("steps", [])) > 1}
    stable = some(random, lines, kind="verdict", where=lambda v: long.intersection(v.get("answers", [])) and "seq" not in v["concepts"])
    if not stable:
        return None
    for line in lines:
        if line.get("verdict") == "unstable" and (line["state"], line["party"]) == (stable["state"], stable["party"]) and "seq" in line["concepts"]:
            line["concepts"].remove("seq")
            stable["concepts"] = [c for c in ("gmr", "smr", "seq") if c in ("seq", *stable["concepts"])]
            return [v for v in lines if v is not line or line["concepts"]]
    return None


def verdict_left_out(random, lines):
    lines.remove(some(random, lines, kind="verdict"))
    return lines


def concept_left_out(random, lines):
    line = some(random, lines, kind="verdict")
    line["concepts"].remove(random.choice(line["concepts"]))
    return lines


def improvement_unanswered(random, lines):
    line = some(random, lines, kind="verdict", where=lambda v: v.get("answers"))
    if line:
        line["answers"].remove(random.choice(line["answers"]))
    return line and lines


def answered_by_the_mover_itself(random, lines):
    line = some(random, lines, kind="answer")
    if line:
        random.choice(line["steps"])[0] = line["against"]
    return line and lines


def answered_by_another(random, lines):
    """Nobody can make another's move, a party not a group's and a group not its member's."""
    line = some(random, lines, kind="answer", where=lambda v: len(v["steps"]) == 1)
    others = line and [m for m in movers_of(lines) if m not in (line["against"], line["steps"][0][0])]
    if others:
        line["steps"][0][0] = random.choice(others)
    return lines if others else None


def answered_by_half_of_a_group(random, lines):
    """A mover that is no group of the case, or not as it is written."""
    line = some(random, lines, kind="answer", where=lambda v: any(type(mover) is list for mover, _ in v["steps"]))
    if line:
        step = random.choice([step for step in line["steps"] if type(step[0]) is list])
        step[0] = random.choice([step[0][:1], step[0][0], step[0][::-1], "joint:" + "+".join(step[0]), step[0] + step[0][:1]])
    return line and lines


def answered_by_who_shares_a_member(random, lines):
    """Whoever is part of the mover that left, or has a part in it, is none of the others."""
    line = some(random, lines, kind="answer")
    close = line and [m for m in movers_of(lines) if m != line["against"] and members(m) & members(line["against"])]
    if close:
        random.choice(line["steps"])[0] = random.choice(close)
    return lines if close else None


def group_without_verdicts(random, lines):
    groups = [m for m in movers_of(lines) if type(m) is list]
    if not groups:
        return None
    group = random.choice(groups)
    kept = [line for line in lines if line.get("party") != group]
    used = {number for line in kept if "verdict" in line for number in line.get("answers", [])}
    return [line for line in kept if not ("answer" in line and line["answer"] not in used)]


def answer_cut(random, lines):
    """Answers are shortest, so that a part of one takes back nothing; one of a single step is no answer then."""
    line = some(random, lines, kind="answer")
    if line:
        line["steps"].pop()
    return line and lines


def answer_that_jumps(random, lines):
    """A step that stays where it is."""
    line = some(random, lines, kind="answer")
    if line:
        line["steps"].append([line["steps"][-1][0], line["steps"][-1][1]])
    return line and lines


def move_that_is_none(random, lines):
    line = some(random, lines, kind="verdict", where=lambda v: "move" in v)
    if line:
        line["move"] = line["state"]
    return line and lines


def set_that_is_not_closed(random, lines):
    """All its states are within reach of each that it may start at: none can be spared, unless one with fewer barred is left."""
    line = some(random, lines, kind="set", where=lambda v: len(v["states"]) > 1)
    if line:
        starts = [v for v in line["states"] if type(v) is int]
        visits = [(v, (v, []) if type(v) is int else (v[0], v[1:])) for v in line["states"]]
        spared = [v for v, (state, barred) in visits if (len(starts) != 1 or v != starts[0]) and
                  not any(other != v and there == state and all(m in barred for m in fewer) for other, (there, fewer) in visits)]
        if not spared:
            return None
        gone = random.choice(spared)
        line["states"].remove(gone)
        line["escapes"] = [e for e in line["escapes"] if e[0] != gone]
    return line and lines


def set_of_another_departure(random, lines):
    """A set that does not start where the party goes, or is against another party."""
    line = some(random, lines, kind="verdict", where=lambda v: "set" in v)
    others = line and [v["set"] for v in lines if next(iter(v)) == "set" and (v["against"] != line["party"] or line["move"] not in v["states"])]
    if others:
        line["set"] = random.choice(others)
    return lines if others else None


def set_of_improvements_alone(random, lines):
    plain = {n for v in lines for n in [v.get("set")] if "verdict" in v and n and {"gmr", "smr"}.intersection(v["concepts"])}
    line = some(random, lines, kind="set", where=lambda v: v["set"] in plain)
    if line:
        line["moves"] = "improvements"
    return line and lines


def false_settlement(random, lines):
    settlements = {line["state"] for line in lines if line.get("place") == "settlement"}
    return false_place(random, lines, "settlement", settlements)


def false_equilibrium(random, lines):
    unstable = {line["state"] for line in lines if line.get("verdict") == "unstable" and "seq" in line["concepts"]}
    stable = {line["state"] for line in lines if "place" in line} - unstable
    return false_place(random, lines, "equilibrium", stable)


def false_status_quo(random, lines):
    line = next(line for line in lines if line.get("place") == "status quo")
    others = [v["state"] for v in lines if next(iter(v)) == "state" and v["state"] != line["state"]]
    if not others:
        return None
    line["state"] = random.choice(others)
    return lines


def false_place(random, lines, role, true):
    at = max(n for n, line in enumerate(lines) if "place" in line)
    false = sorted({line["state"] for line in lines if "place" in line} - true)
    if not false:
        return None
    return lines[:at + 1] + [{"place": role, "state": random.choice(false)}] + lines[at + 1:]


FALSE = [verdict_turned_round, sight_too_short, answered_by_another, set_of_another_departure, verdict_left_out, concept_left_out,
         improvement_unanswered, answered_by_the_mover_itself, answered_by_half_of_a_group, answered_by_who_shares_a_member,
         group_without_verdicts, answer_cut, answer_that_jumps, move_that_is_none, set_that_is_not_closed,
         set_of_improvements_alone, false_settlement, false_equilibrium, false_status_quo]


def falsified(random, certificate, how):
    lines = how(random, lines_of(certificate))
    return lines and sealed(lines)


def mover_changed(random, certificate):
    """One mover of a line changed for another, the digest made right; nothing where there is no other."""
    lines = lines_of(certificate)
    movers = movers_of(lines)
    places = [(line, key) for line in lines for key in ("against", "party") if key in line]
    places += [(step, 0) for line in lines for step in line.get("steps", [])]
    visits = [visit for line in lines for visit in line.get("states", []) if type(visit) is list]
    places += [(visit, n) for visit in visits for n in range(1, len(visit))]
    where, key = random.choice(places)
    others = [m for m in movers if m != where[key]]
    if not others:
        return None
    where[key] = random.choice(others)
    return sealed(lines)


def digit_changed(random, certificate, last=None):
    """The certificate with one digit changed, of its first `last` bytes."""
    at = random.choice([n for n, byte in enumerate(certificate[:last]) if chr(byte).isdigit()])
    digit = random.choice([d for d in b"0123456789" if d != certificate[at]])
    return certificate[:at] + bytes([digit]) + certificate[at + 1:]


def resealed(certificate):
    """The same lines with the digest that they have."""
    body = certificate[:certificate.rindex(b"{")]
    return body + b'{"sha256":"%s"}\n' % hashlib.sha256(body).hexdigest().encode()
