// What may be asked about the thing that was clicked: why, how to get there, what it rests on, what would unlock it.
import { button, element } from "../page/element.js";
import type { Reply } from "./live.js";

/** What a mark of the page is about, from its data attributes. */
export interface Subject {
  state?: number;
  party?: string;
  conclusion?: string;
  assumption?: string;
}

export interface Asked {
  words: string;
  request: Record<string, unknown>;
  /** Whether it may take longer than a moment, and so runs on the server. */
  long: boolean;
}

export function subjectOf(target: Element): Subject | undefined {
  const mark = target.closest<HTMLElement | SVGElement>("[data-state], [data-conclusion], [data-party], [data-assumption]");
  if (!mark) return undefined;
  const { state, party, conclusion, assumption } = mark.dataset;
  return { state: state === undefined ? undefined : Number(state), party, conclusion, assumption };
}

export function questions(subject: Subject): Asked[] {
  const all: Asked[] = [];
  const { state, party } = subject;
  if (state !== undefined) {
    all.push({ words: "Why does it hold, or not?", request: { verb: "why", state, ...(party ? { party } : {}) }, long: false });
  }
  if (state !== undefined && party) {
    all.push({ words: "What would make it stable for this party?", request: { verb: "unlock", state, party }, long: true });
  }
  if (subject.conclusion?.startsWith("stability/")) {
    const [, concept, who] = subject.conclusion.split("/");
    all.push({ words: "Why?", request: { verb: "why", concept, ...(who ? { party: who } : {}) }, long: false });
  }
  if (subject.conclusion) {
    all.push({ words: "What does it rest on?", request: { verb: "robust" }, long: true });
    all.push({ words: "What would unlock a settlement that holds?", request: { verb: "unlock" }, long: true });
  }
  if (all.length > 0) all.push({ words: "Which way leads to a settlement?", request: { verb: "path" }, long: false });
  return all;
}

/** Runs what was asked; `progress` is told parts done, and `cancelled` ends it. */
export type Run = (asked: Asked, progress: (done: number, total: number) => void, cancelled: AbortSignal) => Promise<Reply>;

/** The panel beside the answer in which questions are chosen and answered. */
export class Asking {
  private readonly body = element("div", { class: "asking-body" });
  private readonly panel: HTMLElement;
  private stop: AbortController | undefined;
  private from: HTMLElement | undefined;

  constructor(
    parent: HTMLElement,
    private readonly run: Run,
  ) {
    const close = button("Close", () => this.close());
    const heading = element("h2", { id: "asking-title", tabindex: -1 }, "Ask");
    this.panel = element("section", { class: "asking", "aria-labelledby": "asking-title", hidden: true }, heading, close, this.body);
    this.panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
    parent.append(this.panel);
  }

  open(what: string, all: Asked[], from?: HTMLElement): void {
    this.from = from;
    const choices = all.map((asked) => element("li", {}, button(asked.words, () => void this.answer(asked))));
    this.body.replaceChildren(element("p", {}, what), element("ul", { class: "asking-choices" }, ...choices));
    this.panel.hidden = false;
    this.panel.querySelector("h2")?.focus();
  }

  private close(): void {
    this.stop?.abort();
    this.panel.hidden = true;
    this.from?.focus();
  }

  private async answer(asked: Asked): Promise<void> {
    this.stop?.abort();
    const stop = (this.stop = new AbortController());
    const bar = element("progress", { "aria-label": "How far it is", max: 1 });
    const cancel = button("Cancel", () => stop.abort());
    this.body.replaceChildren(element("p", { role: "status" }, `${asked.words} ...`), bar, cancel);
    try {
      const reply = await this.run(asked, (done, total) => (bar.value = total > 0 ? done / total : 0), stop.signal);
      this.show(asked, typeof reply.out === "string" && reply.out !== "" ? reply.out : reply.err);
    } catch (fault) {
      this.show(asked, stop.signal.aborted ? "Cancelled." : `It could not be answered: ${String(fault)}`);
    }
  }

  private show(asked: Asked, text: string): void {
    const answer = element("pre", { class: "asking-answer", tabindex: 0 }, text);
    this.body.replaceChildren(element("h3", { tabindex: -1 }, asked.words), answer);
    this.body.querySelector("h3")?.focus();
  }
}
