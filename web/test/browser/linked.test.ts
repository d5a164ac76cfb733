// A case that links others in the workbench: its parts are edited beside it, kept in their own files, and come with it.
import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import type { Browser, Page } from "playwright-core";

import { faults, launch, overflows, unfold } from "./opened.js";
import { openWorkbench, picture, serve, type Serving } from "./serving.js";

const whole = "japan-russia-2016.toml";
const treaty = "northern-territories.toml";
const korea = "north-korea-pressure.toml";
const library = (name: string): string => readFileSync(join("../cases", name), "utf8");
const patience = { timeout: 120_000 };
let browser: Browser;
let serving: Serving;
let page: Page;
let wrong: string[];
const confirmed: string[] = [];

before(async () => {
  browser = await launch();
  serving = await serve("../cases/elmira.toml");
  ({ page, wrong } = await openWorkbench(browser, serving.link));
  page.on("dialog", (asked) => {
    confirmed.push(asked.message());
    void asked.accept().catch(() => undefined);
  });
});
after(async () => {
  await browser.close();
  serving.server.kill("SIGTERM");
});

const at = (name: string): string => join(serving.folder, name);
const onDisk = (name: string): string => readFileSync(at(name), "utf8");
const note = (words: RegExp): Promise<void> => page.locator(".saved-note", { hasText: words }).waitFor(patience);
const tab = (name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) });
const brief = (words: RegExp): Promise<void> => page.locator(".brief:not(.stale) pre", { hasText: words }).waitFor(patience);
const told = (words: RegExp): Promise<void> => page.locator(".start-note", { hasText: words }).waitFor(patience);

async function typeAtEnd(text: string): Promise<void> {
  await page.locator(".file-text:not([hidden]) .cm-content").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(text);
}

/** Files as if they were dropped on the start page. */
async function drop(...files: { name: string; text: string }[]): Promise<void> {
  await page.goto(new URL("/#", page.url()).href);
  await page.locator(".start").waitFor(patience);
  await page.locator("input[type=file]").setInputFiles(files.map(({ name, text }) => ({ name, mimeType: "application/toml", buffer: Buffer.from(text) })));
}

/** One dispute over one thing: each party can do its share, and would rather leave it to the other. */
const share = (id: string, title: string): string => `# ${id} - a comment that stays
format = 1
title = "${title}"

[agreement]
when = "north.${id} and south.${id}"

[[party]]
id = "north"
name = "North"

  [[party.option]]
  id = "${id}"
  name = "${title}"
  labels = ["leaves ${id} alone", "cares for ${id}"]

  [[party.preference]]
  id = "other"                     # another comment
  statement = "south.${id}"

  [[party.preference]]
  id = "own"
  statement = "not north.${id}"

[[party]]
id = "south"
name = "South"

  [[party.option]]
  id = "${id}"
  name = "${title}"
  labels = ["leaves ${id} to North", "shares in ${id}"]

  [[party.preference]]
  statement = "north.${id}"

  [[party.preference]]
  statement = "not south.${id}"
`;

const both = `format = 1
title = "A river and a road"

[[include]]
case = "river.toml"
as = "river"
[[include]]
case = "road.toml"
as = "road"

[[link]]
party = "north"
id = "road-for-river"
statement = "river.south.river implies road.north.road"
place = "first"

[agreement]
when = "river.agreement and road.agreement"
needs = ["north", "south"]
`;

const river = share("river", "Clean the river");
const road = share("road", "Mend the road");
const section = (id: string) => page.locator(`.page-sections:not(.stale) > section#${id}`);

test("a linked case of the library is taken with its parts", async () => {
  await page.getByRole("button", { name: "Japan and Russia in April 2016: the treaty, and North Korea", exact: true }).click();
  await tab(korea).waitFor(patience);
  assert.deepEqual(await page.getByRole("tab").allInnerTexts(), [whole, treaty, korea]);
  await brief(/96 settlements are accepted by both/);
  for (const name of [whole, treaty, korea]) assert.equal(onDisk(name), library(name));
  assert.deepEqual(await faults(page), []);
  await picture(page, "workbench-linked");
});

test("what is typed in a part changes what comes of the whole, and is saved in its own file", async () => {
  await tab(korea).click();
  const typed = '[[rule]]\nforbid = "joint.talks"\n';
  await typeAtEnd(typed);
  await note(/^Not saved yet/);
  await page.locator('[role="tab"]', { hasText: "not saved" }).waitFor(patience);
  await page.waitForFunction(() => /SETTLEMENT/.test(document.querySelector(".brief:not(.stale) pre")?.textContent ?? "") && !/96 settlements are accepted/.test(document.querySelector(".brief pre")?.textContent ?? ""), undefined, patience);
  await picture(page, "workbench-linked-part");
  assert.equal(onDisk(korea), library(korea));
  await page.keyboard.press("Control+s");
  await note(/^Saved\./);
  assert.ok(onDisk(korea).startsWith(library(korea)));
  assert.equal(onDisk(korea).slice(library(korea).length), typed);
  for (const name of [whole, treaty]) assert.equal(onDisk(name), library(name));
});

test("a part has undo and revisions of its own", async () => {
  await typeAtEnd("# of the part\n");
  await tab(whole).click();
  await typeAtEnd("# of the whole\n");
  await page.keyboard.press("Control+z");
  await page.locator('[role="tab"]', { hasText: new RegExp(`^${whole}$`) }).waitFor(patience);
  await tab(korea).click();
  assert.equal(await page.locator('[role="tab"]', { hasText: "not saved" }).count(), 1);
  await page.getByRole("button", { name: "Revisions", exact: true }).click();
  await page.locator("dialog h2", { hasText: korea }).waitFor(patience);
  await page.getByRole("button", { name: /^Restore/ }).last().click();
  await note(/^Restored/);
  assert.equal(onDisk(korea), library(korea));
  await brief(/96 settlements are accepted by both/);
});

test("taking it again overwrites nothing, and says which name is taken", async () => {
  await page.getByRole("button", { name: "All cases", exact: true }).click();
  await page.getByRole("button", { name: /the treaty, and North Korea$/ }).click();
  await brief(/96 settlements/);
  writeFileSync(at(korea), `${library(korea)}# mine\n`);
  rmSync(at(whole));
  await page.getByRole("button", { name: "All cases", exact: true }).click();
  await page.locator(".start").waitFor(patience);
  await page.getByRole("button", { name: /the treaty, and North Korea$/ }).click();
  await told(/^Not opened\. There is a file of this name already, with another text: 'north-korea-pressure\.toml'\. Nothing was written\./);
  assert.equal(existsSync(at(whole)), false);
  assert.equal(onDisk(korea), `${library(korea)}# mine\n`);
});

test("a linked case that comes without a part says which is missing and where it should stand", async () => {
  await drop({ name: "both.toml", text: both });
  await page.locator(".missing-files", { hasText: "'river.toml' is missing: put it into" }).waitFor(patience);
  assert.match(await page.locator(".missing-files").innerText(), new RegExp(`'road.toml' is missing: put it into ${serving.folder}`));
  await picture(page, "workbench-linked-missing");
  writeFileSync(at("river.toml"), river);
  await tab("river.toml").waitFor(patience);
  writeFileSync(at("road.toml"), road);
  await section("standing").waitFor(patience);
  assert.equal(await page.locator(".missing-files").innerText(), "");
  assert.deepEqual(await page.getByRole("tab").allInnerTexts(), ["both.toml", "river.toml", "road.toml"]);
});

test("files that link one another come together, or not at all", async () => {
  for (const name of ["both.toml", "river.toml", "road.toml"]) rmSync(at(name));
  writeFileSync(at("road.toml"), "# another\n");
  const all = [{ name: "both.toml", text: both }, { name: "river.toml", text: river }, { name: "road.toml", text: road }];
  await drop(...all);
  await told(/'both\.toml' was not imported\. .*another text: 'road\.toml'\. Nothing was written\./);
  assert.equal(existsSync(at("river.toml")), false);
  rmSync(at("road.toml"));
  await drop(...all);
  await section("standing").waitFor(patience);
  assert.equal(onDisk("road.toml"), road);
});

test("a fault in a part is shown in that part, and the last answer stays", async () => {
  await tab("road.toml").click();
  await typeAtEnd('[[rule]]\nforbid = "north.raod"\n');
  await page.locator(".stale-note", { hasText: "There is a fault in the case, underlined in road.toml." }).waitFor(patience);
  await page.locator(".file-text:not([hidden]) .cm-lintRange-error", { hasText: "north.raod" }).waitFor(patience);
  await page.getByRole("tab", { name: "road.toml not saved, 1 fault" }).waitFor(patience);
  await picture(page, "workbench-linked-fault");
  await tab("river.toml").click();
  assert.equal(await page.locator(".file-text:not([hidden]) .cm-lintRange-error").count(), 0);
  await tab("road.toml").click();
  await page.locator(".file-text:not([hidden]) .cm-content").focus();
  await page.keyboard.press("Control+z");
  await page.locator(".stale-note").waitFor({ state: "detached", ...patience });
});

test("what became different since the last saved version is told of parts, too", async () => {
  await typeAtEnd('[[rule]]\nforbid = "north.road"\n');
  await page.locator(".since", { hasText: "Changed since the last saved version" }).waitFor(patience);
});

test("parts that are not saved are counted, and offered again", async () => {
  await tab("river.toml").click();
  await typeAtEnd("# neither\n");
  await page.getByRole("button", { name: "All cases", exact: true }).click();
  await page.getByRole("link", { name: "both.toml" }).click();
  assert.match(confirmed.join("\n"), /What you wrote in 2 files is not saved\./);
  await page.locator("dialog", { hasText: "You had unsaved changes of river.toml" }).waitFor(patience);
  await page.getByRole("button", { name: "Discard", exact: true }).click();
  await page.locator("dialog", { hasText: "You had unsaved changes of road.toml" }).waitFor(patience);
  await page.getByRole("button", { name: "Take them up", exact: true }).click();
  await tab("road.toml").click();
  await note(/^Taken up; not saved yet/);
  await page.locator(".since", { hasText: "Changed since the last saved version" }).waitFor(patience);
});

test("a part that another program changes is asked about where something would be lost, and followed where not", async () => {
  writeFileSync(at("road.toml"), `${road}# theirs\n`);
  await note(/^Another program changed this file/);
  await tab("river.toml").click();
  writeFileSync(at("river.toml"), `${river}# outside\n`);
  await note(/^Changed outside/);
  await page.keyboard.press("Control+s");
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await note(/^road\.toml: Saved\./);
  assert.match(onDisk("road.toml"), /forbid = "north\.road"\n$/);
  assert.equal(onDisk("river.toml"), `${river}# outside\n`);
});

test("what is tried with a wish of a part is written into that part's file, comments and all", async () => {
  for (const [name, text] of [["river.toml", river], ["road.toml", road]] as const) {
    await tab(name).click();
    writeFileSync(at(name), text);
    await note(/^Changed outside/);
  }
  await page.locator('button[data-change="drop north/statement/3"]').first().waitFor({ ...patience, state: "attached" });
  await unfold(page, ".page-sections");
  await page.locator('button[data-change="drop north/statement/3"]').first().click();
  await page.locator(".what-if-words", { hasText: "Suppose" }).waitFor(patience);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await note(/^river\.toml: Written into the text; not saved yet\./);
  await page.keyboard.press("Control+s");
  await note(/^river\.toml: Saved\./);
  assert.equal(onDisk("river.toml"), river.replace('  [[party.preference]]\n  id = "own"\n  statement = "not north.river"\n\n', ""));
  assert.deepEqual([onDisk("both.toml"), onDisk("road.toml")], [both, road]);
});

test("what no file can say is not written, and stays tried", async () => {
  await page.locator('button[data-change="drop north/statement/1"]').first().waitFor({ ...patience, state: "attached" });
  await unfold(page, ".page-sections");
  await page.locator('button[data-change="swap north/statement/2"]').first().click();
  await page.locator(".what-if-words", { hasText: "Suppose" }).waitFor(patience);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await note(/cannot be written into the files as they stand/);
  await page.getByRole("button", { name: "As written", exact: true }).click();
  await page.locator(".what-if-words", { hasText: "Nothing is tried" }).waitFor(patience);
  assert.equal(await page.locator('[role="tab"]', { hasText: "not saved" }).count(), 0);
});

test("by keyboard, and on a telephone in the dark", async () => {
  await tab("river.toml").click();
  await tab("river.toml").press("ArrowRight");
  await page.locator('[role="tab"][aria-selected="true"]', { hasText: "road.toml" }).waitFor(patience);
  const state = await page.context().storageState();
  const small = await openWorkbench(browser, new URL("/#case=both.toml", page.url()).href, { viewport: { width: 390, height: 844 }, colorScheme: "dark", storageState: state });
  await small.page.locator(".page-sections > section#standing").waitFor(patience);
  await small.page.getByRole("tab", { name: "river.toml" }).click();
  assert.equal(await overflows(small.page), 0);
  assert.deepEqual(await faults(small.page), []);
  await picture(small.page, "workbench-linked-telephone");
  assert.deepEqual(small.wrong, []);
});

test("nothing went wrong in the console", () => assert.deepEqual(wrong.filter((line) => !/status of (404|409)/.test(line)), []));
