// What the word under the pointer means: evidence with its claim, an option with its courses, a name's formula.
import { hoverTooltip, type Tooltip } from "@codemirror/view";

import { findOption, jointOwner, type Outline } from "./outline.js";
import { outlineOf } from "./state.js";
import { isFormula } from "./walk.js";

export const explaining = hoverTooltip((view, pos): Tooltip | null => {
  const all = outlineOf(view.state);
  const entry = all.walk.entries.find((one) => one.valueFrom <= pos && pos <= one.to);
  const quoted = entry?.strings.find((one) => one.from <= pos && pos <= one.to);
  if (!entry || !quoted) return null;
  const formula = isFormula(entry, quoted);
  const [from, to] = formula ? around(quoted.text, pos - quoted.from) : [0, quoted.text.length];
  const lines = meaning(all, quoted.text.slice(from, to), formula);
  if (lines.length === 0) return null;
  return { pos: quoted.from + from, end: quoted.from + to, above: true, create: () => ({ dom: card(lines) }) };
});

/** The word around a place, with the dot of party.option or joint.option. */
function around(text: string, at: number): [number, number] {
  const before = /[\w.-]*$/.exec(text.slice(0, at))?.[0].length ?? 0;
  const after = /^[\w.-]*/.exec(text.slice(at))?.[0].length ?? 0;
  return [at - before, at + after];
}

export function meaning(all: Outline, word: string, formula: boolean): string[] {
  const [owner = "", option = ""] = word.split(".");
  const found = formula ? findOption(all, owner, option) : undefined;
  if (found) {
    const whose = owner === jointOwner ? together(all, option) : partyName(all, owner);
    const courses = found.values.map((value) => (value.label ? `${value.id}: ${value.label}` : value.id));
    return [`${whose}: ${found.name ?? option}`, ...courses];
  }
  if (formula) {
    const name = all.names.find((one) => one.id === word);
    return name ? [`${name.id} means: ${name.formula}`] : [];
  }
  const evidence = all.evidence.find((one) => one.id === word);
  if (!evidence) return [];
  const source = all.sources.find((one) => one.id === evidence.source);
  const grade = source?.grade ? `, graded ${source.grade}` : "";
  const said = [evidence.by, evidence.basis].filter(Boolean).join(", ");
  return [evidence.claim ?? word, said, source ? `${source.title ?? source.id}${grade}` : ""].filter((line) => line !== "");
}

const partyName = (all: Outline, id: string): string => all.parties.find((one) => one.id === id)?.name ?? id;

/** Who can only change a joint option together: "North, South and West". */
function together(all: Outline, option: string): string {
  const names = (all.joints.find((one) => one.id === option)?.by ?? []).map((id) => partyName(all, id));
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? jointOwner);
}

function card(lines: string[]): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "editor-meaning";
  for (const line of lines) {
    const row = document.createElement("div");
    row.textContent = line;
    dom.append(row);
  }
  return dom;
}
