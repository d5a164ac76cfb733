// One case open: its files on the left, the living answer on the right, what is tried without typing below.
import type { Fault } from "../editor/faults.js";
import { AnswerView } from "./answer.js";
import { sentence } from "./api.js";
import { Asking, type Run } from "./asking.js";
import type { CaseText } from "./caseText.js";
import type { Engines } from "./engines.js";
import { FileTabs } from "./fileTabs.js";
import { button, element } from "../page/element.js";
import { Trail } from "../page/history.js";
import { Live, type Answered, type Question, type Work } from "./live.js";
import { asWritten, chosen, same, switched, type Tried } from "../page/tried.js";
import { subjectOf, subjectsIn, type Named } from "./subject.js";
import { WhatIf } from "./whatIf.js";
import { asked, sameWritten, type Written } from "./written.js";

const overtaken = "Not written into the text, because you went on changing the case meanwhile. Press Keep again to write it.";

export interface CaseActions {
  engines: Engines;
  run: Run;
  /** The case as it is, and as it was last saved. */
  written: () => { now: Written; saved: Written };
  save: () => void;
  revisions: (of: CaseText) => void;
  exportPage: () => void;
  home: () => void;
}

export class CaseView {
  readonly root = element("div", { class: "case" });
  private readonly files: FileTabs;
  private readonly answer = new AnswerView(
    (state) => this.go(chosen(this.trail.now, state)),
    () => this.live.again(),
  );
  private readonly live: Live;
  private readonly asking: Asking;
  private readonly trail = new Trail<Tried>(asWritten, same);
  private readonly whatIf: WhatIf;
  private readonly note = element("span", { class: "saved-note", role: "status" });
  private all: CaseText[];

  constructor(
    private readonly whole: CaseText,
    private readonly actions: CaseActions,
  ) {
    this.all = [whole];
    this.files = new FileTabs(whole, () => this.told(this.shown));
    this.live = new Live(actions.engines, {
      show: (answered) => this.show(answered),
      begin: (words) => this.begin(words),
      inSight: () => this.answer.inSight(),
      columns: () => this.answer.columns(),
    });
    const right = element("main", { class: "right", id: "main", "aria-label": "What comes of it" }, this.answer.root);
    this.whatIf = new WhatIf({
      undo: () => this.try(() => this.trail.undo()),
      redo: () => this.try(() => this.trail.redo()),
      reset: () => this.go(asWritten),
      keep: () => void this.keep().catch((fault: unknown) => whole.tell(`Not written into the text. ${sentence(fault)}`)),
    });
    this.whatIf.show(this.trail, undefined);
    this.root.append(this.header(), this.files.root, right, this.whatIf.root);
    this.asking = new Asking(this.root, actions.run);
    right.addEventListener("click", (event) => this.clicked(event));
  }

  get tried(): Tried {
    return this.trail.now;
  }
  /** The file that is shown. */
  get shown(): CaseText {
    return this.files.shown;
  }

  /** The case's own file first, then those that it includes; and what is said of those that are not there. */
  showFiles(all: CaseText[], missing: string[]): void {
    this.all = all;
    this.files.show(all, missing);
    this.told(this.shown);
  }

  /** What is said of a file last is what is shown of all of them. */
  told(of: CaseText): void {
    const whose = of === this.shown || of.said === "" ? "" : `${of.name}: `;
    this.note.textContent = whose + of.said;
    this.files.mark();
  }

  /** Long work about this case, shown where its answer is. */
  begin(words: string): Work {
    return this.answer.begin(words);
  }

  /** What comes of the case as it is now. */
  question(): void {
    const { changes, state } = this.trail.now;
    const { now, saved } = this.actions.written();
    this.live.question({ ...now, changes, state, saved: saved.text, savedBeside: saved.beside });
  }

  /** It is shown no longer. */
  end(): void {
    this.live.end();
  }

  private header(): HTMLElement {
    return element(
      "header",
      { class: "case-head" },
      button("All cases", () => this.actions.home()),
      element("h1", { class: "file-name" }, this.whole.name),
      button("Save", () => this.actions.save(), { class: "primary", "aria-keyshortcuts": "Control+S" }),
      button("Revisions", () => this.actions.revisions(this.shown)),
      button("Export the page", () => this.actions.exportPage()),
      button("Ask", () => this.ask(undefined)),
      this.note,
    );
  }

  private show(answered: Answered): void {
    if (answered.faults) this.showFaults(answered.question, answered.faults);
    this.answer.show(answered);
    this.whatIf.show(this.trail, answered.page, answered.brief !== undefined);
  }

  /** Each in the file where it stands, as long as that has the text that was asked about. */
  private showFaults({ text, beside = [] }: Question, faults: Fault[]): void {
    for (const file of this.all) {
      const part = file !== this.whole;
      const asked = part ? beside[beside.indexOf(file.name) + 1] : text;
      if (asked === file.text) file.showFaults(faults.filter((fault) => fault.in === (part ? file.name : undefined)));
    }
    this.files.mark();
  }

  private try(step: () => void): void {
    step();
    this.whatIf.show(this.trail, undefined);
    this.question();
  }

  private go(next: Tried): void {
    this.try(() => this.trail.go(next));
  }

  /** A switch of the page, a situation chosen in it, or something to ask about. */
  private clicked(event: Event): void {
    if (!(event.target instanceof Element)) return;
    const pressed = event.target.closest<HTMLElement>("button[data-change], button[data-state]");
    if (pressed?.dataset.change) return this.go(switched(this.trail.now, pressed.dataset.change));
    if (pressed?.dataset.state) return this.go(chosen(this.trail.now, Number(pressed.dataset.state)));
    if (event.target.closest("a, button, input, select, summary, label")) return;
    const subject = subjectOf(event.target);
    if (subject) this.ask(subject);
  }

  private ask(clicked: Named | undefined): void {
    this.asking.open(clicked, subjectsIn(this.answer.root));
  }

  /** What is tried is written into the texts, whose comments and layout stay; never over what was typed meanwhile. */
  private async keep(): Promise<void> {
    const { whole, tried, all } = this;
    const { now } = this.actions.written();
    const texts: string[] = [];
    for (const file of all) {
      const reply = await this.actions.engines.ask({ verb: "keep", ...asked(now), changes: tried.changes, ...this.whose(file) });
      if (same(this.tried, asWritten)) return; // written already, or no longer wanted
      if (!sameWritten(this.actions.written().now, now) || this.tried !== tried) return whole.tell(overtaken);
      if (reply.status !== 0 || typeof reply.out !== "string") return whole.tell(reply.err);
      texts.push(reply.out);
    }
    this.trail.restart(asWritten);
    texts.forEach((text, n) => (text === all[n]?.text ? undefined : all[n]?.rewrite(text, "Written into the text; not saved yet.")));
  }

  /** Of a case that includes others it is to be said which file is meant. */
  private whose(file: CaseText): Record<string, string> {
    return this.all.length > 1 ? { name: this.whole.name, file: file.name } : {};
  }
}
