// The line ends of a file: told apart, the same in the editor, and as they were when it is saved.
import assert from "node:assert/strict";
import { test } from "node:test";

import { EditorState } from "@codemirror/state";

import { ended, inLines, lineEnd } from "../src/workbench/lineEnds.js";

const texts = ["", "a", "a\n", "a\nb\n\n", "a\r\n", "\r\n\r\nb", "\na\r\n", "a\r\n\nb", "a\r\n\r\r\n", "a\rb"];

test("a file's text is the same in lines as in the editor, so that it does not count as changed", () => {
  for (const text of texts) assert.equal(inLines(text), EditorState.create({ doc: text }).doc.toString());
});

test("a file of one kind of line ends has it again when it is saved", () => {
  for (const text of ["", "a", "a\n", "a\nb\n\n", "a\r\n", "\r\n\r\nb"]) assert.equal(ended(inLines(text), lineEnd(text)), text);
});

test("a file of mixed line ends is saved with those of Unix", () => {
  for (const text of ["\na\r\n", "a\r\n\nb", "a\r\n\r\r\n", "a\rb"]) {
    assert.equal(lineEnd(text), "\n");
    assert.doesNotMatch(ended(inLines(text), lineEnd(text)), /\r/);
  }
});
