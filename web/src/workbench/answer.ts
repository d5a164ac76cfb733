// The right side: the page's sections as the engine last gave them, replaced one by one where they differ.
import { reviveMarks } from "../page/marks.js";
import { reviveTables } from "../page/tables.js";
import { put } from "./adopt.js";
import { element } from "./element.js";
import { addExports } from "./exports.js";
import type { Answered, Turned } from "./live.js";

export class AnswerView {
  readonly root = element("div", { class: "answer", id: "answer", tabindex: -1 });
  private readonly since = element("div", { class: "since", role: "status" });
  private readonly sections = element("div", { class: "page-sections" });
  private readonly shown = new Map<string, { html: string; node: HTMLElement }>();

  constructor(private readonly choose: (state: number) => void) {
    this.root.append(this.since, this.sections);
  }

  show(answered: Answered): void {
    const stale = answered.page === undefined;
    this.sections.classList.toggle("stale", stale);
    this.sections.toggleAttribute("aria-busy", false);
    if (answered.page) this.replace(answered.page.sections);
    this.since.replaceChildren(...this.notes(answered));
    if (!stale) markTurned(this.sections, answered.since);
  }

  private notes(answered: Answered): HTMLElement[] {
    const errors = answered.faults.filter((fault) => fault.severity === "error").length;
    if (errors > 0) {
      const what = errors === 1 ? "There is a fault in the case" : `There are ${errors} faults in the case`;
      return [element("p", { class: "stale-note" }, `${what}, underlined on the left. What stands below is the last answer that could be given.`)];
    }
    if (answered.unable) return [element("p", { class: "stale-note" }, answered.unable)];
    if (answered.since.length === 0) return [];
    const rows = answered.since.map((one) => element("li", {}, one.after === "" ? `No longer: ${one.before}` : one.after));
    return [element("h2", {}, "Changed since the last saved version"), element("ul", {}, ...rows)];
  }

  /** Only what differs is replaced, so that scrolling, folding and focus stay where they can. */
  private replace(sections: Record<string, string>): void {
    const focused = document.activeElement?.id;
    let before: HTMLElement | undefined;
    for (const [id, html] of Object.entries(sections)) {
      before = this.place(id, html, before);
    }
    for (const [id, old] of this.shown) {
      if (!(id in sections)) {
        old.node.remove();
        this.shown.delete(id);
      }
    }
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
  }

  private place(id: string, html: string, before: HTMLElement | undefined): HTMLElement {
    const old = this.shown.get(id);
    const node = old?.node ?? element("div", { class: "page-section", "data-section": id });
    // What a change does not touch comes empty, and stays as it stands.
    if (html !== "" && old?.html !== html) {
      const open = openFolds(node);
      put(node, html);
      addExports(node);
      reviveTables(node);
      reviveMarks(node, this.choose);
      for (const fold of open) node.querySelector(`details#${CSS.escape(fold)}`)?.setAttribute("open", "");
      this.shown.set(id, { html, node });
    }
    const wanted = before ? before.nextSibling : this.sections.firstChild;
    if (node !== wanted) this.sections.insertBefore(node, wanted);
    return node;
  }
}

function openFolds(node: HTMLElement): string[] {
  return [...node.querySelectorAll("details[open][id]")].map((fold) => fold.id);
}

function markTurned(sections: HTMLElement, turned: Turned[]): void {
  const ids = new Set(turned.map((one) => one.id));
  for (const marked of sections.querySelectorAll<HTMLElement>("[data-conclusion]")) {
    const now = ids.has(marked.dataset.conclusion ?? "");
    marked.classList.toggle("turned", now);
    if (now) marked.title = "Otherwise than in the last saved version";
    else if (marked.title === "Otherwise than in the last saved version") marked.removeAttribute("title");
  }
}
