// What may come next where the cursor stands: keys of the table, parties, options, values, names, evidence.
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";

import { findOption, jointOwner, optionsOf, type Outline } from "./outline.js";
import { outlineOf } from "./state.js";
import { isFormula, type Entry } from "./walk.js";

/** The keys of each table, with what they mean: from the program's own schema. */
export type Keys = Map<string, Completion[]>;

const words = ["and", "or", "not", "xor", "implies", "if", "iff", "true", "false", "in", "at_least", "at_most", "exactly"];
const fixedWords: Record<string, string[]> = {
  moves: ["free", "forward", "backward", "fixed"],
  basis: ["stated", "reported", "inferred"],
};
const takesParties = ["agreement.needs", "stake.holder", "stake.claimants", "event.by", "joint.by"];

export function completing(keys: Keys) {
  return (context: CompletionContext): CompletionResult | null => {
    const all = outlineOf(context.state);
    const entry = all.walk.entries.find((one) => one.valueFrom <= context.pos && context.pos <= one.to);
    const quoted = entry?.strings.find((one) => one.from <= context.pos && context.pos <= one.to);
    if (!entry) return keyAt(context, all, keys);
    if (!quoted) return null;
    const before = context.state.sliceDoc(quoted.from, context.pos);
    return isFormula(entry, quoted) ? inFormula(context, all, before) : inString(context, all, entry, before, quoted.innerKey);
  };
}

function result(context: CompletionContext, typed: string, options: Completion[]): CompletionResult | null {
  if (options.length === 0 || (typed === "" && !context.explicit && options.length > 12)) return null;
  return { from: context.pos - typed.length, options, validFor: /^[\w-]*$/ };
}

function keyAt(context: CompletionContext, all: Outline, keys: Keys): CompletionResult | null {
  const typed = context.matchBefore(/^[ \t]*[A-Za-z_]*/m);
  if (!typed || (typed.text.trim() === "" && !context.explicit)) return null;
  const heads = all.walk.heads.filter((head) => head.from <= context.pos);
  const known = keys.get(heads.at(-1)?.name ?? "") ?? [];
  const there = all.walk.entries.filter((entry) => entry.head === heads.length - 1).map((entry) => entry.key);
  return result(context, typed.text.trim(), known.filter((key) => !there.includes(key.label)));
}

function inFormula(context: CompletionContext, all: Outline, before: string): CompletionResult | null {
  const listed = /([A-Za-z][\w-]*)\.([\w-]+)\s+in\s*\{[^}]*?([\w-]*)$/.exec(before);
  const compared = /([A-Za-z][\w-]*)\.([\w-]+)\s*(?:!=|<=|>=|=|<|>)\s*([\w-]*)$/.exec(before) ?? listed;
  if (compared) return result(context, compared[3] ?? "", comparedWith(all, compared[1] ?? "", compared[2] ?? "", compared[3] ?? ""));
  const added = /[-+*]\s+([A-Za-z][\w-]*)?$/.exec(before);
  if (added) return result(context, added[1] ?? "", ownersOf(all));
  const dotted = /([A-Za-z][\w-]*)\.([\w-]*)$/.exec(before);
  if (dotted) return result(context, dotted[2] ?? "", optionsBehind(all, dotted[1] ?? ""));
  const typed = /[A-Za-z_][\w-]*$/.exec(before)?.[0] ?? "";
  return result(context, typed, [...ownersOf(all), ...namesOf(all), ...words.map(keyword)]);
}

/** Values; of numbers, once a letter is typed, another owner, whose numbers they are compared with. */
function comparedWith(all: Outline, owner: string, option: string, typed: string): Completion[] {
  const values = valuesOf(all, owner, option);
  return /^[A-Za-z]/.test(typed) && values.every((one) => /^-?\d+$/.test(one.label)) ? ownersOf(all) : values;
}

function inString(context: CompletionContext, all: Outline, entry: Entry, before: string, innerKey?: string): CompletionResult | null {
  const place = entry.table === "" ? entry.key : `${entry.table}.${entry.key}`;
  const choose = (options: Completion[]) => result(context, before, options);
  if (entry.key === "evidence" || entry.key === "doubted_by") return choose(evidenceOf(all));
  if (place === "evidence.source") return choose(all.sources.map((one) => ({ label: one.id, detail: one.title, type: "class" })));
  if (takesParties.includes(place)) return choose(partiesOf(all, ""));
  if (place === "event.sets") return innerKey === undefined ? setOption(context, all, before) : choose(valuesSet(all, innerKey));
  const ofOption = entry.table === "party.option" || entry.table === "joint";
  const ofChange = entry.key === "moves" && (innerKey === "from" || innerKey === "to");
  if (ofOption && (ofChange || entry.key === "status_quo" || entry.key === "start")) return choose(ownValues(all, entry));
  return choose((fixedWords[entry.key] ?? []).map(keyword));
}

/** The option that an event sets: its owner, then what is the owner's. */
function setOption(context: CompletionContext, all: Outline, before: string): CompletionResult | null {
  const dotted = /^([A-Za-z][\w-]*)\.([\w-]*)$/.exec(before);
  return dotted ? result(context, dotted[2] ?? "", optionsBehind(all, dotted[1] ?? "")) : result(context, before, ownersOf(all));
}

/** The values that an event can set an option to, by what formulas call it. */
function valuesSet(all: Outline, reference: string): Completion[] {
  const [owner = "", option = ""] = reference.split(".");
  return valuesOf(all, owner, option);
}

/** The values of the option whose table an entry stands in. */
function ownValues(all: Outline, entry: Entry): Completion[] {
  const listed = all.walk.entries.find((one) => one.head === entry.head && one.key === "values");
  return (listed?.strings.map((one) => one.text) ?? ["no", "yes"]).map((label) => ({ label, type: "enum" }));
}

const keyword = (label: string): Completion => ({ label, type: "keyword" });
const partiesOf = (all: Outline, behind: string): Completion[] =>
  all.parties.map((one) => ({ label: one.id, apply: one.id + behind, detail: one.name, type: "class" }));
/** What stands before a dot in formulas: parties, and the word for what several can only do together. */
const ownersOf = (all: Outline): Completion[] => [...partiesOf(all, "."), ...(all.joints.length > 0 ? [jointly] : [])];
const jointly: Completion = { label: jointOwner, apply: `${jointOwner}.`, detail: "what several can only do together", type: "class" };
const namesOf = (all: Outline): Completion[] =>
  all.names.map((one) => ({ label: one.id, detail: one.formula, type: "variable" }));
const optionsBehind = (all: Outline, owner: string): Completion[] =>
  optionsOf(all, owner).map((one) => ({ label: one.id, detail: one.name, type: "property" }));
const valuesOf = (all: Outline, owner: string, option: string): Completion[] =>
  (findOption(all, owner, option)?.values ?? []).map((one) => ({ label: one.id, detail: one.label, type: "enum" }));
const evidenceOf = (all: Outline): Completion[] =>
  all.evidence.map((one) => ({ label: one.id, detail: one.claim?.slice(0, 60), info: one.claim, type: "text" }));
