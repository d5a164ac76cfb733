// The first case's page in Debian's chromium, from a file: what is there, what moves, and what is printed.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { after, before, test } from "node:test";

import type { Browser, Page } from "playwright-core";

import { entente, faults, firstCase, launch, open, overflows, printed, report, type Opened } from "./opened.js";

const prerequisite = "drop japan/statement/1";
let browser: Browser;
let file = "";
/** A program built before the WebAssembly was writes pages that look single changes up. */
let carriesEngine = false;

before(async () => {
  browser = await launch();
  file = report("page.html", firstCase);
  carriesEngine = /id="page-engine"[^>]*>[\w+/]{1000}/.test(readFileSync(file, "utf8"));
});
after(async () => browser.close());

/** Opens the page, and sees afterwards that nothing went wrong in it and nothing was requested. */
async function opened(use: (page: Page) => Promise<void>, options: Parameters<typeof open>[2] = {}, prelude = "", of = file): Promise<void> {
  const one: Opened = await open(browser, of, options, prelude);
  try {
    await use(one.page);
    assert.deepEqual(one.wrong, []);
  } finally {
    await one.close();
  }
}

/** Presses something and waits until its answer stands on the page. */
async function answered(page: Page, press: () => Promise<void>): Promise<void> {
  const count = (): Promise<number> => page.evaluate(() => performance.getEntriesByName("page").length);
  const old = await count();
  await press();
  await page.waitForFunction((n) => performance.getEntriesByName("page").length > n, old, { timeout: 20000 });
}

const press = (page: Page, change: string) => () => page.locator(`button[data-change="${change}"]`).first().click();
const bar = (page: Page): Promise<string> => page.locator("#what-if .what-if-words").innerText();
const text = (page: Page): Promise<string> => page.locator("main").innerText();

test("it is one file of a reasonable size", () => {
  assert.ok(statSync(file).size < 2.8e6, `${statSync(file).size} bytes`);
});

test("each picture is there and labelled", async () => {
  await opened(async (page) => {
    const pictures = await page.locator("main svg").evaluateAll((all) =>
      all.map((one) => ({
        title: one.querySelector(":scope > title")?.textContent?.trim() ?? "",
        label: one.getAttribute("aria-label") ?? one.getAttribute("aria-labelledby") ?? "",
        marks: one.querySelectorAll("path, rect, circle, line, text").length,
        height: one.getBoundingClientRect().height,
      })),
    );
    assert.ok(pictures.length >= 1, "no picture");
    for (const one of pictures) {
      assert.ok(one.title !== "" && one.label !== "" && one.marks > 2, JSON.stringify(one));
    }
  });
});

/** What `--short` says, a sentence an item, on one line each. */
function inShort(from: string): string[] {
  const told = entente("analyze", from, "--short").split("\n- ").slice(1);
  return told.map((line) => line.replace(/\s+/g, " ").trim());
}

test("the first screen has the date, the five sentences, who holds what, and the switches that change most", async () => {
  await opened(async (page) => {
    assert.equal(await page.locator("h1").innerText(), "Japan-Russia peace treaty, 15 April 2016");
    const lines = (await page.locator("#in-short li").allInnerTexts()).map((line) => line.replace(/\s+/g, " ").trim());
    assert.equal(lines.length, 5);
    assert.deepEqual(lines, inShort(firstCase));
    const islands = await page.locator("#in-short svg").innerText().catch(() => page.locator("#in-short svg").textContent());
    assert.match(islands ?? "", /Shikotan/);
    const turns = page.locator("#turns li");
    assert.equal(await turns.count(), 3);
    assert.match(await turns.first().innerText(), /^Japan sets aside its condition.*Japan gets Shikotan and the Habomais/s);
    for (const [width, height, screens] of [[1280, 800, 1], [390, 844, 2.05]] as const) {
      await page.setViewportSize({ width, height });
      const end = await page.locator("#turns").evaluate((one) => one.getBoundingClientRect().bottom + scrollY);
      assert.ok(end <= height * screens, `${end} of ${height}`);
    }
  });
});

test("the first screen of any case", async () => {
  for (const name of ["prisoners-dilemma", "garrison", "elmira"]) {
    const from = firstCase.replace(/[^/]*$/, `${name}.toml`);
    await opened(async (page) => {
      const lines = (await page.locator("#in-short li").allInnerTexts()).map((line) => line.replace(/\s+/g, " ").trim());
      assert.deepEqual(lines, inShort(from));
      assert.ok((await page.locator("#turns button[data-change]").count()) >= 2);
      assert.ok((await overflows(page)) <= 0);
    }, {}, "", report(`${name}.html`, from));
  }
});

test("headings are in order and each part has its own", async () => {
  await opened(async (page) => {
    const levels = await page.locator("h1, h2, h3, h4, h5").evaluateAll((all) => all.map((one) => Number(one.localName.slice(1))));
    assert.equal(levels.filter((one) => one === 1).length, 1);
    levels.forEach((level, n) => assert.ok(level <= (levels[n - 1] ?? 0) + 1, `h${level} after h${levels[n - 1]}`));
    const nameless = await page.locator("main > section").evaluateAll((all) => all.filter((one) => !one.querySelector("h2")).map((one) => one.id));
    assert.deepEqual(nameless, []);
    const dead = await page.locator("a[href^='#']").evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? "").filter((to) => !document.getElementById(decodeURIComponent(to.slice(1)))));
    assert.deepEqual(dead, []);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const [width, height] of [[1280, 800], [390, 844]] as const) {
    test(`axe-core finds nothing at ${width}x${height}, ${colorScheme}`, async () => {
      await opened(async (page) => {
        assert.deepEqual(await faults(page), []);
        assert.ok((await overflows(page)) <= 0, "it scrolls sideways");
        await answered(page, press(page, prerequisite));
        assert.deepEqual(await faults(page), []);
        assert.ok((await overflows(page)) <= 0, "it scrolls sideways when switched");
      }, { viewport: { width, height }, colorScheme });
    });
  }
}

test("Japan's prerequisite off: islands change hands; undone, the page is as written", async (t) => {
  if (!carriesEngine) return t.skip("the page carries no engine: build/wasm/engine.wasm was not there");
  await opened(async (page) => {
    const written = await text(page);
    await answered(page, press(page, prerequisite));
    assert.match(await bar(page), /Japan/);
    assert.notEqual(await text(page), written);
    await page.locator("#what-if a[href='#settlement']").click();
    assert.match(await page.locator("#settlement").innerText(), /Japan gets Shikotan/);
    assert.equal(await page.locator(`button[data-change="${prerequisite}"]`).first().getAttribute("aria-pressed"), "true");
    await answered(page, () => page.getByRole("button", { name: "Undo" }).click());
    assert.equal(await text(page), written);
    await answered(page, () => page.getByRole("button", { name: "Redo" }).click());
    assert.notEqual(await text(page), written);
    await answered(page, () => page.getByRole("button", { name: "As written" }).click());
    assert.equal(await text(page), written);
  });
});

test("several switches, and a situation to look at", async (t) => {
  if (!carriesEngine) return t.skip("the page carries no engine: build/wasm/engine.wasm was not there");
  await opened(async (page) => {
    await answered(page, press(page, prerequisite));
    const one = await bar(page);
    await answered(page, press(page, "drop us/statement/1"));
    assert.notEqual(await bar(page), one);
    const mark = page.locator("button[data-state]:not([disabled])").first();
    await answered(page, () => mark.click());
    assert.ok((await page.locator(".chosen").count()) > 0, "nothing is marked as chosen");
  });
});

test("by the keyboard alone", async () => {
  await opened(async (page) => {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.className), "skip");
    await page.keyboard.press("Enter");
    for (let n = 0; n < 600; n += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((change) => (document.activeElement as HTMLElement).dataset.change === change, prerequisite)) break;
    }
    await answered(page, () => page.keyboard.press("Space"));
    const focused = (): Promise<string | undefined> => page.evaluate(() => (document.activeElement as HTMLElement).dataset.change);
    assert.equal(await focused(), prerequisite);
    await answered(page, () => page.keyboard.press("Control+z"));
    assert.equal(await focused(), prerequisite);
    assert.match(await bar(page), /Nothing is switched/);
  });
});

test("without WebAssembly single changes are looked up", async () => {
  await opened(async (page) => {
    const written = await text(page);
    await answered(page, press(page, prerequisite));
    assert.match(await bar(page), /Shikotan|two islands/);
    await answered(page, press(page, "drop us/statement/1"));
    assert.match(await bar(page), /WebAssembly/);
    await answered(page, () => page.getByRole("button", { name: "As written" }).click());
    assert.equal(await text(page), written);
  }, {}, "delete globalThis.WebAssembly");
});

test("without JavaScript all of it can be read, and nothing is offered that does not work", async () => {
  await opened(async (page) => {
    assert.equal(await page.locator("button:visible").count(), 0);
    assert.ok((await page.locator("main > section h2").count()) > 5);
    assert.ok((await overflows(page)) <= 0);
  }, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
});

test("on paper the brief is whole and in order", async () => {
  const flat = (words: string): string => words.replace(/\s+/g, "").toUpperCase();
  await opened(async (page) => {
    const headings = await page.locator("main h2").allInnerTexts();
    assert.ok(headings.length > 8);
    for (const format of ["A4", "Letter"] as const) {
      const paper = flat(await printed(page, format));
      let at = 0;
      for (const heading of headings) {
        const found = paper.indexOf(flat(heading), at);
        assert.ok(found >= 0, `'${heading}' is not on ${format} after the part before it`);
        at = found + flat(heading).length;
      }
    }
    const first = entente("analyze", firstCase).split("WHERE IT STANDS")[1]?.split(".")[0] ?? "?";
    assert.ok(flat(await printed(page, "A4")).includes(flat(first)), first);
  });
});

test("tables are sorted and put back", async () => {
  await opened(async (page) => {
    const sorts = page.locator("table.sortable button.sort");
    assert.ok((await sorts.count()) > 0, "no table can be sorted");
    const table = page.locator("table.sortable", { has: page.locator("button.sort") }).first();
    const written = await table.innerText();
    const first = table.locator("button.sort").first();
    await first.click();
    assert.equal(await table.locator("th[aria-sort='ascending']").count(), 1);
    await first.click();
    await first.click();
    assert.equal(await table.innerText(), written);
  });
});

test("a redacted page says so, carries no engine, and can be read", async () => {
  const redacted = report("redacted.html", firstCase, "--redact");
  await opened(async (page) => {
    assert.match(await page.locator("body").innerText(), /left out/i);
    assert.equal(await page.locator("#page-engine").count(), 0);
    assert.equal(await page.locator("button[data-change]:visible").count(), 0);
    assert.deepEqual(await faults(page), []);
  }, {}, "", redacted);
});
