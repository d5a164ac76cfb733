// The TOML that the five steps of a new case come to, and the trail of what was tried.
import assert from "node:assert/strict";
import { test } from "node:test";

import { emptyDraft, ids, missing, written } from "../src/workbench/draft.js";
import { Trail } from "../src/page/history.js";
import { Latest } from "../src/page/latest.js";
import { courses } from "../src/workbench/wizard.js";

function bridge() {
  const draft = emptyDraft();
  draft.title = 'The "bridge"';
  draft.date = "2016-04";
  draft.parties = [
    { name: "North", options: [{ name: "Sign", courses: [] }, { name: "Share", courses: ["Nothing", "Half"] }], wishes: [] },
    { name: "Süd", options: [{ name: "Sign", courses: [] }], wishes: [] },
  ];
  draft.parties[0]?.wishes.push({ party: 0, option: 1, course: 1, not: true, demand: true });
  draft.parties[1]?.wishes.push({ party: 0, option: 0, course: 0, not: false, demand: false });
  draft.settlement = [
    { party: 0, option: 0, course: 1 },
    { party: 1, option: 0, course: 1 },
  ];
  return draft;
}

test("a draft is written as a case", () => {
  assert.equal(
    written(bridge()),
    `format = 1
title = "The \\"bridge\\""
date = "2016-04"

[agreement]
when = "north.sign and sud.sign"

[[party]]
id = "north"
name = "North"

  [[party.option]]
  id = "sign"
  name = "Sign"

  [[party.option]]
  id = "share"
  name = "Share"
  values = ["nothing", "half"]
  labels = ["Nothing", "Half"]

  [[party.preference]]
  statement = "not (north.share = half)"
  demand = true

[[party]]
id = "sud"
name = "Süd"

  [[party.option]]
  id = "sign"
  name = "Sign"

  [[party.preference]]
  statement = "not north.sign"
`,
  );
});

test("identifiers are plain and differ", () => {
  assert.deepEqual(ids(["A b", "a-B", "", "日本", "9 lives", "a b-2"]), ["a-b", "a-b-2", "n3", "n4", "lives", "a-b-2-2"]);
  assert.deepEqual(ids(["Joint", "joint", "North"], ["joint"]), ["joint-2", "joint-3", "north"]);
});

test("a step says what it lacks", () => {
  const draft = bridge();
  for (let step = 0; step < 5; step += 1) assert.equal(missing(draft, step), undefined);
  assert.match(missing(emptyDraft(), 0) ?? "", /called/);
  assert.match(missing({ ...draft, date: "April" }, 0) ?? "", /2016-04-15/);
  draft.parties[0]?.options.push({ name: "Pay", courses: ["all"] });
  assert.match(missing(draft, 2) ?? "", /two courses/);
});

test("every course of everybody can be chosen", () => {
  assert.deepEqual(courses(bridge()).map((one) => one.words), [
    "North: Sign - no",
    "North: Sign - yes",
    "North: Share - Nothing",
    "North: Share - Half",
    "Süd: Sign - no",
    "Süd: Sign - yes",
  ]);
});

test("the trail goes back to the beginning and forward again", () => {
  const trail = new Trail(0, (a, b) => a === b);
  for (const step of [1, 1, 2, 3]) trail.go(step);
  assert.deepEqual([trail.undo(), trail.undo(), trail.undo(), trail.undo()], [2, 1, 0, 0]);
  assert.equal(trail.canUndo, false);
  assert.deepEqual([trail.redo(), trail.redo()], [1, 2]);
  trail.go(9);
  assert.equal(trail.canRedo, false);
  assert.equal(trail.undo(), 2);
});

test("of what is asked meanwhile only the latest is done", async () => {
  const done: number[] = [];
  let finish: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (finish = resolve));
  const latest = new Latest<number>(async (n) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push(n);
    if (n === 4) finish();
    if (n === 1) throw new Error("this one fails");
  });
  for (const n of [1, 2, 3, 4]) latest.ask(n);
  await all;
  assert.deepEqual(done, [1, 4]);
});
