// The engine that the page carries answers in the browser as the program does, about every case there is.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { after, before, test } from "node:test";

import type { Browser } from "playwright-core";
import workerText from "worker-text";

import { firstCase, launch, open, program, report, type Opened } from "./opened.js";

/** What is asked of each case: flags of the program, and the request that says the same. */
const questions: [string[], Record<string, string>][] = [
  [["states", "--csv"], { verb: "states", form: "csv" }],
  [["settle", "--json"], { verb: "settle" }],
  [["outlook", "--json"], { verb: "outlook" }],
  [["path", "--json"], { verb: "path" }],
  [["why", "--json"], { verb: "why" }],
  [["analyze", "--json"], { verb: "analyze" }],
  [["check"], { verb: "check", form: "text" }],
];
const folders = (process.env.ENTENTE_CASES ?? "../cases ../tests").split(" ");
let browser: Browser;
let opened: Opened;

before(async () => {
  browser = await launch();
  opened = await open(browser, report("engine.html", firstCase));
});
after(async () => browser.close());

/** The cases in some folders that JSON can carry. */
function cases(): string[] {
  const all = folders.flatMap((folder) => tomlFiles(folder)).sort();
  return all.filter((file) => {
    const bytes = readFileSync(file);
    return !bytes.includes(13) && Buffer.from(bytes.toString("utf8")).equals(bytes) && beside(file) !== undefined;
  });
}

/** What a case includes, for a request; undefined where that is not there, which the program tells by the system's words. */
function beside(file: string): { beside?: string[] } | undefined {
  const text = readFileSync(file, "utf8");
  const names = text.includes("[[include]]") ? [...text.matchAll(/^case *= *"([^"]+)"/gm)].map((found) => found[1] ?? "") : [];
  const there = [...new Set(names)].map((name) => join(dirname(file), name));
  if (!there.every((one) => existsSync(one))) return undefined;
  return there.length > 0 ? { beside: there.flatMap((one) => [basename(one), readFileSync(one, "utf8")]) } : {};
}

function tomlFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return tomlFiles(path);
    return one.name.endsWith(".toml") ? [path] : [];
  });
}

/** The answers of the page's own engine, in the page's own worker, as text. */
function asked(requests: string[]): Promise<string[]> {
  return opened.page.evaluate(
    async ([worker, all]) => {
      const packed = atob(document.getElementById("page-engine")?.textContent?.trim() ?? "");
      const bytes = Uint8Array.from(packed, (c) => c.charCodeAt(0));
      const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
      const engine = await new Response(plain).arrayBuffer();
      const started = new Worker(URL.createObjectURL(new Blob([worker as string], { type: "text/javascript" })));
      const send = (message: object): Promise<string> =>
        new Promise((resolve) => {
          started.onmessage = (event: MessageEvent<{ reply?: string; failed?: string }>) => resolve(event.data.reply ?? `failed: ${event.data.failed ?? ""}`);
          started.postMessage({ number: 1, ...message });
        });
      await send({ engine });
      const answers: string[] = [];
      for (const request of all as string[]) answers.push(await send({ request }));
      started.terminate();
      return answers;
    },
    [workerText, requests] as [string, string[]],
  );
}

function expectTheSame(file: string, flags: string[], request: Record<string, string>, text: string): void {
  const what = `${file} ${flags.join(" ")}`;
  const answer = JSON.parse(text) as { status: number; out: unknown; err: string };
  if (answer.err.includes("the engine in a page can do no more")) return;
  const native = spawnSync(program, [flags[0] ?? "", file, ...flags.slice(1)], { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(answer.status, native.status, what);
  assert.equal(answer.err, native.stderr, what);
  if (native.stdout === "") assert.equal(answer.out, null, what);
  else if ("form" in request) assert.equal(answer.out, native.stdout, what);
  else assert.equal(text.slice(0, native.stdout.length + 7), `{"out":${native.stdout}`, what);
}

test("in the browser every answer is that of the program", { timeout: 1_200_000 }, async (t) => {
  if (!/id="page-engine"[^>]*>[\w+/]{1000}/.test(await opened.page.content())) return t.skip("the page carries no engine");
  const files = cases();
  assert.ok(files.length > 8, `${files.length} cases`);
  const all = files.flatMap((file) => questions.map(([flags, request]) => ({ file, flags, request })));
  const answers = await asked(all.map(({ file, request }) => JSON.stringify({ ...request, ...beside(file), case: readFileSync(file, "utf8"), name: file })));
  all.forEach(({ file, flags, request }, n) => expectTheSame(file, flags, request, answers[n] ?? ""));
  assert.deepEqual(opened.wrong, []);
});
