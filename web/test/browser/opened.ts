// Opens pages that the program wrote in Debian's chromium, and keeps what goes wrong in them.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const program = process.env.ENTENTE ?? "../build/optimised/entente";
export const firstCase = process.env.ENTENTE_CASE ?? "../cases/northern-territories.toml";
export const folder = mkdtempSync(join(tmpdir(), "entente-page-"));

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...flags, ...quiet] });
}

export function entente(...words: string[]): string {
  return execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 26 });
}

/** The page of a case, written; its path. */
export function report(name: string, from: string, ...words: string[]): string {
  const file = join(folder, name);
  entente("report", from, "-o", file, ...words);
  return file;
}

export interface Opened {
  page: Page;
  /** Console errors and warnings, exceptions, and requests to anywhere but the page itself. */
  wrong: string[];
  close: () => Promise<void>;
}

export async function open(browser: Browser, file: string, options: BrowserContextOptions = {}, before = ""): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const wrong: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) wrong.push(message.text());
  });
  page.on("pageerror", (fault) => wrong.push(String(fault)));
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address && !request.url().startsWith("blob:")) wrong.push(`request: ${request.url()}`);
  });
  if (before !== "") await page.addInitScript(before);
  await page.goto(address);
  return { page, wrong, close: () => context.close() };
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds, one line a rule with the first of its places. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Found = { violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] };
    const run = (globalThis as unknown as { axe: { run: (on: Document) => Promise<Found> } }).axe;
    const found = await run.run(document);
    return found.violations.map((one) => {
      const node = one.nodes[0];
      return `${one.id}: ${one.help}: ${one.nodes.length} times, first ${node?.target.join(" ")}: ${node?.failureSummary ?? ""}`;
    });
  });
}

/** Whether the page itself is wider than the window. */
export function overflows(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Opens what is folded within, for what stands in it to be pressed. */
export function unfold(page: Page, within = "body"): Promise<void> {
  return page.evaluate((start) => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>(`${start} details`)) fold.open = true;
  }, within);
}

/** The text of the page on paper. */
export async function printed(page: Page, format: "A4" | "Letter"): Promise<string> {
  const path = join(folder, `${format}.pdf`);
  await page.pdf({ path, format, preferCSSPageSize: false });
  return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
}
