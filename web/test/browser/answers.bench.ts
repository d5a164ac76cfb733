// How long people wait: from a switch of the page to the new verdict, and from a keystroke in the workbench to the new
// analysis, in milliseconds of the browser's own clock; the middle one and the slowest of so many.
import type { Page } from "playwright-core";

import { firstCase, launch, open, report } from "./opened.js";
import { openWorkbench, serve } from "./serving.js";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

const rounds = Number(process.env.ENTENTE_ROUNDS ?? "20");
const patience = { timeout: 30_000 };

/** From the next event of a kind to the first and to the last change under `where` before it is quiet. */
async function waited(page: Page, event: string, where: string, act: () => Promise<void>): Promise<{ first: number; last: number }> {
  await page.evaluate(
    ([kind, place]) => {
      const seen = { begun: 0, first: 0, last: 0 };
      (globalThis as unknown as { seen: typeof seen }).seen = seen;
      document.addEventListener(kind as string, () => (seen.begun ||= performance.now()), { capture: true, once: true });
      const watch = new MutationObserver(() => {
        if (seen.begun === 0) return;
        seen.first ||= performance.now();
        seen.last = performance.now();
      });
      const at = document.querySelector(place as string);
      if (!at) throw new Error(`nothing at ${place}`);
      watch.observe(at, { childList: true, subtree: true, characterData: true });
    },
    [event, where],
  );
  await act();
  await page.waitForFunction(() => {
    const { first, last } = (globalThis as unknown as { seen: { first: number; last: number } }).seen;
    return first > 0 && performance.now() - last > 700;
  }, undefined, patience);
  return page.evaluate(() => {
    const { begun, first, last } = (globalThis as unknown as { seen: { begun: number; first: number; last: number } }).seen;
    return { first: first - begun, last: last - begun };
  });
}

function told(name: string, all: number[]): void {
  const sorted = [...all].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  console.log(`${name.padEnd(58)} ${middle.toFixed(0).padStart(6)} ${(sorted.at(-1) ?? 0).toFixed(0).padStart(7)}`);
}

async function repeated(name: string, firsts: string, lasts: string, one: () => Promise<{ first: number; last: number }>): Promise<void> {
  await one();
  const all = [];
  for (let round = 0; round < rounds; round += 1) all.push(await one());
  told(`${name}: ${firsts}`, all.map((times) => times.first));
  told(`${name}: ${lasts}`, all.map((times) => times.last));
}

const browser = await launch();
console.log(`milliseconds, ${rounds} times each`.padEnd(57), " middle slowest");

const paper = await open(browser, report("bench.html", firstCase));
const change = 'button[data-change="drop japan/statement/1"]';
await paper.page.locator(change).first().waitFor(patience);
const switched = (place: string) => waited(paper.page, "click", place, () => paper.page.locator(change).first().click());
await repeated("page, a switch", "the verdict in the bar", "the last word in the bar", () => switched("#what-if"));
await repeated("page, a switch", "the first section", "the last section", () => switched("main"));
await paper.close();

const serving = await serve();
const { page } = await openWorkbench(browser, serving.link);
await page.getByRole("link", { name: basename(firstCase) }).click();
await page.locator(".page-sections > section#standing").waitFor(patience);
const line = readFileSync(firstCase, "utf8").split("\n").findIndex((text) => /^\s*demand\s*= true/.test(text));
await page.locator(".page-sections > section#settlement").evaluate((one) => one.scrollIntoView());
await page.locator(".cm-content").focus();
await page.keyboard.press("Control+Home");
for (let down = 0; down < line; down += 1) await page.keyboard.press("ArrowDown");
await page.keyboard.press("Home");
let off = false;
await repeated("workbench, a keystroke", "what is looked at", "the last section", () => {
  off = !off;
  return waited(page, "keydown", ".page-sections", () => page.keyboard.press(off ? "#" : "Backspace"));
});
serving.server.kill("SIGTERM");
await browser.close();
