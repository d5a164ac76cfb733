// Nothing that was written is lost: two windows, another program, a closed window, a restored revision, a failed import.
import assert from "node:assert/strict";
import { readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import type { Browser, BrowserContext, Page } from "playwright-core";

import { faults, launch } from "./opened.js";
import { openWorkbench, picture, serve, type Serving } from "./serving.js";

const name = "elmira.toml";
const patience = { timeout: 30_000 };
let browser: Browser;
let serving: Serving;
let context: BrowserContext;
let page: Page;
const wrong: string[] = [];

before(async () => {
  browser = await launch();
  serving = await serve("../cases/elmira.toml");
  const opened = await openWorkbench(browser, serving.link);
  page = opened.page;
  context = page.context();
  await openCase(page);
});
after(async () => {
  await browser.close();
  serving.server.kill("SIGTERM");
});

const file = (): string => join(serving.folder, name);
const onDisk = (): string => readFileSync(file(), "utf8");
const note = (on: Page, words: RegExp): Promise<void> => on.locator(".saved-note", { hasText: words }).waitFor(patience);
const press = (on: Page, words: string): Promise<void> => on.getByRole("button", { name: words, exact: true }).click();
const kept = (on: Page): Promise<number> => on.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("entente unsaved")).length);
const keptBecomes = (on: Page, n: number): Promise<unknown> =>
  on.waitForFunction((wanted) => Object.keys(localStorage).filter((key) => key.startsWith("entente unsaved")).length === wanted, n, patience);

async function openCase(on: Page): Promise<void> {
  on.on("pageerror", (fault) => wrong.push(String(fault)));
  on.on("dialog", (asked) => void asked.accept().catch(() => undefined));
  await on.goto(new URL(`/#case=${name}`, page.url()).href);
  await on.locator(".page-sections > section#standing").waitFor(patience);
}

async function anotherWindow(): Promise<Page> {
  const made = await context.newPage();
  await openCase(made);
  return made;
}

/** The end of the text: the editor has only those lines that are seen. */
async function text(on: Page): Promise<string> {
  const lines = on.locator(".cm-content");
  await on.waitForFunction(() => {
    const left = document.querySelector(".case > .left");
    left?.scrollTo(0, left.scrollHeight);
    return left && document.querySelector(".cm-content > .cm-line:last-child")?.textContent === "";
  }, undefined, patience);
  return lines.innerText();
}

/** Types at the end of the text, as one piece. */
async function typeAtEnd(on: Page, words: string): Promise<void> {
  await on.locator(".cm-content").focus();
  await on.keyboard.press("Control+End");
  await on.keyboard.insertText(words);
}

async function save(on: Page): Promise<void> {
  await on.keyboard.press("Control+s");
  await note(on, /^Saved\./);
}

/** How each revision came about, the last one first, and the text of one of them. */
async function revisions(): Promise<{ id: number; how: string }[]> {
  return page.evaluate(async (of) => ((await (await fetch(`/api/revisions?file=${of}`)).json()) as { revisions: { id: number; how: string }[] }).revisions, name);
}
const revision = (id: number): Promise<string> => page.evaluate(async (of) => (await fetch(`/api/revisions/${of}`)).text(), id);

test("a clean second window follows the saves of the first, and knows whose they are", async () => {
  const second = await anotherWindow();
  await typeAtEnd(page, "# of the first window\n");
  await save(page);
  await note(second, /^Saved in another window/);
  assert.match(await text(second), /# of the first window/);
  await second.locator(".cm-content").focus();
  await typeAtEnd(second, "# of the second\n");
  await save(second);
  await note(page, /^Saved in another window/);
  assert.match(onDisk(), /# of the first window\n# of the second\n$/);
  await second.close();
});

test("a save of another window is not called another program's where both have written", async () => {
  const second = await anotherWindow();
  await typeAtEnd(second, "# not saved\n");
  await note(second, /^Not saved yet/);
  await typeAtEnd(page, "# saved before\n");
  await save(page);
  await note(second, /^This case was saved in another window/);
  await typeAtEnd(second, "# typed on\n");
  await note(second, /^This case was saved in another window/);
  await second.keyboard.press("Control+s");
  await second.locator("dialog", { hasText: "It was saved in another window" }).waitFor(patience);
  assert.deepEqual(await faults(second), []);
  await picture(second, "workbench-conflict");
  await press(second, "Save mine over it");
  await note(second, /^Saved\./);
  await note(page, /^Saved in another window/);
  assert.match(onDisk(), /# not saved\n# typed on\n$/);
  await second.close();
});

test("taken from the file, mine is a revision all the same", async () => {
  await typeAtEnd(page, "# mine gives way\n");
  await note(page, /^Not saved yet/);
  writeFileSync(file(), `${onDisk()}# theirs\n`);
  await note(page, /^Another program changed this file/);
  await page.keyboard.press("Control+s");
  await page.locator("dialog", { hasText: "Another program changed it. Nothing is lost" }).waitFor(patience);
  await press(page, "Take what is in the file");
  await note(page, /kept under Revisions/);
  assert.match(await text(page), /# theirs/);
  assert.match(onDisk(), /# theirs\n$/);
  const all = await revisions();
  const mine = all.find((one) => one.how === "kept");
  assert.ok(mine);
  assert.match(await revision(mine.id), /# mine gives way\n$/);
  assert.ok((await Promise.all(all.map((one) => revision(one.id)))).some((one) => /# theirs\n$/.test(one)), "and so is theirs");
});

test("restoring keeps first what is not saved", async () => {
  await typeAtEnd(page, "# before it is restored\n");
  await note(page, /^Not saved yet/);
  await press(page, "Revisions");
  await page.locator("dialog", { hasText: "kept as a revision before" }).waitFor(patience);
  assert.deepEqual(await faults(page), []);
  await picture(page, "workbench-restoring");
  await page.getByRole("button", { name: /^Restore/ }).last().click();
  await note(page, /^Restored; what you had written is kept/);
  const last = (await revisions()).find((one) => one.how === "kept");
  assert.match(await revision(last?.id ?? 0), /# before it is restored\n$/);
  assert.doesNotMatch(onDisk(), /# of the first window/);
  assert.equal(await kept(page), 0);
});

test("what is undone to what is saved is not called unsaved", async () => {
  await typeAtEnd(page, "# undone\n");
  await note(page, /^Not saved yet/);
  await keptBecomes(page, 1);
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.querySelector(".saved-note")?.textContent === "", undefined, patience);
  await keptBecomes(page, 0);
});

test("undone to what is saved, a text that was changed meanwhile is shown", async () => {
  await typeAtEnd(page, "# undone again\n");
  await note(page, /^Not saved yet/);
  writeFileSync(file(), `${onDisk()}# meanwhile\n`);
  await note(page, /^Another program changed this file/);
  await page.keyboard.press("Control+z");
  await note(page, /^Changed outside/);
  assert.match(await text(page), /# meanwhile/);
});

test("a closed window's text is offered on return, shown beside the file, and taken up", async () => {
  const second = await anotherWindow();
  await typeAtEnd(second, "# in a window that is closed\n");
  await keptBecomes(second, 1);
  const third = await anotherWindow();
  assert.equal(await third.locator("dialog").count(), 0, "what a window still holds is not offered to another");
  await third.close();
  await second.close();
  const again = await anotherWindow();
  await again.locator("dialog", { hasText: "You had unsaved changes of elmira.toml" }).waitFor(patience);
  assert.match(await again.locator("dialog pre").innerText(), /\+ # in a window that is closed/);
  assert.doesNotMatch(await text(again), /# in a window that is closed/, "never by itself");
  assert.deepEqual(await faults(again), []);
  await picture(again, "workbench-unsaved");
  await press(again, "Decide later");
  await again.close();
  const later = await anotherWindow();
  await later.locator("dialog", { hasText: "You had unsaved changes" }).waitFor(patience);
  await press(later, "Take them up");
  await note(later, /^Taken up; not saved yet/);
  await save(later);
  assert.match(onDisk(), /# in a window that is closed\n$/);
  assert.equal(await kept(later), 0, "saved, it is kept no longer");
  await later.close();
});

test("taken up after the file was changed, it does not overwrite that", async () => {
  const second = await anotherWindow();
  await typeAtEnd(second, "# began before\n");
  await keptBecomes(second, 1);
  await second.close();
  await typeAtEnd(page, "# saved since\n");
  await save(page);
  const again = await anotherWindow();
  await again.locator("dialog", { hasText: "The file has been changed since they began" }).waitFor(patience);
  await press(again, "Take them up");
  await note(again, /^Taken up; not saved yet. The file was changed since/);
  await again.keyboard.press("Control+s");
  await again.locator("dialog", { hasText: "Nothing is lost" }).waitFor(patience);
  assert.match(onDisk(), /# saved since\n$/);
  await press(again, "Go on writing");
  await again.close();
});

test("discarded, it is gone", async () => {
  const again = await anotherWindow();
  await again.locator("dialog", { hasText: "You had unsaved changes" }).waitFor(patience);
  await press(again, "Discard");
  assert.equal(await kept(again), 0);
  assert.match(await text(again), /# saved since/);
  await again.close();
});

test("a browser that keeps nothing says so", async () => {
  for (const refuses of ["Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }", "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"]) {
    const second = await context.newPage();
    await second.addInitScript(refuses);
    await openCase(second);
    await typeAtEnd(second, "# kept nowhere\n");
    await note(second, /^Not saved yet, and this browser cannot keep it/);
    await second.close();
  }
});

test("of a file that was deleted a revision can be restored", async () => {
  unlinkSync(file());
  await note(page, /^This file was deleted/);
  await press(page, "Revisions");
  await page.getByRole("button", { name: /^Restore/ }).first().click();
  await note(page, /^Restored/);
  assert.match(onDisk(), /\n$/);
});

test("a file that was deleted is written anew by a save", async () => {
  unlinkSync(file());
  await note(page, /^This file was deleted/);
  await page.keyboard.press("Control+s");
  await page.locator("dialog", { hasText: "It was deleted since you opened it" }).waitFor(patience);
  await press(page, "Save mine over it");
  await note(page, /^Saved\./);
  assert.match(onDisk(), /# saved since\n$/);
});

test("a picture chosen for import is refused, and the start page stays", async () => {
  await press(page, "All cases");
  await page.locator(".cards > .card").first().waitFor(patience);
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xd]);
  const refused: [string, Buffer, RegExp][] = [
    ["photo.png", png, /'photo.png' was not imported. Only a case/],
    ["photo.toml", png, /something other than text/],
    ["photo.gmcr", png, /'photo.gmcr' was not imported/],
    ["large.toml", Buffer.alloc(9_000_000, "#"), /larger than the \d+ MB/],
  ];
  for (const [called, buffer, words] of refused) {
    await page.locator("input[type=file]").setInputFiles({ name: called, mimeType: "", buffer });
    await page.locator(".start-note", { hasText: words }).waitFor(patience);
    assert.ok((await page.locator(".cards > .card").count()) >= 8, "the library stays");
    assert.equal(await page.getByRole("link", { name, exact: true }).count(), 1);
  }
  assert.deepEqual(await faults(page), []);
  await picture(page, "workbench-refused");
  await page.locator("input[type=file]").setInputFiles({ name: "new.toml", mimeType: "", buffer: readFileSync(file()) });
  await page.locator(".page-sections > section#standing").waitFor(patience);
  assert.ok(readFileSync(join(serving.folder, "new.toml"), "utf8").endsWith("# saved since\n"));
});

test("nothing was thrown", () => assert.deepEqual(wrong, []));
