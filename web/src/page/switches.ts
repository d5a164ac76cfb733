// The switches of the page: what is pressed is asked of the engine, and the sections that come out otherwise are shown.
import { Trail } from "./history.js";
import { Latest } from "./latest.js";
import type { Ask } from "./asker.js";
import { Bar } from "./bar.js";
import type { Page, PageData } from "./data.js";
import { Sections } from "./sections.js";
import { escaped, known } from "./singles.js";
import { assumptionOf, asWritten, chosen, same, switched, type Tried } from "./tried.js";

interface Marked {
  element: HTMLElement;
  text: string;
}

export class Switches {
  private readonly trail = new Trail<Tried>(asWritten, same);
  private readonly bar: Bar;
  private readonly sections: Sections;
  private readonly latest: Latest<Tried>;
  private replaced: Marked[] = [];

  constructor(
    main: HTMLElement,
    private readonly data: PageData,
    private readonly engine: Promise<Ask | undefined>,
    revive: (section: HTMLElement) => void,
    private readonly follow: (changed: readonly HTMLElement[]) => void,
  ) {
    this.bar = new Bar(main, {
      undo: () => this.show(this.trail.undo()),
      redo: () => this.show(this.trail.redo()),
      reset: () => this.go(asWritten),
    });
    this.sections = new Sections(main, revive);
    this.latest = new Latest((tried, outdated) => this.answer(tried, outdated));
    main.addEventListener("click", (event) => this.pressed(event));
    // The first answer takes several times as long as the next: nobody has to wait for it.
    void engine.then((ask) => ask?.(this.request(asWritten))).catch(() => undefined);
  }

  /** Looks at a situation, with what is switched. */
  choose(state: number): void {
    this.go(chosen(this.trail.now, state));
  }

  /** Puts the pressed look on the switches of a section just made. */
  press(within: ParentNode): void {
    const { changes, state } = this.trail.now;
    for (const one of within.querySelectorAll<HTMLElement>("button[data-change]")) {
      const change = one.dataset.change ?? "";
      one.setAttribute("aria-pressed", String(changes.includes(change)));
      const on = changes.some((other) => assumptionOf(other) === assumptionOf(change));
      one.closest("[data-assumption]")?.classList.toggle("switched", on);
    }
    for (const mark of within.querySelectorAll(".chosen")) mark.classList.remove("chosen");
    if (state === undefined) return;
    for (const mark of within.querySelectorAll(`[data-state="${state}"]`)) mark.classList.add("chosen");
  }

  private pressed(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    const one = target?.closest<HTMLElement>("button[data-change]");
    if (one?.dataset.change) this.go(switched(this.trail.now, one.dataset.change));
  }

  private go(tried: Tried): void {
    performance.mark("switched");
    this.trail.go(tried);
    this.show(tried);
  }

  private show(tried: Tried): void {
    this.bar.busy();
    this.latest.ask(tried);
  }

  private async answer(tried: Tried, outdated: () => boolean): Promise<void> {
    const html = await this.answered(tried, outdated);
    if (html === undefined) return;
    this.press(document);
    const changed = this.sections.changed();
    this.tell(tried, html, changed);
    this.follow(changed);
    this.bar.idle();
    performance.measure("page", "switched");
  }

  private tell(tried: Tried, html: string, changed: HTMLElement[] = []): void {
    this.bar.show({ canUndo: this.trail.canUndo, canRedo: this.trail.canRedo, tried: !same(tried, asWritten) }, html, changed);
  }

  /** What the bar says then; nothing where something else was asked meanwhile. */
  private async answered(tried: Tried, outdated: () => boolean): Promise<string | undefined> {
    this.putBack();
    if (same(tried, asWritten)) {
      this.sections.restore();
      return "<p>Nothing is switched: the page is as it was written.</p>";
    }
    const ask = await this.engine;
    if (!ask) return this.lookedUp(tried);
    // What changed is told first; the sections, most of the work, come when it can be read.
    const verdict = await ask({ ...this.request(tried), bar_alone: true });
    if (verdict.status !== 0) return `<p>So changed, the case cannot be analysed: ${escaped(verdict.err.trim())}</p>`;
    if (outdated()) return undefined;
    this.press(document);
    this.tell(tried, (verdict.out as Page).bar);
    performance.measure("verdict", "switched");
    const reply = await ask(this.request(tried));
    if (outdated() || reply.status !== 0) return undefined;
    const page = reply.out as Page;
    this.sections.show(page.sections);
    return page.bar;
  }

  private request({ changes, state }: Tried): Record<string, unknown> {
    const request = { verb: "page", name: this.data.name, case: this.data.case, changes, ...this.data.asked };
    return state === undefined ? request : { ...request, state };
  }

  private lookedUp(tried: Tried): string {
    if (!this.data.singles || tried.changes.length === 0) {
      return "<p>To look at another situation takes the engine, which this browser cannot run (it has no WebAssembly).</p>";
    }
    const { html, now } = known(this.data.singles, tried.changes, wordsOf);
    for (const element of document.querySelectorAll<HTMLElement>("[data-conclusion]")) {
      const sentence = now.get(element.dataset.conclusion ?? "");
      if (sentence === undefined || element.closest("svg")) continue;
      this.replaced.push({ element, text: element.innerHTML });
      element.textContent = sentence === "" ? `No longer so: ${element.textContent}` : sentence;
      element.classList.add("turned");
    }
    return html;
  }

  private putBack(): void {
    for (const { element, text } of this.replaced) {
      element.innerHTML = text;
      element.classList.remove("turned");
    }
    this.replaced = [];
  }
}

/** A change in the words of its own switch. */
function wordsOf(change: string): string {
  const own = `button[data-change="${CSS.escape(change)}"]`;
  const found = document.querySelector<HTMLElement>(`[role='group'] ${own}`) ?? document.querySelector<HTMLElement>(own);
  const words = found?.getAttribute("aria-label") || found?.textContent?.trim() || change;
  const about = found?.closest("[role='group']")?.getAttribute("aria-label");
  return about ? `${about}: ${words}` : words;
}
