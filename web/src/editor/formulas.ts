// Formulas inside strings, coloured: words of the language, options, values and names.
import { RangeSetBuilder, type EditorState } from "@codemirror/state";
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from "@codemirror/view";

import { outlineOf } from "./state.js";
import { isFormula, type Quoted } from "./walk.js";

const word = /\b(?:true|false|not|and|xor|or|implies|iff|if|in|at_least|at_most|exactly)\b/;
const tokens = /[A-Za-z][\w-]*\.[A-Za-z][\w-]*|[A-Za-z_][\w-]*|-?\d+|!=|<=|>=|[=<>]/g;

const mark = (name: string) => Decoration.mark({ class: `formula-${name}` });
const marks = { word: mark("word"), option: mark("option"), value: mark("value"), name: mark("name") };

function kind(token: string, before: string): keyof typeof marks | undefined {
  if (token.includes(".")) return "option";
  if (/(?:!=|<=|>=|[=<>])\s*$|\bin\s*\{[^}]*$/.test(before) || /^-?\d/.test(token)) return "value";
  if (new RegExp(`^${word.source}$`).test(token)) return "word";
  return /^[A-Za-z]/.test(token) ? "name" : undefined;
}

function decorate(builder: RangeSetBuilder<Decoration>, quoted: Quoted): void {
  for (const match of quoted.text.matchAll(tokens)) {
    const found = kind(match[0], quoted.text.slice(0, match.index));
    const from = quoted.from + match.index;
    if (found) builder.add(from, from + match[0].length, marks[found]);
  }
}

function decorations(state: EditorState, ranges: readonly { from: number; to: number }[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const entry of outlineOf(state).walk.entries) {
    const visible = ranges.some((range) => entry.from <= range.to && range.from <= entry.to);
    if (visible) entry.strings.filter((quoted) => isFormula(entry, quoted)).forEach((quoted) => decorate(builder, quoted));
  }
  return builder.finish();
}

export const formulaColours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorations(view.state, view.visibleRanges);
    }
    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) {
        this.decorations = decorations(update.state, update.view.visibleRanges);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
