// The living answer: what is asked in which order, and what is shown of it.
import assert from "node:assert/strict";
import { test } from "node:test";

import type { Reply } from "../src/page/asker.js";
import type { Watch } from "../src/workbench/api.js";
import { Live, type Answered, type Question, type Work } from "../src/workbench/live.js";

const fault = { severity: "error", code: "unknown-name", message: "no such name", from: 0, to: 1 };
const warning = { ...fault, severity: "warning" };

const quick = 2;

/** A live answer whose engine takes "bad" for faulty and gives up at "slow", and tells what it and the program were asked. */
function living(inSight: string[] = [], program: (verb: string, watch: Watch) => Promise<Partial<Reply>> = brief) {
  const verbs: string[] = [];
  const shown: Answered[] = [];
  const working: string[] = [];
  let cancel: AbortController | undefined;
  const inPage = async (request: Record<string, unknown>): Promise<Reply | undefined> => {
    const verb = String(request.verb);
    verbs.push(verb);
    await pause(quick);
    const text = String(request.case);
    if (verb === "check" && request.form === "text") return reply({ out: "case.toml: 2 parties, 20 options, 1,048,576 states\n" });
    if (verb === "check") return reply({ out: { case: "case.toml", parties: null, options: null, states: null, faults: [text.includes("bad") ? fault : warning] } });
    if (verb === "diff") return reply({ out: { changed: [{ id: "zone", before: { sentence: "was" }, after: { sentence: "is" } }] }, status: 1 });
    if (text.includes("slow")) return undefined;
    if (text.includes("odd")) throw new Error("the worker ended");
    return text.includes("bad") ? reply({ status: 1, err: "faults" }) : reply({ out: { sections: { text } } });
  };
  const ask = async (request: Record<string, unknown>): Promise<Reply> => (await inPage(request)) ?? reply({ status: 1 });
  const long = async (request: Record<string, unknown>, watch: Watch): Promise<Reply> => {
    verbs.push(`program: ${String(request.verb)}`);
    return reply(await program(String(request.verb), watch));
  };
  const begin = (words: string): Work => {
    working.push(words);
    cancel = new AbortController();
    return { progress: () => undefined, stop: cancel.signal, end: () => working.push("ended") };
  };
  const live = new Live({ ask, inPage, long }, { show: (answered) => shown.push(answered), begin, inSight: () => inSight, columns: () => 76 });
  return { live, verbs, shown, working, cancel: () => cancel?.abort() };
}

const reply = (some: Partial<Reply>): Reply => ({ out: null, status: 0, err: "", ...some }) as Reply;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const brief = async (verb: string): Promise<Partial<Reply>> => (verb === "analyze" ? { out: "THE BRIEF" } : { status: 3, err: "too much" });
/** When a promise that is settled at the end of all that is asked would long have been. */
const quiet = (): Promise<void> => pause(60);

/** Waits until something is so, however long the machine takes. */
async function until(so: () => boolean): Promise<void> {
  for (let tries = 0; !so(); tries += 1) {
    assert.ok(tries < 2000, "it never came to be");
    await pause(5);
  }
}

/** Twenty options of two values each. */
const large = `[[party]]\nid = "a"\n${'[[party.option]]\nid = "x"\n'.repeat(20)}`;

const about = (text: string): Question => ({ text, changes: [], saved: "saved" });

test("the page is shown before anything else is asked", async () => {
  const { live, verbs, shown } = living();
  live.question(about("good"));
  await quiet();
  assert.deepEqual(verbs, ["page", "check", "diff"]);
  assert.deepEqual(Object.keys(shown[0] ?? {}), ["question", "page"]);
  assert.deepEqual(shown.at(-1)?.faults, [warning]);
  assert.deepEqual(shown.at(-1)?.since, [{ id: "zone", before: "was", after: "is" }]);
});

test("what is looked at is shown first", async () => {
  const { live, verbs, shown } = living(["standing"]);
  live.question(about("good"));
  await quiet();
  assert.deepEqual(verbs, ["page", "page", "check", "diff"]);
  assert.deepEqual(shown.map((one) => one.some ?? false), [true, false, false, false]);
});

test("of a faulty text the faults are shown, and no page", async () => {
  const { live, shown } = living();
  live.question(about("bad"));
  await quiet();
  assert.equal(shown.length, 1);
  assert.deepEqual(shown[0]?.faults, [fault]);
  assert.equal(shown[0]?.page, undefined);
  assert.equal(shown[0]?.unable, undefined);
});

test("what could not be answered in part is not asked again whole", async () => {
  const { live, verbs, shown } = living(["standing"]);
  live.question(about("bad"));
  await quiet();
  assert.deepEqual(verbs, ["page", "check"]);
  assert.deepEqual(shown.at(-1)?.faults, [fault]);
});

test("where the page's engine gives up, the brief stands until the program has made the page", async () => {
  const { live, verbs, shown, working } = living([], async (verb) => (verb === "analyze" ? { out: "THE BRIEF" } : { out: { sections: {} } }));
  live.question(about("slow"));
  await until(() => shown.at(-1)?.page !== undefined && working.length === 4);
  await quiet();
  assert.deepEqual(verbs.filter((verb) => verb !== "check"), ["page", "program: analyze", "program: page", "diff"]);
  assert.equal(shown[0]?.brief?.text, "THE BRIEF");
  assert.match(shown[0]?.brief?.why ?? "", /could not answer/);
  assert.deepEqual(working, ["The program is looking at this case", "ended", "The program is making the page", "ended"]);
});

test("where the page's engine gave up and the program is slow, too, the program is asked at once", async () => {
  const { live, verbs, shown } = living([], async (verb) => {
    if (verbs.includes("page")) await pause(400);
    return { out: verb === "analyze" ? "THE BRIEF" : { sections: {} } };
  });
  const briefs = (): number => shown.filter((one) => one.brief).length;
  live.question(about("slow"));
  await until(() => briefs() === 1);
  verbs.length = 0;
  live.question(about("slow, and longer"));
  await until(() => briefs() === 2);
  assert.equal(verbs[0], "program: analyze");
  live.again();
  await until(() => briefs() === 3);
  assert.ok(verbs.includes("page"), "but whoever tries again tries all");
});

test("what fits no page stays a brief, and says so", async () => {
  const { live, shown } = living();
  live.question(about("slow"));
  await until(() => shown.length > 0);
  await quiet();
  assert.deepEqual(shown.map((one) => one.brief?.text), ["THE BRIEF"]);
});

test("of too many situations the program is asked for the brief at once, and nobody for the page", async () => {
  const { live, verbs, shown } = living();
  live.question(about(large));
  await until(() => shown.length > 0);
  await quiet();
  assert.deepEqual(verbs, ["check", "program: analyze", "check"]);
  assert.match(shown[0]?.brief?.why ?? "", /too many situations/);
  live.question({ ...about(large), saved: large });
  await quiet();
  assert.equal(verbs.filter((verb) => verb.startsWith("program")).length, 1, "what is known is not asked again for a save");
});

test("cancelled, it shows what was known by then", async () => {
  const { live, shown, cancel, working } = living([], (_, watch) => ended(watch, { out: "AS FAR AS IT GOES", status: 3 }));
  live.question(about(large));
  await until(() => working.length === 1);
  cancel();
  await until(() => shown.length > 0);
  assert.deepEqual(shown[0]?.brief, { text: "AS FAR AS IT GOES", why: "This was cancelled. What was known by then stands below." });
});

test("cancelled before anything is known, it says that", async () => {
  const { live, shown, cancel, working } = living([], (_, watch) => ended(watch, undefined));
  live.question(about("slow"));
  await until(() => working.length === 1);
  cancel();
  await until(() => shown.length > 0);
  await quiet();
  assert.match(shown.at(-1)?.unable ?? "", /cancelled before anything was known/);
  assert.deepEqual(working, ["The program is looking at this case", "ended"], "and nothing else is begun");
});

test("who types on does not wait for the program", async () => {
  const { live, shown, working } = living([], (_, watch) => ended(watch, undefined));
  live.question(about(large));
  await until(() => working.length === 1);
  live.question(about("good"));
  await until(() => shown.length > 2);
  assert.ok(shown.every((one) => one.question.text === "good"));
  assert.deepEqual(working, ["The program is looking at this case", "ended"]);
});

test("every way to fail is told in a sentence", async () => {
  const lost = async (): Promise<never> => {
    throw new Error("the server does not answer");
  };
  const failing: [string, Parameters<typeof living>[1], RegExp][] = [
    ["odd", undefined, /It could not be answered\. The worker ended\./],
    [large, lost, /It could not be answered\. The server does not answer\./],
    [large, async () => ({ out: null, status: 3, err: "there is not enough memory for this\n" }), /not enough memory/],
    [large, async () => ({ out: null, status: 3, err: "" }), /no answer/],
    ["slow", lost, /The server does not answer/],
  ];
  for (const [text, program, words] of failing) {
    const { live, shown } = living([], program);
    live.question(about(text));
    await until(() => shown.length > 0);
    assert.match(shown.at(-1)?.unable ?? "", words);
  }
});

/** Work that goes on until it is cancelled or nobody wants it; with an answer only where it is cancelled. */
function ended(watch: Watch, known: Partial<Reply> | undefined): Promise<Partial<Reply>> {
  return new Promise((resolve, reject) => {
    watch.stop.addEventListener("abort", () => (known ? resolve(known) : reject(new Error("ended"))));
    watch.abandon.addEventListener("abort", () => reject(new Error("abandoned")));
  });
}

test("who goes on typing gets pages, and the faults of the last text alone", async () => {
  const { live, verbs, shown } = living();
  for (const text of ["a", "ab", "abc"]) live.question(about(text));
  await quiet();
  assert.deepEqual(verbs, ["page", "page", "check", "diff"]);
  assert.equal(shown.at(-1)?.question.text, "abc");
});

test("another text of what is included is another question, and what became different since is asked with both", async () => {
  const { live, verbs, shown } = living();
  const linked = { ...about("good"), beside: ["b.toml", "b"], savedBeside: ["b.toml", "b"], saved: "good" };
  live.question(linked);
  await quiet();
  assert.deepEqual(verbs, ["page", "check"], "as it was saved");
  live.question({ ...linked, beside: ["b.toml", "another"] });
  await quiet();
  assert.deepEqual(verbs.slice(2), ["page", "check", "diff"]);
  assert.deepEqual(shown.at(-1)?.question.beside, ["b.toml", "another"]);
});
