// Starts the workbench on a folder of its own and opens it in the browser, as the one who ran it would.
import { spawn, type ChildProcess } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import type { Browser, BrowserContextOptions, Page } from "playwright-core";

import { firstCase, folder as shots, program } from "./opened.js";

export interface Serving {
  folder: string;
  server: ChildProcess;
  link: string;
}

/** These cases in a folder, the first one alone where none are named, served on a free port. */
export async function serve(...cases: string[]): Promise<Serving> {
  const folder = mkdtempSync(join(tmpdir(), "entente-workbench-"));
  for (const one of cases.length > 0 ? cases : [firstCase]) copyFileSync(one, join(folder, basename(one)));
  const server = spawn(program, ["serve", folder], { stdio: ["ignore", "pipe", "pipe"] });
  const link = await new Promise<string>((resolve, reject) => {
    let told = "";
    const hear = (piece: Buffer): void => {
      told += piece.toString();
      const found = /http:\/\/\S+/.exec(told);
      if (found) resolve(found[0]);
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.on("exit", () => reject(new Error(`the server ended: ${told}`)));
  });
  return { folder, server, link };
}

export interface Opened {
  page: Page;
  /** Console errors and exceptions. */
  wrong: string[];
}

export async function openWorkbench(browser: Browser, link: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  page.on("pageerror", (fault) => wrong.push(String(fault)));
  await page.goto(link);
  await page.locator("#app > *").first().waitFor({ timeout: 30_000 }); // the link leads on to the workbench by itself
  return { page, wrong };
}

/** The window as it is, to be looked at. */
export async function picture(page: Page, as: string): Promise<void> {
  const at = process.env.ENTENTE_SHOTS ?? shots;
  mkdirSync(at, { recursive: true });
  await page.screenshot({ path: join(at, `${as}.png`) });
}
