// Who answers: the engine in the page, or where that fails, whatever the reason, the program.
import assert from "node:assert/strict";
import { test } from "node:test";

import type { Reply, Started } from "../src/page/asker.js";
import { unwatched } from "../src/workbench/api.js";
import { Engines } from "../src/workbench/engines.js";
import { importable } from "../src/workbench/importable.js";
import { asked, sameWritten } from "../src/workbench/written.js";
import { combinations, mostInPage, tooMany } from "../src/workbench/size.js";

const reply = (out: unknown, status = 0): Reply => ({ out, status, err: "" }) as Reply;
const never = new Promise<never>(() => undefined);

/** Engines whose engine in the page answers so, and whose program says who it is; how often the first was started and ended. */
function engines(answer: (verb: string) => Promise<Reply>, patience = { answer: 20, start: 20 }) {
  const seen = { started: 0, ended: 0 };
  const start = async (): Promise<Started> => {
    seen.started += 1;
    return { ask: (request) => answer(String(request.verb)), end: () => (seen.ended += 1) };
  };
  const program = async (): Promise<Reply> => reply("program");
  return { made: new Engines(start, { quick: program, long: program }, patience), seen };
}

test("the engine in the page answers what it can", async () => {
  const { made, seen } = engines(async (verb) => reply(verb));
  assert.equal((await made.ask({ verb: "check" })).out, "check");
  assert.equal((await made.ask({ verb: "page" })).out, "page");
  assert.deepEqual(seen, { started: 1, ended: 0 });
});

test("the program answers where that engine has no memory, spent its budget, is at fault or crashed", async () => {
  const crashed = async (): Promise<Reply> => {
    throw new Error("the engine ended with 1");
  };
  for (const answer of [crashed, async () => reply(null, 3), async () => reply(null, 4)]) {
    const { made, seen } = engines(answer);
    assert.equal((await made.ask({ verb: "page" })).out, "program");
    assert.equal(await made.inPage({ verb: "page" }), undefined);
    assert.deepEqual(seen, { started: 1, ended: 0 });
  }
});

test("an engine that is too slow is ended, and another one started for the next question", async () => {
  const { made, seen } = engines((verb) => (verb === "page" ? never : Promise.resolve(reply(verb))));
  const both = [made.ask({ verb: "page" }), made.ask({ verb: "check" })];
  assert.deepEqual((await Promise.all(both)).map((one) => one.out), ["program", "check"]);
  assert.deepEqual(seen, { started: 2, ended: 1 });
});

test("where there is no engine in the page, the program answers", async () => {
  let tries = 0;
  const none = async (): Promise<Started> => {
    tries += 1;
    throw new Error("built without");
  };
  const made = new Engines(none, { quick: async () => reply("quick"), long: async () => reply("long") });
  for (const verb of ["schema", "page"]) assert.equal((await made.ask({ verb })).out, "quick");
  assert.equal(tries, 1);
  const slow = new Engines(() => never, { quick: async () => reply("quick"), long: async () => reply("long") }, { answer: 20, start: 20 });
  assert.equal((await slow.ask({ verb: "schema" })).out, "quick");
});

test("what was cancelled while the page's engine tried is not asked of the program", async () => {
  const { made } = engines(() => never);
  const stop = AbortSignal.abort(new Error("cancelled"));
  await assert.rejects(made.watched({ verb: "why" }, { ...unwatched, stop }), /cancelled/);
});

const options = (n: number): string => `[[party]]\nid = "a"\n${'[[party.option]]\nid = "x"\nvalues = ["p", "q"]\n'.repeat(n)}`;

test("what shows in the text alone is not asked about", async () => {
  assert.equal(combinations({ text: options(5) }), 32);
  assert.equal(combinations({ text: "nonsense [" }), 1);
  assert.equal(combinations({ text: `${options(5)}\n[[joint]]\nid = "pact"\nvalues = ["none", "half", "whole"]\n` }), 96);
  assert.equal(combinations({ text: options(2), beside: ["b.toml", options(3)] }), 32);
  const { made, seen } = engines(() => never);
  assert.equal(await tooMany({ text: options(15) }, [], made), false);
  assert.equal(2 ** 15, mostInPage);
  assert.equal(seen.started, 0);
});

test("situations are counted where combinations are many", async () => {
  const counted = (words: string, status = 0): Engines => engines(async () => reply(words, status)).made;
  assert.equal(await tooMany({ text: options(20) }, [], counted("case.toml: 1 party, 20 options, 1,048,576 states\n")), true);
  assert.equal(await tooMany({ text: options(40) }, [], counted("case.toml: 2 parties, 40 options, 4,512 states\n")), false);
  assert.equal(await tooMany({ text: options(40) }, [], counted("case.toml: 1 party, 40 options, 1 state\n")), false);
  assert.equal(await tooMany({ text: options(20) }, [], counted("", 1)), false, "a case with faults has none");
  assert.equal(await tooMany({ text: options(40) }, [], counted("", 3)), true, "what cannot be counted is too much");
});

test("files that cannot be imported are told before they are sent", () => {
  for (const name of ["a.toml", "Ä b.GMCR"]) importable({ name, size: 10 }, 100);
  for (const name of ["photo.png", "a.svg", "toml", ".toml", "a.toml.exe"]) assert.throws(() => importable({ name, size: 10 }, 100), /Only a case/);
  assert.throws(() => importable({ name: "a.toml", size: 9e6 }, 8e6), /larger than the 8 MB/);
});

test("what a case includes is what the engine says, and what was known where that cannot read it", async () => {
  const faulty = { includes: ["b.toml"], faults: [{ code: "toml-syntax" }] };
  const { made, seen } = engines(async (verb) => reply(verb === "check" ? (seen.started > 1 ? faulty : { includes: ["b.toml"], faults: [{ code: "unread-file" }] }) : null));
  assert.deepEqual(await made.included("title = 'one'"), []);
  assert.equal(seen.started, 0, "nobody is asked about a text without the word");
  assert.deepEqual(await made.included("[[include]]", ["c.toml"]), ["b.toml"]);
  seen.started = 2;
  assert.deepEqual(await made.included("[[include]] [", ["c.toml", "b.toml"]), ["b.toml", "c.toml"]);
});

test("a case that includes others is asked about with these", () => {
  assert.deepEqual(asked({ text: "a" }), { case: "a" });
  assert.deepEqual(asked({ text: "a", beside: ["b.toml", "b"] }), { case: "a", beside: ["b.toml", "b"] });
  assert.ok(sameWritten({ text: "a" }, { text: "a", beside: [] }));
  assert.ok(!sameWritten({ text: "a", beside: ["b.toml", "b"] }, { text: "a", beside: ["b.toml", "c"] }));
});
