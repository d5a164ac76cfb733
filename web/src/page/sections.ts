// The page's sections: those that an answer has otherwise are replaced, and marked where they read otherwise; what is unfolded, in focus and in
// sight stays.
import { markDifferent } from "./different.js";

export class Sections {
  private readonly written = new Map<string, string>();
  private readonly plainly = new Map<string, string>();
  /** What stands there now, as it was given and as the browser writes it. */
  private readonly given = new Map<string, string>();
  private readonly shown = new Map<string, string>();

  /** `revived` is told each section that was put in, for its controls to come alive; `parse` reads the engine's HTML. */
  constructor(
    private readonly main: HTMLElement,
    private readonly revived: (section: HTMLElement) => void,
    private readonly parse: (html: string) => HTMLElement | null = parsed,
  ) {
    for (const section of this.main.querySelectorAll<HTMLElement>(":scope > section[id]")) {
      this.written.set(section.id, section.outerHTML);
      this.plainly.set(section.id, withoutStaying(section));
      this.shown.set(section.id, withoutStaying(section));
    }
  }

  /** The parts that read otherwise than as written. */
  changed(): HTMLElement[] {
    return [...this.main.querySelectorAll<HTMLElement>(":scope > section[id]")].filter((one) => one.querySelector(".turned") !== null);
  }

  /** The page as it was written. */
  restore(): void {
    this.show(Object.fromEntries(this.written));
  }

  /** All sections that there are now; with `some` these are not all, and only what stands there is replaced. */
  show(sections: Record<string, string>, some = false): void {
    const place = new Place();
    let before: Element | null = null;
    for (const [id, html] of Object.entries(sections)) {
      if (some && !this.shown.has(id)) continue;
      const now: Element | null = this.put(id, html, before);
      before = now ?? before;
    }
    for (const id of [...this.shown.keys()]) {
      if (some || id in sections) continue;
      this.section(id)?.remove();
      this.shown.delete(id);
      this.given.delete(id);
    }
    place.restore();
  }

  private section(id: string): HTMLElement | null {
    return this.main.querySelector<HTMLElement>(`:scope > section#${CSS.escape(id)}`);
  }

  private put(id: string, html: string, before: Element | null): Element | null {
    const old = this.section(id);
    if (old && this.given.get(id) === html) return old;
    this.given.set(id, html);
    const made = this.parse(html);
    if (!made) return old;
    const plain = withoutStaying(made);
    if (old && this.shown.get(id) === plain) return old;
    this.shown.set(id, plain);
    unfold(made, old);
    keepStaying(made, old);
    if (plain !== this.plainly.get(id) && this.written.size > 0) markDifferent(made, this.parse(this.written.get(id) ?? ""));
    if (old) old.replaceWith(made);
    else if (before) before.after(made);
    else this.main.prepend(made);
    this.revived(made);
    return made;
  }
}

/** The engine's own HTML, in which every word of the case is escaped. */
function parsed(html: string): HTMLElement | null {
  const template = document.createElement("template");
  template.innerHTML = html;
  const first = template.content.firstElementChild;
  return first instanceof HTMLElement ? first : null;
}

/** What tells of the case as written stays as it stands, whatever is switched. */
const staying = ":scope > .stays";

function withoutStaying(section: HTMLElement): string {
  const copy = section.cloneNode(true) as HTMLElement;
  copy.querySelector(staying)?.remove();
  return copy.outerHTML;
}

function keepStaying(made: HTMLElement, old: HTMLElement | null): void {
  const kept = old?.querySelector(staying);
  const own = made.querySelector(staying);
  if (!kept || (own && own.textContent !== kept.textContent)) return;
  own?.remove();
  made.append(kept);
}

function unfold(made: HTMLElement, old: HTMLElement | null): void {
  const open = new Set([...(old?.querySelectorAll<HTMLDetailsElement>("details[open]") ?? [])].map(nameOf));
  const closed = new Set([...(old?.querySelectorAll<HTMLDetailsElement>("details:not([open])") ?? [])].map(nameOf));
  for (const fold of made.querySelectorAll<HTMLDetailsElement>("details")) {
    if (open.has(nameOf(fold))) fold.open = true;
    else if (closed.has(nameOf(fold))) fold.open = false;
  }
}

function nameOf(fold: HTMLDetailsElement): string {
  return fold.id || (fold.querySelector("summary")?.textContent ?? "");
}

/** Where the reader is: what has the focus, and how far down it is seen. */
class Place {
  private readonly focused: HTMLElement | SVGElement | undefined;
  private readonly selector: string | undefined;
  private readonly top: number | undefined;

  constructor() {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement || focused instanceof SVGElement) || focused === document.body) return;
    this.focused = focused;
    this.selector = selectorOf(focused);
    this.top = focused.getBoundingClientRect().top;
  }

  restore(): void {
    if (this.focused === undefined || this.top === undefined) return;
    const found = this.focused.isConnected ? this.focused : this.selector === undefined ? null : document.querySelector<HTMLElement>(this.selector);
    if (!found) return;
    if (document.activeElement !== found) found.focus({ preventScroll: true });
    const moved = found.getBoundingClientRect().top - this.top;
    if (Math.abs(moved) > 1 && !found.closest("#what-if")) window.scrollBy({ top: moved, behavior: "instant" });
  }
}

/** Words for the same thing in the section that will replace its own. */
function selectorOf(focused: HTMLElement | SVGElement): string | undefined {
  if (focused.id !== "") return `#${CSS.escape(focused.id)}`;
  const within = focused.closest("section[id]");
  const start = within ? `#${CSS.escape(within.id)} ` : "";
  for (const name of ["data-change", "data-course", "data-state", "data-sort", "href"]) {
    const value = focused.getAttribute(name);
    if (value !== null) return `${start}${focused.localName}[${name}="${CSS.escape(value)}"]`;
  }
  const fold = focused.closest("details[id]");
  return focused.localName === "summary" && fold ? `#${CSS.escape(fold.id)} > summary` : undefined;
}
