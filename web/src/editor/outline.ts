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
  names: Named[];
  sources: Source[];
  evidence: Evidence[];
}

/** The last one made: a text is asked about in more than one place. */
let last: { text: string; outline: Outline } | undefined;

export function outline(text: string): Outline {
  if (last?.text !== text) last = { text, outline: made(text) };
  return last.outline;
}

function made(text: string): Outline {
  const found = walk(text);
  const all: Outline = { walk: found, parties: [], names: [], sources: [], evidence: [] };
  const under: Entry[][] = found.heads.map(() => []);
  for (const entry of found.entries) under[entry.head]?.push(entry);
  found.heads.forEach((head, n) => addTable(all, head.name, under[n] ?? []));
  return all;
}

function addTable(all: Outline, table: string, entries: Entry[]): void {
  const text = (key: string): string | undefined => entries.find((entry) => entry.key === key)?.strings[0]?.text;
  const texts = (key: string): string[] => entries.find((entry) => entry.key === key)?.strings.map((s) => s.text) ?? [];
  const id = text("id") ?? "";
  switch (table) {
    case "names":
      all.names.push(...entries.map((entry) => ({ id: entry.key, formula: entry.strings[0]?.text ?? "" })));
      break;
    case "party":
      all.parties.push({ id, name: text("name"), options: [] });
      break;
    case "party.option":
      all.parties.at(-1)?.options.push({ id, name: text("name"), values: values(texts("values"), texts("labels")) });
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

export function findOption(all: Outline, party: string, option: string): Option | undefined {
  return all.parties.find((one) => one.id === party)?.options.find((one) => one.id === option);
}
