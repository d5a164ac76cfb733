// What may be asked about a thing of the answer: why, how to get there, what it rests on, what would change it.
import { button, element } from "../page/element.js";
import type { Reply } from "../page/asker.js";
import type { Named, Subject } from "./subject.js";

export interface Asked {
  words: string;
  request: Record<string, unknown>;
  /** Whether it may take longer than a moment, and so runs on the server. */
  long: boolean;
}

export function questions({ state, party, concept, conclusion, assumption }: Subject): Asked[] {
  const all: Asked[] = [];
  const ask = (words: string, verb: string, about: Record<string, unknown>, long = false): void => {
    const given = Object.entries(about).filter(([, value]) => value !== undefined);
    all.push({ words, request: { verb, ...Object.fromEntries(given) }, long });
  };
  if (state !== undefined) {
    ask("Why would it last, or not?", "why", { state, party, concept });
    if (party) ask("What would make this party stay?", "unlock", { state, party, concept }, true);
    ask("Which way leads there?", "path", { state });
    ask("What would make it last?", "unlock", { state, concept }, true);
  }
  const [kind, under, who] = conclusion?.split("/") ?? [];
  if (kind === "stability") ask("Why is it so?", "why", { concept: under, party: who });
  if (conclusion) ask("What does it rest on, and what would overturn it?", "robust", { about: conclusion }, true);
  if (assumption) ask("What hangs on this assumption?", "robust", { about: assumption }, true);
  if (all.length > 0) return all;
  ask("Which way leads to a settlement?", "path", {});
  ask("What would unlock a settlement that holds?", "unlock", {}, true);
  ask("What does each conclusion rest on?", "robust", {}, true);
  return all;
}

/** Runs what was asked; `progress` is told parts done, and `cancelled` ends it. */
export type Run = (asked: Asked, progress: (done: number, total: number) => void, cancelled: AbortSignal) => Promise<Reply>;

/** The panel beside the answer in which questions are chosen and answered. */
export class Asking {
  private readonly about = element("select", { id: "asking-about", change: () => this.choose() });
  private readonly body = element("div", { class: "asking-body" });
  private choices: Named[] = [];
  private readonly panel: HTMLElement;
  private stop: AbortController | undefined;
  private from: HTMLElement | undefined;

  constructor(
    parent: HTMLElement,
    private readonly run: Run,
  ) {
    const close = button("Close", () => this.close());
    const heading = element("h2", { id: "asking-title", tabindex: -1 }, "Ask");
    const chooser = element("p", {}, element("label", { for: "asking-about" }, "About "), this.about);
    this.panel = element("section", { class: "asking", "aria-labelledby": "asking-title", hidden: true }, heading, close, chooser, this.body);
    this.panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
    parent.append(this.panel);
  }

  /** Offers what can be asked about one thing, or about any other that the answer shows. */
  open(clicked: Named | undefined, others: Map<string, Named[]>): void {
    this.from = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    const whole: Named = { words: "the dispute as a whole", subject: {} };
    this.choices = [];
    const choice = (named: Named): HTMLOptionElement => element("option", { value: this.choices.push(named) - 1 }, named.words);
    const first = [...(clicked ? [clicked] : []), whole].map(choice); // before the others, for the first to be chosen
    const groups = [...others].filter(([, all]) => all.length > 0).map(([kind, all]) => element("optgroup", { label: kind }, ...all.map(choice)));
    this.about.replaceChildren(...first, ...groups);
    this.about.value = "0";
    this.choose();
    this.panel.hidden = false;
    this.panel.querySelector("h2")?.focus();
  }

  private choose(): void {
    this.stop?.abort();
    const chosen = this.choices[Number(this.about.value)];
    const all = questions(chosen?.subject ?? {});
    this.body.replaceChildren(element("ul", { class: "asking-choices" }, ...all.map((asked) => element("li", {}, button(asked.words, () => void this.answer(asked))))));
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
