// The first case's page in Debian's chromium, from a file: what is there, what moves, and what is printed.
import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import type { Browser, Page } from "playwright-core";

import { entente, faults, firstCase, folder, launch, open, type Opened, overflows, printed, report, unfold } from "./opened.js";

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

const press = (page: Page, change: string) => async (): Promise<void> => {
  const one = page.locator(`button[data-change="${change}"]`).first();
  await one.evaluate((button) => {
    for (let fold = button.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  });
  await one.click();
};
/** Opens all that is folded. */
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

test("folded it is under ten screens: each part has its answer, and what it hangs on with its switches", async () => {
  await opened(async (page) => {
    const screens = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
    assert.ok(screens < 10, `${screens} screens`);
    assert.equal(await page.locator("main details[open]").count(), 0);
    const parts = page.locator("main > section:not(#in-short, #turns)");
    const silent = await parts.evaluateAll((all) => all.filter((one) => !one.querySelector("p.answer")?.textContent).map((one) => one.id));
    assert.deepEqual(silent, []);
    for (const id of ["heading", "settlement", "way", "stability"]) {
      assert.ok((await page.locator(`#hangs-${id} [data-conclusion]`).count()) > 0, id);
      assert.ok((await page.locator(`#hangs-${id} button[data-change]`).count()) > 0, id);
    }
  });
});

test("a wish has one number, in its picture and in its list", async () => {
  await opened(async (page) => {
    const numbers = await page.locator("#wishes details").evaluateAll((all) => all.map((one) => {
      const drawn = [...one.querySelectorAll("svg [data-assumption]")].map((mark) => [mark.getAttribute("data-assumption"), mark.querySelector("text")?.textContent]);
      const listed = drawn.map(([id]) => [id, String((document.getElementById(`assumption-${(id ?? "").replace(/\//g, "-")}`) as HTMLLIElement | null)?.value)]);
      return { drawn, listed };
    }));
    assert.ok(numbers.some((one) => one.drawn.length > 10));
    for (const { drawn, listed } of numbers) assert.deepEqual(listed, drawn);
  });
});

test("no word of the command line stands in the page", async () => {
  await opened(async (page) => {
    await unfold(page);
    assert.doesNotMatch(await page.locator("body").innerText(), /entente |--[a-z]|the program's verb/);
  });
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
        await unfold(page);
        assert.deepEqual(await faults(page), []);
        assert.ok((await overflows(page)) <= 0, "it scrolls sideways when open");
        await answered(page, press(page, prerequisite));
        assert.deepEqual(await faults(page), []);
        assert.ok((await overflows(page)) <= 0, "it scrolls sideways when switched");
      }, { viewport: { width, height }, colorScheme });
    });
  }
}

test("long names and those from right to left never scroll the page sideways", async () => {
  const names = readFileSync(firstCase, "utf8")
    .replace(/^name *= "Japan"$/m, 'name = "\u0648\u0632\u0627\u0631\u0629 \u0627\u0644\u062e\u0627\u0631\u062c\u064a\u0629"')
    .replace(/^name *= "Russia"$/m, `name = "${"W".repeat(90)}"`);
  assert.match(names, /W{90}/);
  assert.match(names, /\u0648/);
  writeFileSync(join(folder, "names.toml"), names);
  const page = report("names.html", join(folder, "names.toml"));
  for (const [width, height] of [[1280, 800], [640, 400], [390, 844]] as const) {
    await opened(async (narrow) => {
      assert.ok((await overflows(narrow)) <= 0, `at ${width}`);
      await unfold(narrow);
      assert.ok((await overflows(narrow)) <= 0, `at ${width} when open`);
    }, { viewport: { width, height } }, "", page);
  }
});

test("Japan's prerequisite off: islands change hands; undone, the page is as written", async (t) => {
  if (!carriesEngine) return t.skip("the page carries no engine: build/wasm/engine.wasm was not there");
  await opened(async (page) => {
    const written = await text(page);
    await answered(page, press(page, prerequisite));
    assert.match(await bar(page), /Japan/);
    assert.notEqual(await text(page), written);
    await page.locator("#what-if a[href='#in-short']").click();
    assert.match(await page.locator("#in-short").innerText(), /In the recommended one Japan gets Shikotan/);
    await page.locator("#what-if a[href='#settlement']").click();
    assert.match(await page.locator("#settlement .answer").innerText(), /24 settlements are accepted by both/);
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
    await unfold(page);
    const mark = page.locator("button[data-state]:not([disabled])").first();
    await answered(page, () => mark.click());
    assert.ok((await page.locator(".chosen").count()) > 0, "nothing is marked as chosen");
  });
});

test("what reads otherwise is marked where it stands, counted in the bar, and named in the contents", async (t) => {
  if (!carriesEngine) return t.skip("the page carries no engine: build/wasm/engine.wasm was not there");
  await opened(async (page) => {
    const contents = page.locator("nav.contents");
    const written = await contents.innerText();
    await answered(page, press(page, prerequisite));
    const marked = await page.locator("main > section .turned").count();
    assert.ok(marked > 10);
    assert.match(await bar(page), new RegExp(`${marked} places in ${await contents.locator("a.changed").count()} parts`));
    assert.match(await contents.innerText(), /Which settlements all would accept/);
    assert.ok((await page.locator("#hangs-settlement button[data-change]").count()) > 0, "what it hangs on is gone");
    for (const [width, height] of [[1280, 800], [1440, 900], [390, 844], [640, 400]] as const) {
      await page.setViewportSize({ width, height });
      const box = await page.locator("#what-if").boundingBox();
      assert.ok(box && box.height <= height * 0.2 + 1, `the bar takes ${box?.height} of ${height}`);
      const covered = await contents.evaluate((one) => getComputedStyle(one).position === "fixed" && one.getBoundingClientRect().bottom > (document.getElementById("what-if")?.getBoundingClientRect().top ?? 0) + 1);
      assert.ok(!covered, "the bar covers the contents");
    }
    await answered(page, () => page.keyboard.press("Control+z"));
    assert.equal(await contents.innerText(), written);
    assert.equal(await page.locator(".turned").count(), 0);
  });
});

test("a situation that is chosen leaves the pressed button where it is, with the focus", async (t) => {
  if (!carriesEngine) return t.skip("the page carries no engine: build/wasm/engine.wasm was not there");
  await opened(async (page) => {
    await page.locator("#more-situations > summary").click();
    const courses = page.locator("#situations button[data-course]:not([disabled])[aria-pressed='false']");
    for (let n = 0; n < 3; n += 1) {
      const course = (await courses.nth(n * 3).getAttribute("data-course")) ?? "";
      const one = page.locator(`button[data-course="${course}"]`);
      await one.scrollIntoViewIfNeeded();
      const before = (await one.boundingBox())?.y ?? 0;
      await answered(page, () => one.click());
      assert.ok(Math.abs(((await one.boundingBox())?.y ?? -99) - before) <= 2, `${course} moved`);
      assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.course), course);
      assert.equal(await one.getAttribute("aria-pressed"), "true");
    }
  });
});

test("Esc folds what the focus is in", async () => {
  await opened(async (page) => {
    await page.locator("#more-settlement > summary").click();
    await page.locator("#more-settlement a").first().focus();
    await page.keyboard.press("Escape");
    if ((await page.locator("#more-settlement[open]").count()) > 0) await page.keyboard.press("Escape");
    assert.equal(await page.locator("#more-settlement[open]").count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.parentElement?.id), "more-settlement");
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
    await unfold(page);
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

test("on paper: the first screen first, what is folded in short, what is open whole, and all of it where that is asked for", async () => {
  const sheets = async (page: Page): Promise<string[]> => (await printed(page, "A4")).split("\f").slice(0, -1);
  await opened(async (page) => {
    const folded = await sheets(page);
    assert.ok(folded.length <= 12, `${folded.length} pages`);
    assert.match(folded[0] ?? "", /In short[^]*What would change most/);
    assert.doesNotMatch(folded[0] ?? "", /Where it stands/);
    assert.doesNotMatch(folded.join(), /160 situations count as settlements/);
    await answered(page, press(page, prerequisite));
    await answered(page, () => page.keyboard.press("Control+z"));
    await page.evaluate(() => document.querySelector("#more-settlement")?.setAttribute("open", ""));
    const open = (await sheets(page)).join();
    assert.match(open, /160 situations count as settlements/);
    assert.doesNotMatch(open, /Nothing is switched/);
    await page.evaluate(() => {
      window.print = () => void (document.body.dataset.open = String(document.querySelectorAll("main details:not([open])").length));
    });
    await page.getByRole("button", { name: "Print all" }).click();
    assert.equal(await page.evaluate(() => document.body.dataset.open), "0");
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator("main details[open]").count(), 1);
  });
  await opened(async (page) => {
    assert.ok((await sheets(page)).length <= 12);
  }, { javaScriptEnabled: false });
});

test("tables are sorted and put back", async () => {
  await opened(async (page) => {
    await unfold(page);
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
