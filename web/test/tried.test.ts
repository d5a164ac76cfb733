// What is switched, what one change alone alters, and how tables are sorted: the parts of the page's script that need no page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { known } from "../src/page/singles.js";
import { compare } from "../src/page/tables.js";
import { asWritten, assumptionOf, chosen, same, switched } from "../src/page/tried.js";
import { unpack } from "../src/page/unpack.js";

test("one change of an assumption at a time", () => {
  const dropped = switched(asWritten, "drop japan/statement/3");
  assert.deepEqual(dropped.changes, ["drop japan/statement/3"]);
  assert.deepEqual(switched(dropped, "reverse japan/statement/3").changes, ["reverse japan/statement/3"]);
  assert.deepEqual(switched(dropped, "drop japan/statement/3").changes, []);
  assert.deepEqual(switched(dropped, "permit rule/2").changes, ["drop japan/statement/3", "permit rule/2"]);
  assert.equal(assumptionOf("any_time japan.visit/when"), "japan.visit/when");
});

test("a situation chosen stays, but not where the numbers become others", () => {
  const looked = chosen(asWritten, 12);
  assert.equal(switched(looked, "drop japan/statement/3").state, 12);
  assert.equal(switched(looked, "permit rule/2").state, undefined);
  assert.equal(switched(chosen(switched(looked, "permit rule/2"), 5), "permit rule/2").state, undefined);
});

test("the order of switching does not matter, the situation does", () => {
  assert.ok(same({ changes: ["a x", "b y"] }, { changes: ["b y", "a x"] }));
  assert.ok(!same({ changes: ["a x"] }, { changes: ["b x"] }));
  assert.ok(!same({ changes: [] }, { changes: [], state: 1 }));
});

test("single changes are told from what was analysed before", () => {
  const singles = {
    sentences: ["No treaty.", "Two <islands>."],
    changes: { "drop a/statement/1": [["zone", 0, 1] as const, ["gap/1", 0, -1] as const].map((one) => [...one]), "permit rule/1": null, "drop b/statement/1": [] } as never,
  };
  const tell = (...changes: string[]): string => known(singles, changes, (change) => `<${change}>`).html;
  assert.match(tell("drop a/statement/1"), /<li>Two &#60;islands&#62;\.<\/li><li>No longer: No treaty\.<\/li>/);
  assert.match(tell("drop a/statement/1"), /&#60;drop a\/statement\/1&#62;/);
  assert.deepEqual([...known(singles, ["drop a/statement/1"], String).now], [["zone", "Two <islands>."], ["gap/1", ""]]);
  assert.match(tell("permit rule/1"), /cannot be analysed/);
  assert.match(tell("drop b/statement/1"), /alters no conclusion/);
  assert.match(tell("drop c/statement/1"), /was not analysed/);
  assert.match(tell("drop a/statement/1", "drop b/statement/1"), /WebAssembly/);
});

test("numbers sort as numbers, words as words", () => {
  const sorted = (cells: string[]): string[] => [...cells].sort(compare);
  assert.deepEqual(sorted(["10", "9", "100"]), ["9", "10", "100"]);
  assert.deepEqual(sorted(["b", "a10", "a9", ""]), ["", "a9", "a10", "b"]);
});

test("the engine is unpacked as it was packed", async () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, n) => (n * n) % 251);
  assert.deepEqual(new Uint8Array(await unpack(gzipSync(bytes).toString("base64"))), bytes);
});
