// The editor of a case: TOML with formulas coloured, completion, faults and meanings where they stand.
import { autocompletion, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { toml } from "@codemirror/legacy-modes/mode/toml";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

import { completing, type Keys } from "./completion.js";
import { explaining } from "./explain.js";
import { formulaColours } from "./formulas.js";
import { outlining } from "./state.js";

export interface EditorOptions {
  parent: HTMLElement;
  text: string;
  keys: Keys;
  changed: (text: string) => void;
}

export function createEditor(options: EditorOptions): EditorView {
  return new EditorView({ parent: options.parent, state: stateOf(options) });
}

/** A new file in the editor, with a history of its own. */
export function show(view: EditorView, options: EditorOptions): void {
  view.setState(stateOf(options));
}

/** The text replaced as one step that can be undone; what is the same at both ends is left alone. */
export function replace(view: EditorView, text: string): void {
  const old = view.state.doc.toString();
  let begin = 0;
  while (begin < old.length && begin < text.length && old[begin] === text[begin]) begin += 1;
  let end = 0;
  const most = Math.min(old.length, text.length) - begin;
  while (end < most && old[old.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  const changes = { from: begin, to: old.length - end, insert: text.slice(begin, text.length - end) };
  view.dispatch({ changes, selection: { anchor: begin }, scrollIntoView: true });
}

function stateOf(options: EditorOptions): EditorState {
  return EditorState.create({
    doc: options.text,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      bracketMatching(),
      closeBrackets(),
      highlightActiveLine(),
      highlightSelectionMatches(),
      StreamLanguage.define(toml),
      syntaxHighlighting(classHighlighter),
      outlining,
      formulaColours,
      explaining,
      autocompletion({ override: [completing(options.keys)] }),
      lintGutter(),
      keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...completionKeymap, ...lintKeymap]),
      EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>("meta[name='csp-nonce']")?.content ?? ""),
      EditorView.contentAttributes.of({ "aria-label": "The case as text", tabindex: "0" }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) options.changed(update.state.doc.toString());
      }),
    ],
  });
}
