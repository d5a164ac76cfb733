// What may be asked about a thing of the answer: why, how to get there, what it rests on, what would change it.
import { button, element } from "../page/element.js";
import type { Reply } from "../page/asker.js";
import { sentence, type Watch } from "./api.js";
import type { Named, Subject } from "./subject.js";
import { Working } from "./working.js";

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

/** Runs what was asked, for as long as somebody waits for it. */
export type Run = (asked: Asked, watch: Watch) => Promise<Reply>;

/** The panel beside the answer in which questions are chosen and answered. */
export class Asking {
  private readonly about = element("select", { id: "asking-about", change: () => this.choose() });
  private readonly body = element("div", { class: "asking-body" });
  private choices: Named[] = [];
  private readonly panel: HTMLElement;
  /** Ends what is asked, where nobody wants its answer any more. */
  private abandon: AbortController | undefined;
  private from: HTMLElement | undefined;

  constructor(
    parent: HTMLElement,
    private readonly run: Run,
  ) {
    const close = button("Close", () => this.close());
    const heading = element("h2", { id: "asking-title", tabindex: -1 }, "Ask");
    const chooser = element("p", {}, element("label", { for: "asking-about" }, "About "), this.about);
    this.panel = element("section", { class: "asking", "aria-labelledby": "asking-title", tabindex: -1, hidden: true }, heading, close, chooser, this.body);
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
    this.abandon?.abort();
    const chosen = this.choices[Number(this.about.value)];
    const all = questions(chosen?.subject ?? {});
    this.body.replaceChildren(element("ul", { class: "asking-choices" }, ...all.map((asked) => element("li", {}, button(asked.words, () => void this.answer(asked))))));
  }

  private close(): void {
    this.abandon?.abort();
    this.panel.hidden = true;
    this.from?.focus();
  }

  private async answer(asked: Asked): Promise<void> {
    this.abandon?.abort();
    const abandon = (this.abandon = new AbortController());
    const working = new Working(this.panel);
    const { progress, stop, end } = working.begin(asked.words);
    this.body.replaceChildren(working.root);
    try {
      const reply = await this.run(asked, { progress, stop, abandon: abandon.signal });
      if (!abandon.signal.aborted) this.show(asked, told(reply, stop.aborted));
    } catch (fault) {
      if (abandon.signal.aborted) return;
      this.show(asked, stop.aborted ? "Cancelled before anything was known." : `It could not be answered. ${sentence(fault)}`);
    } finally {
      end();
    }
  }

  private show(asked: Asked, text: string): void {
    const answer = element("pre", { class: "asking-answer", tabindex: 0 }, text);
    this.body.replaceChildren(element("h3", { tabindex: -1 }, asked.words), answer);
    this.body.querySelector("h3")?.focus();
  }
}

function told({ out, err }: Reply, cancelled: boolean): string {
  const text = typeof out === "string" && out !== "" ? out : err;
  return cancelled ? `Cancelled. What was known by then:\n\n${text}` : text;
}
