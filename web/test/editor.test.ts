// The editor's own understanding of a case: tables, keys, strings and formulas, completion, places of faults.
import assert from "node:assert/strict";
import { test } from "node:test";

import { CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";

import { completing, type Keys } from "../src/editor/completion.js";
import { meaning } from "../src/editor/explain.js";
import { diagnostics, units } from "../src/editor/faults.js";
import { everyOption, outline } from "../src/editor/outline.js";
import { keysOf } from "../src/editor/schema.js";
import { outlining } from "../src/editor/state.js";
import { isFormula, walk } from "../src/editor/walk.js";

const bridge = `format = 1
title = "Bridge" # "not a string"
[names]
deal = "north.sign and south.sign"
[[source]]
id = "gazette"
title = "Bridge talks"
grade = "B2"
[[evidence]]
id = "e1"
source = "gazette"
claim = "South says no."
[[party]]
id = "north"
name = "North"
  [[party.option]]
  id = "sign"
  name = "Sign"
  [[party.option]]
  id = "share"
  values = ["0", "50",
            "100"] # all
  labels = ["nothing", "half", "all"]
  [[party.preference]]
  statement = '''
not (deal and
north.share = 100)'''
  evidence = ["e1"]
[[party]]
id = "south"
  [[party.option]]
  id = "sign"
[[stake]]
id = "lane"
to = { north = "deal", "south" = "not deal" }
`;

test("tables, keys and strings are told apart", () => {
  const found = walk(bridge);
  assert.equal(found.heads.length, 10);
  const statement = found.entries.find((entry) => entry.key === "statement");
  assert.equal(statement?.table, "party.preference");
  assert.equal(statement?.strings[0]?.text, "\nnot (deal and\nnorth.share = 100)");
  assert.ok(statement?.strings[0] && isFormula(statement, statement.strings[0]));
  assert.deepEqual(found.entries.find((entry) => entry.key === "values")?.strings.map((one) => one.text), ["0", "50", "100"]);
  const to = found.entries.find((entry) => entry.key === "to");
  assert.deepEqual(to?.strings.map((one) => [one.innerKey, one.text]), [["north", "deal"], ["south", "not deal"]]);
  for (const entry of found.entries) for (const one of entry.strings) assert.equal(bridge.slice(one.from, one.to), one.text);
});

test("the outline names what the case has", () => {
  const all = outline(bridge);
  assert.deepEqual(all.parties.map((party) => party.options.map((option) => option.id)), [["sign", "share"], ["sign"]]);
  assert.deepEqual(all.parties[0]?.options[1]?.values.map((value) => value.label), ["nothing", "half", "all"]);
  assert.deepEqual(all.names, [{ id: "deal", formula: "north.sign and south.sign" }]);
  assert.equal(all.evidence[0]?.claim, "South says no.");
});

test("broken text is walked over without an end in sight", () => {
  for (let cut = 0; cut <= bridge.length; cut += 1) {
    const before = outline(bridge.slice(0, cut));
    const after = outline(bridge.slice(cut));
    for (const one of [before, after]) for (const entry of one.walk.entries) assert.ok(entry.to >= entry.valueFrom);
  }
});

/** The bridge as something that only both can build; an option and an event that follow it. */
const pact = `${bridge}[[joint]]
id = "pact"
by = ["north", "south"]
name = "The pact"
values = ["none", "half", "whole"]
labels = ["have no pact", "sign half of it", "sign all of it"]
status_quo = "none"
moves = [{ from = "none", to = "half", when = "deal" }]
when = "north.sign"
[[event]]
what = "They signed."
by = ["north", "south"]
sets = { "joint.pact" = "half", "" }
`;

test("joint options stand beside the parties", () => {
  const all = outline(pact);
  assert.deepEqual(all.joints.map((one) => [one.id, one.name, one.by]), [["pact", "The pact", ["north", "south"]]]);
  assert.deepEqual(all.joints[0]?.values.map((value) => value.label), ["have no pact", "sign half of it", "sign all of it"]);
  assert.deepEqual(everyOption(all).map((option) => option.id), ["sign", "share", "sign", "pact"]);
  assert.deepEqual(outline('[[joint]]\nid = "swap"').joints, [{ id: "swap", name: undefined, by: [], values: [{ id: "no", label: undefined }, { id: "yes", label: undefined }] }]);
  const formulas = all.walk.entries.filter((entry) => entry.table === "joint").flatMap((entry) => entry.strings.filter((one) => isFormula(entry, one)));
  assert.deepEqual(formulas.map((one) => one.text), ["deal", "north.sign"]);
});

/** What is offered where '|' stands in place of a statement. */
function offered(formula: string, bare = bridge): string[] {
  const text = bare.replace(/'''[^]*'''/, `"${formula}"`);
  const at = text.indexOf("|");
  return at < 0 ? [] : labels(text.replace("|", ""), at);
}

function labels(text: string, at: number, keys: Keys = new Map()): string[] {
  const state = EditorState.create({ doc: text, extensions: [outlining] });
  const found = completing(keys)(new CompletionContext(state, at, true)) as CompletionResult | null;
  return found?.options.map((option) => option.label) ?? [];
}

test("formulas are completed by what the case has", () => {
  assert.deepEqual(offered("north.|"), ["sign", "share"]);
  assert.deepEqual(offered("deal and north.sh|"), ["sign", "share"]);
  assert.deepEqual(offered("north.share = |"), ["0", "50", "100"]);
  assert.deepEqual(offered("north.share in {0, |"), ["0", "50", "100"]);
  assert.deepEqual(offered("north.sign != |"), ["no", "yes"]);
  assert.ok(offered("not d|").includes("deal"));
  assert.ok(offered("not d|").includes("south"));
  assert.ok(offered("a|").includes("at_least"));
  assert.deepEqual(offered("west.|"), []);
  assert.deepEqual(offered("north.share > s|"), ["north", "south"]);
  assert.deepEqual(offered("north.share + |"), ["north", "south"]);
  assert.deepEqual(offered("5 <= 2 * north.|"), ["sign", "share"]);
});

test("joint options are completed like the parties' own", () => {
  assert.deepEqual(offered("joint.|", pact), ["pact"]);
  assert.deepEqual(offered("joint.pact = |", pact), ["none", "half", "whole"]);
  assert.deepEqual(offered("joint.pact in {half, |", pact), ["none", "half", "whole"]);
  assert.ok(offered("not j|", pact).includes("joint"));
  assert.deepEqual(offered("north.share + |", pact), ["north", "south", "joint"]);
  assert.ok(!offered("not j|").includes("joint"), "a case without any");
  const within = (place: string, typed = ""): string[] => {
    const at = pact.lastIndexOf(place) + place.length;
    return labels(pact.slice(0, at) + typed + pact.slice(at), at + typed.length);
  };
  assert.deepEqual(within('by = ["north", "'), ["north", "south"]);
  assert.deepEqual(within('status_quo = "'), ["none", "half", "whole"]);
  assert.deepEqual(within('to = "half'), ["none", "half", "whole"]);
  assert.ok(within('when = "').includes("deal"));
  assert.deepEqual(within('"half", "'), ["north", "south", "joint"]);
  assert.deepEqual(within('"half", "', "joint."), ["pact"]);
  assert.deepEqual(within('"half", "', "north."), ["sign", "share"]);
  assert.deepEqual(within('"joint.pact" = "'), ["none", "half", "whole"]);
  const keys: Keys = new Map([["joint", [{ label: "id" }, { label: "by" }, { label: "takes" }]]]);
  const at = pact.indexOf('by = ["north", "south"]\nname');
  assert.deepEqual(labels(`${pact.slice(0, at)}ta\n${pact.slice(at)}`, at + 2, keys), ["takes"]);
});

test("other strings and keys are completed too", () => {
  const after = (place: string, typed: string): string[] => {
    const at = bridge.indexOf(place) + place.length;
    return labels(bridge.slice(0, at) + typed + bridge.slice(at), at + typed.length);
  };
  assert.deepEqual(after('evidence = ["', ""), ["e1"]);
  assert.deepEqual(after('source = "', ""), ["gazette"]);
  const added = (typed: string): string[] => {
    const share = bridge.indexOf('values = ["0", "50"');
    const change = 'moves = [["0", "50"], { from = "50", to = "100", when = "" }]\n  ';
    const text = bridge.slice(0, share) + change + bridge.slice(share);
    return labels(text, text.indexOf(typed) + typed.length);
  };
  assert.deepEqual(added('from = "'), ["0", "50", "100"]);
  assert.ok(added('when = "').includes("deal"));
  const keys: Keys = new Map([["party.option", [{ label: "id" }, { label: "name" }, { label: "moves" }]]]);
  const at = bridge.indexOf('  name = "Sign"');
  assert.deepEqual(labels(`${bridge.slice(0, at)}mo\n${bridge.slice(at)}`, at + 2, keys), ["moves"]);
});

test("what a word means is told", () => {
  const all = outline(bridge);
  assert.deepEqual(meaning(all, "north.share", true), ["North: share", "0: nothing", "50: half", "100: all"]);
  assert.deepEqual(meaning(outline(pact), "joint.pact", true), ["North and south: The pact", "none: have no pact", "half: sign half of it", "whole: sign all of it"]);
  assert.deepEqual(meaning(all, "deal", true), ["deal means: north.sign and south.sign"]);
  assert.deepEqual(meaning(all, "e1", false), ["South says no.", "Bridge talks, graded B2"]);
  assert.deepEqual(meaning(all, "e2", false), []);
});

test("bytes become places in the text", () => {
  assert.deepEqual(units("aé😀b", [8, 0, 7, 1, 3]), [5, 0, 4, 1, 2]);
  assert.deepEqual(units("ab", [9]), [2]);
  const fault = { severity: "error" as const, code: "c", message: "m", line: 1, column: 1, from: 3, to: 7, hint: "h", notes: [] };
  assert.deepEqual(diagnostics("aé😀b", [fault])[0], { from: 2, to: 4, severity: "error", source: "c", message: "m: h" });
});

test("keys come from the schema", () => {
  const keys = keysOf({
    properties: { title: { description: "T" }, party: { items: { $ref: "#/$defs/party" } } },
    required: ["title"],
    $defs: { party: { properties: { id: { description: "I" } } } },
  });
  assert.deepEqual(keys.get("")?.map((key) => [key.label, key.detail, key.info]), [["title", "required", "T"]]);
  assert.deepEqual(keys.get("party")?.map((key) => key.label), ["id"]);
});
