// The main answer of what is large, slow or broken: watched, cancelled, a brief in place of a page, never a white pane.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import type { Browser, BrowserContext, Page, Route } from "playwright-core";

import { faults, folder, launch, overflows } from "./opened.js";
import { openWorkbench, picture, serve, type Serving } from "./serving.js";

const patience = { timeout: 120_000 };
let browser: Browser;
let serving: Serving;
let context: BrowserContext;
const wrong: string[] = [];

/** Three parties whose options, of two values each, nothing restrains, and who care about some of them each: 2^n situations. */
function scale(n: number): string {
  const names = ["north", "east", "south"];
  const all = Array.from({ length: n }, (_, k) => ({ party: names[k % 3] ?? "", id: `o${k}` }));
  const party = (id: string, p: number): string => {
    const options = all.filter((one) => one.party === id).map((one) => `\n  [[party.option]]\n  id = "${one.id}"\n`);
    const wishes = all.map((one, k) => `\n  [[party.preference]]\n  statement = "${(k + p) % 2 ? "not " : ""}${one.party}.${one.id}"\n`);
    return `\n[[party]]\nid = "${id}"\n${options.join("")}${wishes.join("")}`;
  };
  return `format = 1\ntitle = "Scale case, ${n} options"\n${names.map(party).join("")}`;
}

before(async () => {
  browser = await launch();
  for (const [name, options] of [["large.toml", 17], ["larger.toml", 20]] as const) writeFileSync(join(folder, name), scale(options));
  serving = await serve("../cases/elmira.toml", join(folder, "large.toml"), join(folder, "larger.toml"));
  context = (await openWorkbench(browser, serving.link)).page.context();
});
after(async () => {
  await browser.close();
  serving.server.kill("SIGTERM");
});

/** A window on a case, of which the server, or the browser, is made to fail by `prepare`. */
async function opened(name: string, prepare: (page: Page) => Promise<unknown> = async () => undefined): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (fault) => wrong.push(String(fault)));
  page.on("dialog", (asked) => void asked.accept().catch(() => undefined));
  await prepare(page);
  await page.goto(new URL(`/#case=${name}`, serving.link).href);
  return page;
}

const said = (page: Page, words: RegExp): Promise<void> => page.locator(".stale-note", { hasText: words }).waitFor(patience);
const brief = (page: Page): Promise<void> => page.locator(".brief pre").waitFor(patience);
const whole = (page: Page): Promise<void> => page.locator(".page-sections > section#standing").waitFor(patience);

async function type(page: Page, words: string): Promise<void> {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText(words);
}

/** The server's jobs as a test wants them: they go on until they are stopped, and end so. */
function jobs(page: Page, answer: object, state: object = { state: "done" }): Promise<{ stopped: number; forgotten: number }> {
  const seen = { stopped: 0, forgotten: 0 };
  const job = (): object => ({ job: { id: 7, what: "", done: 3, total: 10, stage: "the stability of North under SEQ", seconds: 12.5, ...(seen.stopped ? state : { state: "running" }) } });
  const answered = (route: Route): Promise<void> => {
    const method = route.request().method();
    const path = new URL(route.request().url()).pathname;
    if (path.endsWith("/stop")) seen.stopped += 1;
    if (method === "DELETE") seen.forgotten += 1;
    return route.fulfill({ status: method === "POST" && path === "/api/jobs" ? 202 : 200, json: path.endsWith("/answer") ? answer : job() });
  };
  return page.route(/\/api\/jobs/, answered).then(() => seen);
}

test("of a case with 2^20 situations the brief stands there, and why", async () => {
  const page = await opened("larger.toml");
  await brief(page);
  await said(page, /too many situations for a page/);
  assert.match(await page.locator(".brief").innerText(), /1,048,576 situations\s+are\s+possible/);
  assert.equal(await page.locator(".page-sections > section").count(), 0);
  assert.deepEqual(await faults(page), []);
  assert.equal(await overflows(page), 0);
  await picture(page, "workbench-brief");
  await page.close();
});

test("in a small window, in the dark, the brief fits", async () => {
  const page = await opened("large.toml", (one) => one.setViewportSize({ width: 390, height: 844 }).then(() => one.emulateMedia({ colorScheme: "dark" })));
  await brief(page);
  assert.deepEqual(await faults(page), []);
  assert.equal(await overflows(page), 0);
  await picture(page, "workbench-brief-telephone");
  await page.close();
});

test("what takes long shows how far it is, and Cancel ends it with what is known", async () => {
  let seen = { stopped: 0, forgotten: 0 };
  const page = await opened("large.toml", async (one) => {
    seen = await jobs(one, { out: "WHERE IT STANDS\nAs far as it is known.\n", status: 3, err: "" });
  });
  await page.locator(".working", { hasText: "The program is looking at this case" }).waitFor(patience);
  await page.locator(".working-time", { hasText: "12 s" }).waitFor(patience);
  assert.match(await page.locator(".working-time").innerText(), /now the stability of North under SEQ/);
  assert.equal(await page.locator(".working progress").evaluate((bar) => (bar as HTMLProgressElement).value), 0.3);
  assert.match(await page.locator(".answer").innerText(), /\S/);
  assert.deepEqual(await faults(page), []);
  await picture(page, "workbench-working");
  await page.locator(".working").getByRole("button", { name: "Cancel", exact: true }).click();
  await said(page, /This was cancelled. What was known by then stands below/);
  assert.match(await page.locator(".brief pre").innerText(), /As far as it is known/);
  assert.equal(await page.locator(".working-row").count(), 0);
  assert.equal(seen.stopped, 1);
  await picture(page, "workbench-cancelled");
  await page.close();
});

test("the program's own answer is cancelled, too", async () => {
  const page = await opened("larger.toml");
  await page.locator(".working, .brief pre").first().waitFor(patience);
  const cancel = page.locator(".working").getByRole("button", { name: "Cancel", exact: true });
  await cancel.click({ timeout: 500 }).catch(() => undefined); // a quick machine may be done before
  await page.locator(".stale-note").waitFor(patience);
  assert.match(await page.locator(".stale-note").innerText(), /cancelled|too many situations/);
  await page.close();
});

test("who types on ends what was worked on, and gets the new answer", async () => {
  let seen = { stopped: 0, forgotten: 0 };
  const page = await opened("large.toml", async (one) => {
    seen = await jobs(one, { out: "", status: 3, err: "" });
  });
  await page.locator(".working-time", { hasText: "12 s" }).waitFor(patience);
  await page.unroute(/\/api\/jobs/);
  await page.route(/\/api\/jobs\/7/, (route) => ((seen.forgotten += route.request().method() === "DELETE" ? 1 : 0), route.fulfill({ json: {} })));
  await type(page, "# another text\n");
  await brief(page);
  await said(page, /too many situations/);
  assert.ok(seen.forgotten >= 1);
  await page.keyboard.press("Control+z"); // or it would be offered to the next window
  await page.waitForFunction(() => document.querySelector(".saved-note")?.textContent === "", undefined, patience);
  await page.close();
});

test("cancelled before anything is known, it says so and offers to try again", async () => {
  const page = await opened("large.toml", async (one) => {
    await jobs(one, {}, { state: "failed", error: { code: "out_of_time", message: "It was ended." } });
  });
  await page.locator(".working").getByRole("button", { name: "Cancel", exact: true }).click();
  await said(page, /cancelled before anything was known/);
  await picture(page, "workbench-nothing");
  await page.unroute(/\/api\/jobs/);
  await page.getByRole("button", { name: "Try again", exact: true }).click();
  await brief(page);
  await page.close();
});

test("a long question is cancelled with what is known, and closing its panel ends it", async () => {
  const page = await opened("elmira.toml");
  await whole(page);
  const seen = await jobs(page, { out: "What was found so far.", status: 3, err: "" });
  const asked = async (): Promise<void> => {
    await page.locator(".asking").getByRole("button", { name: /What would unlock/ }).click();
    await page.locator(".asking .working-time", { hasText: "12 s" }).waitFor(patience);
  };
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await asked();
  assert.deepEqual(await faults(page), []);
  await page.locator(".asking").getByRole("button", { name: "Cancel", exact: true }).click();
  await page.locator(".asking-answer", { hasText: /Cancelled\. What was known by then:[^]*What was found so far/ }).waitFor(patience);
  assert.equal(seen.stopped, 1);
  seen.stopped = seen.forgotten = 0;
  await page.locator(".asking").getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await asked();
  await page.locator(".asking").press("Escape");
  for (let tries = 0; seen.forgotten === 0 && tries < 600; tries += 1) await page.waitForTimeout(100);
  assert.deepEqual([seen.stopped, seen.forgotten], [0, 1]);
  await page.close();
});

const hung = "window.Worker = class { postMessage() {} terminate() {} };";
const crashing = "window.Worker = class { postMessage() { setTimeout(() => this.onerror(new ErrorEvent('error', { message: 'out of memory' })), 1); } terminate() {} };";
const forbidden = "window.Worker = class { constructor() { throw new Error('no worker'); } };";

test("where the page's engine is missing, broken, hung or out of memory, the program makes the page", async () => {
  const ways: ((page: Page) => Promise<unknown>)[] = [
    (page) => page.route("**/engine.wasm", (route) => route.fulfill({ status: 404, json: {} })),
    (page) => page.route("**/engine.wasm", (route) => route.abort()),
    (page) => page.route("**/engine.wasm", (route) => route.fulfill({ body: "no engine" })),
    (page) => page.addInitScript(hung),
    (page) => page.addInitScript(crashing),
    (page) => page.addInitScript(forbidden),
  ];
  for (const way of ways) {
    const page = await opened("elmira.toml", way);
    await whole(page).catch((fault: unknown) => assert.fail(`${way}: ${String(fault)}`));
    await page.close();
  }
});

test("whatever the program cannot do is said", async () => {
  const refused = (status: number, code: string, message: string) => (page: Page) => page.route(/\/api\/jobs$/, (route) => route.fulfill({ status, json: { error: { code, message } } }));
  const ways: [(page: Page) => Promise<unknown>, RegExp][] = [
    [refused(503, "busy", "Too many analyses are waiting. Try again in a moment."), /Too many analyses are waiting/],
    [refused(401, "no_session", "Come in first."), /Come in first/],
    [(page) => page.route(/\/api\/jobs/, (route) => route.abort()), /The server does not answer/],
    [(page) => page.route(/\/api\/jobs\/\d+$/, (route) => route.fulfill({ json: { job: { id: 1, state: "failed", what: "", done: 0, total: 0, stage: "", seconds: 1, error: { code: "out_of_memory", message: "This takes more memory than one analysis may take here." } } } })), /more memory/],
    [(page) => page.route(/\/api\/jobs\/\d+\/answer/, (route) => route.fulfill({ json: { out: null, status: 3, err: "there is not enough memory for this\n" } })), /not enough memory/],
    [(page) => page.route(/\/api\/jobs\/\d+\/answer/, (route) => route.fulfill({ body: "nonsense" })), /could not be answered/],
  ];
  for (const [way, words] of ways) {
    const page = await opened("large.toml", way);
    await said(page, words);
    assert.match(await page.locator(".stale-note").innerText(), /Try again$/);
    await page.close();
  }
});

test("a page that cannot even begin says why", async () => {
  const ways: [string | RegExp, string][] = [
    [/\/api$/, "elmira.toml"],
    [/\/api\/files\/elmira/, "elmira.toml"],
    [/\/none/, "none.toml"],
  ];
  for (const [where, name] of ways) {
    const page = await opened(name, (one) => one.route(where, (route) => route.abort()));
    await page.locator("main [role=alert]", { hasText: "The server does not answer" }).waitFor(patience);
    await page.close();
  }
});

test("nothing was thrown", () => assert.deepEqual(wrong, []));
