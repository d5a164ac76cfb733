// The living answer: what is asked in which order, and what is shown of it.
import assert from "node:assert/strict";
import { test } from "node:test";

import type { Reply } from "../src/page/asker.js";
import { Live, type Answered, type Question } from "../src/workbench/live.js";

const fault = { severity: "error", code: "unknown-name", message: "no such name", from: 0, to: 1 };
const warning = { ...fault, severity: "warning" };

/** A live answer whose engine takes "bad" for faulty and "large" for too large, and tells what it was asked. */
function living(inSight: string[] = []): { live: Live; verbs: string[]; shown: Answered[]; quiet: () => Promise<void> } {
  const verbs: string[] = [];
  const shown: Answered[] = [];
  const ask = async (request: Record<string, unknown>): Promise<Reply> => {
    verbs.push(String(request.verb));
    await new Promise((resolve) => setTimeout(resolve, 2));
    const text = String(request.case);
    if (request.verb === "check") return { out: [text.includes("bad") ? fault : warning], status: 0, err: "" } as unknown as Reply;
    if (request.verb === "diff") return { out: { changed: [{ id: "zone", before: { sentence: "was" }, after: { sentence: "is" } }] }, status: 1, err: "" } as unknown as Reply;
    const answered = !/bad|large/.test(text);
    return { out: answered ? { sections: { text } } : null, status: answered ? 0 : 3, err: answered ? "" : "too large" } as unknown as Reply;
  };
  const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
  return { live: new Live(ask, (answered) => shown.push(answered), () => inSight), verbs, shown, quiet };
}

const about = (text: string): Question => ({ text, changes: [], saved: "saved" });

test("the page is shown before anything else is asked", async () => {
  const { live, verbs, shown, quiet } = living();
  live.question(about("good"));
  await quiet();
  assert.deepEqual(verbs, ["page", "check", "diff"]);
  assert.deepEqual(Object.keys(shown[0] ?? {}), ["question", "page"]);
  assert.deepEqual(shown.at(-1)?.faults, [warning]);
  assert.deepEqual(shown.at(-1)?.since, [{ id: "zone", before: "was", after: "is" }]);
});

test("what is looked at is shown first", async () => {
  const { live, verbs, shown, quiet } = living(["standing"]);
  live.question(about("good"));
  await quiet();
  assert.deepEqual(verbs, ["page", "page", "check", "diff"]);
  assert.deepEqual(shown.map((one) => one.some ?? false), [true, false, false, false]);
});

test("of a faulty text the faults are shown, and no page", async () => {
  const { live, shown, quiet } = living();
  live.question(about("bad"));
  await quiet();
  assert.equal(shown.length, 1);
  assert.deepEqual(shown[0]?.faults, [fault]);
  assert.equal(shown[0]?.page, undefined);
  assert.equal(shown[0]?.unable, undefined);
});

test("what could not be answered in part is not asked again whole", async () => {
  const { live, verbs, shown, quiet } = living(["standing"]);
  live.question(about("bad"));
  await quiet();
  assert.deepEqual(verbs, ["page", "check"]);
  assert.deepEqual(shown.at(-1)?.faults, [fault]);
});

test("why there is no page is told where it is not for a fault", async () => {
  const { live, shown, quiet } = living();
  live.question(about("large"));
  await quiet();
  assert.equal(shown.at(-1)?.unable, "too large");
});

test("who goes on typing gets pages, and the faults of the last text alone", async () => {
  const { live, verbs, shown, quiet } = living();
  for (const text of ["a", "ab", "abc"]) live.question(about(text));
  await quiet();
  assert.deepEqual(verbs, ["page", "page", "check", "diff"]);
  assert.equal(shown.at(-1)?.question.text, "abc");
});
