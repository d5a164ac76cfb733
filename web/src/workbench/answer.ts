// The right side: the page's sections as the engine last gave them, replaced one by one where they differ.
import { reviveMarks } from "../page/marks.js";
import { Sections } from "../page/sections.js";
import { reviveTables } from "../page/tables.js";
import { first } from "./adopt.js";
import { element } from "../page/element.js";
import { addExports } from "./exports.js";
import { isError, type Answered, type Turned } from "./live.js";

export class AnswerView {
  readonly root = element("div", { class: "answer", id: "answer", tabindex: -1 });
  private readonly since = element("div", { class: "since", role: "status" });
  private readonly body = element("div", { class: "page-sections" });
  private readonly sections: Sections;
  private turned: Turned[] = [];

  constructor(choose: (state: number) => void) {
    this.root.append(this.since, this.body);
    const revive = (section: HTMLElement): void => {
      addExports(section);
      reviveTables(section);
      reviveMarks(section, choose);
    };
    this.sections = new Sections(this.body, revive, first);
  }

  /** The sections of which some part is in the window. */
  inSight(): string[] {
    const sections = [...this.body.querySelectorAll<HTMLElement>(":scope > section[id]")];
    return sections.filter((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    }).map((one) => one.id);
  }

  show(answered: Answered): void {
    const stale = answered.page === undefined;
    this.body.classList.toggle("stale", stale);
    if (answered.page) this.sections.show(answered.page.sections, answered.some);
    this.turned = answered.since ?? this.turned;
    this.since.replaceChildren(...this.notes(answered));
    if (!stale) markTurned(this.body, this.turned);
  }

  private notes(answered: Answered): HTMLElement[] {
    const errors = answered.faults?.filter(isError).length ?? 0;
    if (errors > 0) {
      const what = errors === 1 ? "There is a fault in the case" : `There are ${errors} faults in the case`;
      return [element("p", { class: "stale-note" }, `${what}, underlined on the left. What stands below is the last answer that could be given.`)];
    }
    if (answered.unable) return [element("p", { class: "stale-note" }, answered.unable)];
    if (this.turned.length === 0) return [];
    const rows = this.turned.map((one) => element("li", {}, one.after === "" ? `No longer: ${one.before}` : one.after));
    return [element("h2", {}, "Changed since the last saved version"), element("ul", {}, ...rows)];
  }
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
