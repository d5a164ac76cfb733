// One case open: its text on the left, the living answer on the right, what is tried without typing below.
import type { EditorView } from "@codemirror/view";

import type { Keys } from "../editor/completion.js";
import { createEditor, replace } from "../editor/editor.js";
import { showFaults } from "../editor/faults.js";
import { AnswerView } from "./answer.js";
import { sentence } from "./api.js";
import { Asking, type Run } from "./asking.js";
import type { Engines } from "./engines.js";
import { button, element } from "../page/element.js";
import { Trail } from "../page/history.js";
import { Live, type Answered, type Work } from "./live.js";
import { asWritten, chosen, same, switched, type Tried } from "../page/tried.js";
import { subjectOf, subjectsIn, type Named } from "./subject.js";
import { WhatIf } from "./whatIf.js";

const overtaken = "Not written into the text, because you went on changing the case meanwhile. Press Keep again to write it.";

export interface CaseActions {
  engines: Engines;
  run: Run;
  /** Saves the text as it is when its turn comes; gives what is saved then, or nothing where it was not. */
  save: () => Promise<string | undefined>;
  /** What is saved is another; what was typed meanwhile is not. */
  saved: () => void;
  /** The text is another, and perhaps what is saved. */
  changed: () => void;
  revisions: () => void;
  exportPage: (text: string) => void;
  home: () => void;
}

export class CaseView {
  readonly root = element("div", { class: "case" });
  private readonly editor: EditorView;
  private readonly answer = new AnswerView(
    (state) => this.go(chosen(this.trail.now, state)),
    () => this.live.again(),
  );
  private readonly live: Live;
  private readonly asking: Asking;
  private readonly trail = new Trail<Tried>(asWritten, same);
  private readonly whatIf: WhatIf;
  private readonly note = element("span", { class: "saved-note", role: "status" });
  /** What the note says as long as the text is not saved. */
  private warning: string | undefined;
  private warned = false;
  private saved: string;

  constructor(
    private readonly name: string,
    text: string,
    keys: Keys,
    private readonly actions: CaseActions,
  ) {
    this.saved = text;
    this.live = new Live(actions.engines, {
      show: (answered) => this.show(answered),
      begin: (words) => this.begin(words),
      inSight: () => this.answer.inSight(),
      columns: () => this.answer.columns(),
    });
    const left = element("section", { class: "left", "aria-label": "The case as text" });
    const right = element("main", { class: "right", id: "main", "aria-label": "What comes of it" }, this.answer.root);
    this.whatIf = new WhatIf({
      undo: () => this.try(this.trail.undo()),
      redo: () => this.try(this.trail.redo()),
      reset: () => this.go(asWritten),
      keep: () => void this.keep().catch((fault: unknown) => this.tell(`Not written into the text. ${sentence(fault)}`)),
    });
    this.whatIf.show(this.trail, undefined);
    this.root.append(this.header(), left, right, this.whatIf.root);
    this.asking = new Asking(this.root, actions.run);
    this.editor = createEditor({ parent: left, text, keys, changed: () => this.edited() });
    right.addEventListener("click", (event) => this.clicked(event));
    this.question();
  }

  get text(): string {
    return this.editor.state.doc.toString();
  }
  get tried(): Tried {
    return this.trail.now;
  }
  get unsaved(): boolean {
    return this.text !== this.saved;
  }

  /** The file as it is now, where nothing here would be lost by it. */
  take(text: string, words: string): void {
    this.saved = text;
    this.warning = undefined;
    replace(this.editor, text);
    this.tell(words);
    this.question();
  }

  /** A text that is not saved, in place of the one that is shown. */
  write(text: string, words: string): void {
    replace(this.editor, text);
    this.warn(words);
  }

  async save(): Promise<void> {
    const saved = await this.actions.save();
    if (saved === undefined) return;
    this.saved = saved;
    this.warning = undefined;
    if (this.unsaved) this.warn();
    else this.tell("Saved.");
    this.actions.saved();
    this.question();
  }

  tell(words: string): void {
    this.note.textContent = words;
    this.warned = false;
  }

  /** As long as the text is not saved; without words, that it is not. */
  warn(words?: string): void {
    this.warning = words ?? this.warning;
    this.tell(this.warning ?? "Not saved yet.");
    this.warned = true;
  }

  /** Long work about this case, shown where its answer is. */
  begin(words: string): Work {
    return this.answer.begin(words);
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
      element("h1", { class: "file-name" }, this.name),
      button("Save", () => void this.save(), { class: "primary", "aria-keyshortcuts": "Control+S" }),
      button("Revisions", () => this.actions.revisions()),
      button("Export the page", () => this.actions.exportPage(this.text)),
      button("Ask", () => this.ask(undefined)),
      this.note,
    );
  }

  /** Typed, undone or put in its place: what is saved is not called unsaved, however it came back. */
  private edited(): void {
    if (this.unsaved) this.warn();
    else if (this.warned) this.tell("");
    this.actions.changed();
    this.question();
  }

  private question(): void {
    const { changes, state } = this.trail.now;
    this.live.question({ text: this.text, changes, state, saved: this.saved });
  }

  private show(answered: Answered): void {
    if (answered.faults && answered.question.text === this.text) showFaults(this.editor, answered.faults);
    this.answer.show(answered);
    this.whatIf.show(this.trail, answered.page, answered.brief !== undefined);
  }

  private try(tried: Tried): void {
    this.whatIf.show(this.trail, undefined);
    this.live.question({ text: this.text, changes: tried.changes, state: tried.state, saved: this.saved });
  }

  private go(next: Tried): void {
    this.trail.go(next);
    this.try(this.trail.now);
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

  /** What is tried is written into the text, whose comments and layout stay; never over what was typed meanwhile. */
  private async keep(): Promise<void> {
    const { text, tried } = this;
    const reply = await this.actions.engines.ask({ verb: "keep", case: text, changes: tried.changes });
    if (same(this.tried, asWritten)) return; // written already, or no longer wanted
    if (this.text !== text || this.tried !== tried) return this.tell(overtaken);
    if (reply.status !== 0 || typeof reply.out !== "string") return this.tell(reply.err);
    this.trail.restart(asWritten);
    replace(this.editor, reply.out);
    this.note.textContent = "Written into the text; not saved yet.";
  }
}
