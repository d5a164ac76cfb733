// What a case file names so far: parties with their options and values, names, sources and evidence.
import { walk, type Entry, type Walk } from "./walk.js";

export interface Value {
  id: string;
  label?: string;
}

export interface Option {
  id: string;
  name?: string;
  values: Value[];
}

export interface Party {
  id: string;
  name?: string;
  options: Option[];
}

/** An option that several parties can only change together. */
export interface Joint extends Option {
  by: string[];
}

export interface Named {
  id: string;
  formula: string;
}

export interface Source {
  id: string;
  title?: string;
  grade?: string;
}

export interface Evidence {
  id: string;
  claim?: string;
  source?: string;
  by?: string;
  basis?: string;
}

export interface Outline {
  walk: Walk;
  parties: Party[];
  joints: Joint[];
  names: Named[];
  sources: Source[];
  evidence: Evidence[];
}

/** What formulas write before the dot of a joint option, where a party's id stands before its own. */
export const jointOwner = "joint";

/** The last one made: a text is asked about in more than one place. */
let last: { text: string; outline: Outline } | undefined;

export function outline(text: string): Outline {
  if (last?.text !== text) last = { text, outline: made(text) };
  return last.outline;
}

function made(text: string): Outline {
  const found = walk(text);
  const all: Outline = { walk: found, parties: [], joints: [], names: [], sources: [], evidence: [] };
  const under: Entry[][] = found.heads.map(() => []);
  for (const entry of found.entries) under[entry.head]?.push(entry);
  found.heads.forEach((head, n) => addTable(all, head.name, under[n] ?? []));
  return all;
}

function addTable(all: Outline, table: string, entries: Entry[]): void {
  const text = (key: string): string | undefined => entries.find((entry) => entry.key === key)?.strings[0]?.text;
  const texts = (key: string): string[] => entries.find((entry) => entry.key === key)?.strings.map((s) => s.text) ?? [];
  const id = text("id") ?? "";
  const option = (): Option => ({ id, name: text("name"), values: values(texts("values"), texts("labels")) });
  switch (table) {
    case "names":
      all.names.push(...entries.map((entry) => ({ id: entry.key, formula: entry.strings[0]?.text ?? "" })));
      break;
    case "party":
      all.parties.push({ id, name: text("name"), options: [] });
      break;
    case "party.option":
      all.parties.at(-1)?.options.push(option());
      break;
    case "joint":
      all.joints.push({ ...option(), by: texts("by") });
      break;
    case "source":
      all.sources.push({ id, title: text("title"), grade: text("grade") });
      break;
    case "evidence":
      all.evidence.push({ id, claim: text("claim"), source: text("source"), by: text("by"), basis: text("basis") });
      break;
  }
}

function values(ids: string[], labels: string[]): Value[] {
  const all = ids.length > 0 ? ids : ["no", "yes"];
  return all.map((id, n) => ({ id, label: labels[n] }));
}

/** The options that formulas write behind an owner: a party's, or the joint ones. */
export function optionsOf(all: Outline, owner: string): Option[] {
  if (owner === jointOwner) return all.joints;
  return all.parties.find((one) => one.id === owner)?.options ?? [];
}

export function findOption(all: Outline, owner: string, option: string): Option | undefined {
  return optionsOf(all, owner).find((one) => one.id === option);
}

/** Every option of the case, the joint ones last. */
export function everyOption(all: Outline): Option[] {
  return [...all.parties.flatMap((party) => party.options), ...all.joints];
}
