// The workbench as a newcomer uses it: open the first case, try, write, be told, save, compare, ask, export.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import type { Browser, Page } from "playwright-core";

import { faults, folder, launch, overflows, unfold } from "./opened.js";
import { openWorkbench, picture as pictured, serve, type Opened, type Serving } from "./serving.js";

const name = "northern-territories.toml";
const patience = { timeout: 30_000 };
let browser: Browser;
let serving: Serving;
let opened: Opened;
let page: Page;

before(async () => {
  browser = await launch();
  serving = await serve();
  opened = await openWorkbench(browser, serving.link);
  page = opened.page;
});
after(async () => {
  await browser.close();
  serving.server.kill("SIGTERM");
});

const onDisk = (): string => readFileSync(join(serving.folder, name), "utf8");
const bar = (): Promise<string> => page.locator(".what-if-words").innerText();
const note = (words: RegExp): Promise<void> => page.locator(".saved-note", { hasText: words }).waitFor(patience);
const prerequisite = 'button[data-change="drop japan/statement/1"]';
const section = (id: string) => page.locator(`.page-sections > section#${id}`);

const picture = (as: string): Promise<void> => pictured(page, as);

/** Types at the end of the text, as one piece. */
async function typeAtEnd(text: string): Promise<void> {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(text);
}

test("the start page shows the own cases and the library", async () => {
  await page.getByRole("link", { name }).waitFor(patience);
  assert.ok((await page.locator(".cards > li").count()) >= 8);
  await page.waitForFunction(() => [...document.querySelectorAll(".card-picture")].every((one) => one.querySelector("svg")), undefined, patience);
  assert.deepEqual(await faults(page), []);
  await picture("workbench-start");
});

test("the first case stands beside what comes of it", async () => {
  await page.getByRole("link", { name }).click();
  await section("standing").waitFor(patience);
  assert.match(await section("deterrence").innerText(), /fear of the answer/i);
  assert.match(await page.locator(".cm-content").innerText(), /format/);
  assert.deepEqual(await faults(page), []);
  await picture("workbench-case");
});

test("Japan's prerequisite is switched off, the islands that change hands are seen, and it is undone", async () => {
  await unfold(page, ".page-sections");
  const before = await section("stakes").innerText();
  await page.locator(prerequisite).click();
  await page.locator(".what-if-words", { hasText: "Suppose" }).waitFor(patience);
  assert.match(await bar(), /Japan gets Shikotan and the Habomais|Japan holds Shikotan and the Habomais/);
  await picture("workbench-switched");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.locator(".what-if-words", { hasText: "Nothing is tried" }).waitFor(patience);
  await page.waitForFunction((old) => (document.querySelector(".page-sections > section#stakes") as HTMLElement).innerText === old, before, patience);
});

test("a typo is told where it stands, and the last answer stays, greyed", async () => {
  await typeAtEnd('\n[[rule]]\nforbid = "japan.sing"\n');
  await page.locator(".cm-lintRange-error").first().waitFor(patience);
  await page.locator(".stale-note", { hasText: "fault" }).waitFor(patience);
  assert.match(await section("standing").innerText(), /Japan asks for all four islands/);
  assert.ok(await page.locator(".page-sections.stale").count());
  await picture("workbench-fault");
  await page.keyboard.press("Control+z");
  await page.locator(".stale-note").waitFor({ state: "detached", ...patience });
});

test("what was written is saved, by the keyboard", async () => {
  await typeAtEnd("\n# a note\n");
  await note(/^Not saved yet/);
  await page.keyboard.press("Control+s");
  await note(/^Saved/);
  assert.ok(onDisk().endsWith("# a note\n"));
});

test("what is tried is kept in the text, comments and all", async () => {
  const comments = onDisk().split("\n").filter((line) => line.trim().startsWith("#")).length;
  await unfold(page, ".page-sections");
  await page.locator(prerequisite).click();
  await page.locator(".what-if-words", { hasText: "Suppose" }).waitFor(patience);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await note(/^Written into the text/);
  await page.locator(".since", { hasText: "Changed since the last saved version" }).waitFor(patience);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await note(/^Saved/);
  assert.doesNotMatch(onDisk(), /joint.treaty in \{none, four\}/);
  const left = onDisk().split("\n").filter((line) => line.trim().startsWith("#")).length;
  assert.ok(left >= comments - 3, `${left} of ${comments} comments are left`);
});

test("revisions are compared by conclusions and restored", async () => {
  await page.getByRole("button", { name: "Revisions", exact: true }).click();
  await page.locator("dialog tbody tr").nth(1).waitFor(patience);
  await page.getByRole("button", { name: /^Compare/ }).last().click();
  await page.locator("dialog [role=status] li").first().waitFor(patience);
  await picture("workbench-revisions");
  await page.getByRole("button", { name: /^Restore/ }).last().click();
  await page.locator("dialog").waitFor({ state: "detached", ...patience });
  await note(/^Restored/);
  assert.match(onDisk(), /joint.treaty in \{none, four\}/);
});

const askedAndAnswered = async (question: RegExp): Promise<string> => {
  await page.locator(".asking").getByRole("button", { name: question }).click();
  await page.locator(".asking-answer").waitFor({ timeout: 60_000 });
  return page.locator(".asking-answer").innerText();
};
const closeAsking = (): Promise<void> => page.locator(".asking").getByRole("button", { name: "Close", exact: true }).click();

test("what would unlock the treaty is asked, and answered beside the page", async () => {
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  assert.match(await askedAndAnswered(/What would unlock/), /Japan|Russia/);
  await picture("workbench-asked");
  await closeAsking();
});

test("a verdict, a state of a picture and a waiver are asked about by a click", async () => {
  await unfold(page, ".page-sections");
  await section("stability").locator("td[data-party=japan][data-concept=seq]").first().click();
  assert.match(await askedAndAnswered(/Why would it last/), /Japan/);
  await closeAsking();
  await section("settlement").locator("[data-assumption]").first().click({ position: { x: 30, y: 40 } });
  assert.match(await askedAndAnswered(/What hangs on this assumption/), /WHAT HANGS ON THIS ASSUMPTION[^]*If /);
  await picture("workbench-asked-waiver");
  await page.locator(".asking").press("Escape");
});

test("by keyboard, anything that the answer shows can be chosen and asked about", async () => {
  await page.getByRole("button", { name: "Ask", exact: true }).press("Enter");
  await page.getByLabel("About").selectOption({ label: (await page.locator("#asking-about optgroup[label=Conclusions] option").first().innerText()).trim() });
  assert.match(await askedAndAnswered(/What does it rest on/), /WHAT THIS CONCLUSION RESTS ON[^]*(It hangs on|No single change|would fall)/);
  await page.getByLabel("About").focus();
  await page.getByLabel("About").selectOption({ index: 1 });
  assert.match(await askedAndAnswered(/Which way leads there/), /step|way|already/i);
  await closeAsking();
});

test("a change from outside is shown where nothing would be lost, and asked about where it would", async () => {
  writeFileSync(join(serving.folder, name), `${onDisk()}# outside\n`);
  await note(/^Changed outside/);
  await typeAtEnd("# mine\n");
  await note(/^Not saved yet/);
  writeFileSync(join(serving.folder, name), `${onDisk()}# again\n`);
  await note(/^Another program changed this file/);
  await page.keyboard.press("Control+s");
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await note(/^Saved/);
  assert.match(onDisk(), /# outside\n# mine\n$/);
});

test("the page is exported", async () => {
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), page.getByRole("button", { name: "Export the page", exact: true }).click()]);
  assert.equal(download.suggestedFilename(), "northern-territories.html");
  assert.match(readFileSync(await download.path(), "utf8"), /^<!doctype html>/);
});

test("a table and a picture are saved", async () => {
  await unfold(page, ".page-sections");
  const csv = page.locator(".exports button", { hasText: "Save as CSV" }).first();
  const [table] = await Promise.all([page.waitForEvent("download"), csv.click()]);
  assert.match(table.suggestedFilename(), /^northern-territories, .*\.csv$/);
  const png = page.locator(".exports button", { hasText: "Save as PNG" }).first();
  const [drawn] = await Promise.all([page.waitForEvent("download"), png.click()]);
  assert.match(drawn.suggestedFilename(), /^northern-territories, stakes\.png$/);
  assert.deepEqual([...readFileSync(await drawn.path()).subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
});

test("a new case is written in five steps", async () => {
  await page.getByRole("button", { name: "All cases", exact: true }).click();
  await page.getByRole("button", { name: "New case" }).click();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.locator(".wizard-fault", { hasText: "called" }).waitFor();
  await page.getByLabel("Title").fill("Bridge over the Oder");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByLabel("Party 1", { exact: true }).fill("North");
  await page.getByLabel("Party 2", { exact: true }).fill("South");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  for (const at of [0, 1]) await page.getByLabel("What it decides").nth(at).fill("Sign the contract");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  for (const whose of ["North", "South"]) await page.getByRole("button", { name: `Add a wish of ${whose}` }).click();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByRole("button", { name: "Add a condition" }).click();
  assert.deepEqual(await faults(page), []);
  await picture("workbench-wizard");
  await page.getByRole("button", { name: "Write the case" }).click();
  await section("standing").waitFor(patience);
  assert.match(readFileSync(join(serving.folder, "bridge-over-the-oder.toml"), "utf8"), /title = "Bridge over the Oder"/);
});

test("it fits a telephone, in the dark", async () => {
  const small = await openWorkbench(browser, new URL(`/#case=${name}`, page.url()).href, { viewport: { width: 390, height: 844 }, colorScheme: "dark", storageState: await page.context().storageState() });
  await small.page.locator(".page-sections > section#standing").waitFor(patience);
  assert.equal(await overflows(small.page), 0);
  assert.deepEqual(await faults(small.page), []);
  await small.page.screenshot({ path: join(process.env.ENTENTE_SHOTS ?? folder, "workbench-telephone.png") });
  assert.deepEqual(small.wrong, []);
});

test("nothing went wrong in the console", () => {
  // A conflict is an answer of the server's that the browser notes as a failed load.
  assert.deepEqual(opened.wrong.filter((line) => !/status of 409/.test(line)), []);
});
