// Nothing that is typed while the server or the engine answers is lost: saves, conflicts, restored revisions, what is tried.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import type { Browser, Page } from "playwright-core";

import { launch } from "./opened.js";
import { openWorkbench, serve, type Serving } from "./serving.js";

const name = "elmira.toml";
const patience = { timeout: 30_000 };
let browser: Browser;
let serving: Serving;
let page: Page;
let wrong: string[];

before(async () => {
  browser = await launch();
  serving = await serve("../cases/elmira.toml");
  ({ page, wrong } = await openWorkbench(browser, serving.link));
  await openCase();
});
after(async () => {
  await browser.close();
  serving.server.kill("SIGTERM");
});

const file = (): string => join(serving.folder, name);
const onDisk = (): string => readFileSync(file(), "utf8");
const note = (words: RegExp): Promise<void> => page.locator(".saved-note", { hasText: words }).waitFor(patience);
const press = (words: string): Promise<void> => page.getByRole("button", { name: words, exact: true }).click();
const etag = (): Promise<string> => page.evaluate(async (of) => (await fetch(`/api/files/${of}`)).headers.get("ETag") ?? "", name);
const drafts = (): Promise<string[]> => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("entente unsaved")).map(([, text]) => String(text)));

/** The file's revision, once it is another than this one. */
async function savedSince(old: string): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const now = await etag();
    if (now !== old) return now;
    assert.ok(tries < 500, "it is not saved");
    await page.waitForTimeout(10);
  }
}

/** Waits until what was typed during the save is kept as what began from this revision. */
async function keptFrom(revision: string): Promise<void> {
  const so = async (): Promise<boolean> => (await drafts()).some((one) => one.includes("during the save") && one.includes(revision.replace(/"/g, "")));
  for (let tries = 0; !(await so()); tries += 1) {
    assert.ok(tries < 500, "it is not kept");
    await page.waitForTimeout(10);
  }
}

async function openCase(): Promise<void> {
  await page.goto(new URL(`/#case=${name}`, page.url()).href);
  await page.locator(".page-sections > section#standing").waitFor(patience);
}

async function typeAtEnd(words: string): Promise<void> {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(words);
}

async function unsaved(words: string): Promise<void> {
  await typeAtEnd(words);
  await note(/^Not saved yet/);
}

/** The next request of this kind waits until `meanwhile` has been done. */
async function during(method: string, path: RegExp, begin: () => Promise<unknown>, meanwhile: () => Promise<unknown>): Promise<void> {
  let come = (): void => undefined;
  const came = new Promise<void>((resolve) => (come = resolve));
  let go = (): void => undefined;
  const gone = new Promise<void>((resolve) => (go = resolve));
  let first = true;
  await page.route(path, async (route) => {
    if (!first || route.request().method() !== method) return route.fallback();
    first = false;
    come();
    await gone;
    await route.continue();
  });
  await begin();
  await came;
  await meanwhile();
  go();
}

/** The texts of all revisions, the last one first. */
async function revisions(): Promise<string[]> {
  return page.evaluate(async (of) => {
    const { revisions: all } = (await (await fetch(`/api/revisions?file=${of}`)).json()) as { revisions: { id: number }[] };
    return Promise.all(all.map(async ({ id }) => (await fetch(`/api/revisions/${id}`)).text()));
  }, name);
}

const isRevision = async (end: string): Promise<void> => assert.ok((await revisions()).some((one) => one.endsWith(end)), `${end} is in no revision`);
const ctrlS = (): Promise<void> => page.keyboard.press("Control+s");
const saving = /\/api\/files\/elmira\.toml$/;
const keeping = /\/api\/revisions\?file=/;

test("what is typed during a save stays kept in the browser", async () => {
  await unsaved("# saved\n");
  const old = await etag();
  await during("PUT", saving, ctrlS, async () => {
    await typeAtEnd("# typed during the save\n");
    await keptFrom(old);
  });
  await note(/^Not saved yet/);
  await keptFrom(await savedSince(old));
  assert.match(onDisk(), /# saved\n$/);
  await ctrlS();
  await note(/^Saved\./);
  assert.deepEqual(await drafts(), []);
});

test("what is typed before the file's text is taken is a revision", async () => {
  await unsaved("# at the save\n");
  writeFileSync(file(), `${onDisk()}# theirs\n`);
  await note(/^Another program changed this file/);
  await during("PUT", saving, ctrlS, () => typeAtEnd("# during the save\n"));
  await page.locator("dialog", { hasText: "Nothing is lost" }).waitFor(patience);
  await during("POST", keeping, () => press("Take what is in the file"), () => typeAtEnd("# while that was kept\n"));
  await note(/kept under Revisions/);
  await isRevision("# at the save\n");
  await isRevision("# at the save\n# during the save\n# while that was kept\n");
  assert.match(onDisk(), /# theirs\n$/);
});

test("a save that waited for that one does not write over the text that was taken", async () => {
  await unsaved("# saved twice\n");
  writeFileSync(file(), `${onDisk()}# theirs again\n`);
  await note(/^Another program changed this file/);
  await during("PUT", saving, ctrlS, async () => {
    await typeAtEnd("# for the second save\n");
    await ctrlS();
  });
  await page.locator("dialog", { hasText: "Nothing is lost" }).waitFor(patience);
  await press("Take what is in the file");
  await note(/^Saved\./);
  assert.match(onDisk(), /# theirs again\n$/);
  await isRevision("# for the second save\n");
});

test("what is typed while a revision is restored is a revision", async () => {
  await press("Revisions");
  const restore = (): Promise<void> => page.getByRole("button", { name: /^Restore/ }).last().click();
  await during("GET", saving, restore, () => typeAtEnd("# while it was restored\n"));
  await note(/^Restored; what you had written is kept/);
  await isRevision("# while it was restored\n");
  assert.doesNotMatch(onDisk(), /# theirs/);
  assert.deepEqual(await drafts(), []);
});

test("what is typed before what is tried is written into the text stays", async () => {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>(".page-sections details")) fold.open = true;
  });
  await page.locator("button[data-change]").first().click();
  await page.getByRole("button", { name: "Keep", exact: true, disabled: false }).waitFor(patience);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+End");
  await page.evaluate(() => {
    [...document.querySelectorAll("button")].find((one) => one.textContent === "Keep")?.click();
    document.execCommand("insertText", false, "# meanwhile");
  });
  await note(/^Not written into the text, because you went on/);
  await press("Keep");
  await note(/^Written into the text/);
  await ctrlS();
  await note(/^Saved\./);
  assert.match(onDisk(), /# meanwhile/);
});

test("a file with the line ends of Windows is not unsaved when it is opened, and keeps them", async () => {
  writeFileSync(file(), onDisk().replace(/\n/g, "\r\n"));
  await note(/^Changed outside/);
  await page.reload();
  await page.locator(".page-sections > section#standing").waitFor(patience);
  writeFileSync(file(), `${onDisk()}# theirs\r\n`);
  await note(/^Changed outside/);
  await unsaved("# mine\n");
  await ctrlS();
  await note(/^Saved\./);
  assert.match(onDisk(), /# theirs\r\n# mine\r\n$/);
  assert.doesNotMatch(onDisk(), /[^\r]\n/);
});

test("nothing was thrown", () => assert.deepEqual(wrong.filter((one) => !/409|412/.test(one)), []));
