// The outline of the text in an editor, made once a change.
import { StateField, type EditorState } from "@codemirror/state";

import { outline, type Outline } from "./outline.js";

const field = StateField.define<Outline>({
  create: (state) => outline(state.doc.toString()),
  update: (value, transaction) => (transaction.docChanged ? outline(transaction.newDoc.toString()) : value),
});

export const outlining = field;

export function outlineOf(state: EditorState): Outline {
  return state.field(field);
}
