// The right side: the page's sections as the engine last gave them, replaced one by one where they differ; or the brief.
import { reviveMarks } from "../page/marks.js";
import { Sections } from "../page/sections.js";
import { reviveTables } from "../page/tables.js";
import type { Fault } from "../editor/faults.js";
import { first } from "./adopt.js";
import { button, element } from "../page/element.js";
import { addExports } from "./exports.js";
import { isError, type Answered, type Turned } from "./live.js";
import { Working } from "./working.js";

/** Columns of a brief. */
const fewest = 40;
const most = 100;

export class AnswerView {
  readonly root = element("div", { class: "answer", id: "answer", tabindex: -1 });
  private readonly since = element("div", { class: "since", role: "status" });
  private readonly working = new Working(this.root);
  private readonly body = element("div", { class: "page-sections" });
  /** In place of the sections: the brief, or at first that there is nothing yet. */
  private readonly brief = element("div", { class: "brief" }, element("p", {}, "The answer comes here ..."));
  private readonly sections: Sections;
  private turned: Turned[] = [];

  constructor(
    choose: (state: number) => void,
    private readonly again: () => void,
  ) {
    this.root.append(element("div", { class: "answer-head" }, this.working.root, this.since), this.body, this.brief);
    const revive = (section: HTMLElement): void => {
      addExports(section);
      reviveTables(section);
      reviveMarks(section, choose);
    };
    this.sections = new Sections(this.body, revive, first);
  }

  begin(words: string): ReturnType<Working["begin"]> {
    return this.working.begin(words);
  }

  /** The sections of which some part is in the window. */
  inSight(): string[] {
    const sections = [...this.body.querySelectorAll<HTMLElement>(":scope > section[id]")];
    return sections.filter((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    }).map((one) => one.id);
  }

  /** How many letters of a brief fit beside one another, as far as the engine makes texts that narrow or wide. */
  columns(): number {
    const probe = element("span", {}, "0".repeat(fewest));
    const pre = element("pre", {}, probe);
    this.brief.append(pre);
    const { paddingLeft, paddingRight } = getComputedStyle(pre);
    const room = pre.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    const fit = Math.floor((room / probe.getBoundingClientRect().width) * fewest);
    pre.remove();
    return Math.min(Math.max(fit || most, fewest), most);
  }

  show(answered: Answered): void {
    const stale = answered.page === undefined && answered.brief === undefined;
    for (const part of [this.body, this.brief]) part.classList.toggle("stale", stale);
    if (answered.page) this.sections.show(answered.page.sections, answered.some);
    if (answered.brief) this.sections.show({});
    this.put(answered);
    this.turned = answered.since ?? this.turned;
    this.since.replaceChildren(...this.notes(answered));
    if (!stale) markTurned(this.body, this.turned);
  }

  /** The brief where it is one; nothing where there are sections, and an old one where nothing new is known. */
  private put({ page, brief, unable, faults }: Answered): void {
    if (brief) this.brief.replaceChildren(element("h2", {}, "The brief"), element("pre", { tabindex: 0 }, brief.text));
    else if (page || ((unable || faults) && !this.brief.querySelector("pre"))) this.brief.replaceChildren();
  }

  private get empty(): boolean {
    return this.body.childElementCount + this.brief.childElementCount === 0;
  }

  private notes(answered: Answered): HTMLElement[] {
    const errors = answered.faults?.filter(isError) ?? [];
    const last = this.empty ? "" : " What stands below is the last answer that could be given.";
    if (errors.length > 0) return [element("p", { class: "stale-note" }, `${faultsTold(errors)}${last}`)];
    if (answered.unable) return [element("p", { class: "stale-note" }, `${answered.unable}${last} `, button("Try again", this.again))];
    if (answered.brief) return [element("p", { class: "stale-note" }, answered.brief.why)];
    if (this.turned.length === 0) return [];
    const rows = this.turned.map((one) => element("li", {}, one.after === "" ? `No longer: ${one.before}` : one.after));
    return [element("h2", {}, "Changed since the last saved version"), element("ul", {}, ...rows)];
  }
}

/** How many faults there are, and in which files where the case has several. */
function faultsTold(errors: Fault[]): string {
  const what = errors.length === 1 ? "There is a fault in the case" : `There are ${errors.length} faults in the case`;
  const files = [...new Set(errors.map((fault) => fault.in ?? ""))];
  if (files.every((name) => name === "")) return `${what}, underlined on the left.`;
  return `${what}, underlined in ${files.map((name) => name || "its own text").join(" and in ")}.`;
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
