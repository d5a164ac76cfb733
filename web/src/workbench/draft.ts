// A new case as its five steps gather it, and the TOML that they come to.
import { jointOwner } from "../editor/outline.js";

export interface DraftOption {
  name: string;
  /** The courses open to the party, the first being today's; empty means: does not, does. */
  courses: string[];
}

export interface DraftWish {
  /** The condition in the words of the choice: which option of whom has which course, or has not. */
  party: number;
  option: number;
  course: number;
  not: boolean;
  demand: boolean;
}

export interface DraftParty {
  name: string;
  options: DraftOption[];
  wishes: DraftWish[];
}

export interface Draft {
  title: string;
  date: string;
  summary: string;
  parties: DraftParty[];
  /** What is true where the dispute is settled: all of these. */
  settlement: { party: number; option: number; course: number }[];
}

export const emptyDraft = (): Draft => ({
  title: "",
  date: "",
  summary: "",
  parties: [emptyParty(), emptyParty()],
  settlement: [],
});
export const emptyParty = (): DraftParty => ({ name: "", options: [emptyOption()], wishes: [] });
export const emptyOption = (): DraftOption => ({ name: "", courses: [] });

/** What is missing before a step can be left; nothing where it is complete. */
export function missing(draft: Draft, step: number): string | undefined {
  if (step === 0 && draft.title.trim() === "") return "Say what the dispute is called.";
  if (step === 0 && draft.date !== "" && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(draft.date)) {
    return "Write the date as 2016-04-15, 2016-04 or 2016, or leave it out.";
  }
  if (step === 1 && draft.parties.length === 0) return "Name at least one party.";
  if (step === 1 && draft.parties.some((party) => party.name.trim() === "")) return "Name every party, or remove it.";
  if (step === 2) return missingCourses(draft);
  return undefined;
}

function missingCourses(draft: Draft): string | undefined {
  for (const party of draft.parties) {
    if (party.options.some((option) => option.name.trim() === "")) {
      return `Say what ${party.name} can do, or remove the empty line.`;
    }
    for (const option of party.options) {
      const courses = option.courses.map((course) => course.trim());
      if (courses.length === 1) return `'${option.name}' of ${party.name} needs two courses or more, or none.`;
      if (courses.includes("")) return `Name every course of '${option.name}', or remove it.`;
      if (new Set(ids(courses)).size < courses.length) return `Two courses of '${option.name}' have the same name.`;
    }
  }
  return draft.parties.every((party) => party.options.length === 0) ? "Somebody has to be able to do something." : undefined;
}

/** Identifiers for names: letters, digits and hyphens, a letter first, no two alike, none of those that are reserved. */
export function ids(names: string[], reserved: string[] = []): string[] {
  const taken = new Set<string>(reserved);
  return names.map((name, n) => {
    const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const slug = plain.replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "").slice(0, 24).replace(/-+$/, "");
    const base = slug === "" ? `n${n + 1}` : slug;
    let id = base;
    for (let copy = 2; taken.has(id); copy += 1) id = `${base}-${copy}`;
    taken.add(id);
    return id;
  });
}

/** The courses of an option as values: "no" and "yes" where none are named. */
export function values(option: DraftOption): string[] {
  return option.courses.length === 0 ? ["no", "yes"] : ids(option.courses);
}

export function written(draft: Draft): string {
  const parties = ids(draft.parties.map((party) => party.name), [jointOwner]);
  const options = draft.parties.map((party) => ids(party.options.map((option) => option.name)));
  const condition = (party: number, option: number, course: number): string => {
    const found = draft.parties[party]?.options[option];
    const place = `${parties[party] ?? ""}.${options[party]?.[option] ?? ""}`;
    if (!found) return "true";
    if (found.courses.length === 0) return course === 1 ? place : `not ${place}`;
    return `${place} = ${values(found)[course] ?? ""}`;
  };
  const lines = [`format = 1`, `title = ${quoted(draft.title.trim())}`];
  if (draft.date !== "") lines.push(`date = ${quoted(draft.date)}`);
  if (draft.summary.trim() !== "") lines.push(`summary = ${quoted(draft.summary.trim())}`);
  if (draft.settlement.length > 0) {
    const all = draft.settlement.map((one) => condition(one.party, one.option, one.course));
    lines.push("", "[agreement]", `when = ${quoted(all.join(" and "))}`);
  }
  draft.parties.forEach((party, p) => {
    lines.push("", "[[party]]", `id = ${quoted(parties[p] ?? "")}`, `name = ${quoted(party.name.trim())}`);
    party.options.forEach((option, o) => lines.push(...optionLines(option, options[p]?.[o] ?? "")));
    for (const wish of party.wishes) {
      const plain = condition(wish.party, wish.option, wish.course);
      lines.push("", "  [[party.preference]]", `  statement = ${quoted(wish.not ? `not (${plain})` : plain)}`);
      if (wish.demand) lines.push("  demand = true");
    }
  });
  return `${lines.join("\n")}\n`;
}

function optionLines(option: DraftOption, id: string): string[] {
  const lines = ["", "  [[party.option]]", `  id = ${quoted(id)}`, `  name = ${quoted(option.name.trim())}`];
  if (option.courses.length > 0) {
    lines.push(`  values = [${values(option).map(quoted).join(", ")}]`);
    lines.push(`  labels = [${option.courses.map((course) => quoted(course.trim())).join(", ")}]`);
  }
  return lines;
}

/** A TOML basic string. */
function quoted(text: string): string {
  // eslint-disable-next-line no-control-regex
  const escaped = text.replace(/[\\"]/g, "\\$&").replace(/[\u0000-\u001f\u007f]/g, (c) =>
    c === "\n" ? "\\n" : `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `"${escaped}"`;
}
