// A new case in five steps: the dispute, the parties, what each can do, what each wants, what would settle it.
import { emptyDraft, emptyOption, emptyParty, missing, written, type Draft, type DraftParty } from "./draft.js";
import { button, element } from "../page/element.js";

const titles = [
  "What is the dispute?",
  "Who are the parties?",
  "What can each of them do?",
  "What does each of them want?",
  "When is it settled?",
];
const most = titles.length - 1;

/** Asks for a new case; gives its text, or nothing where the user went away. */
export function askNewCase(): Promise<{ title: string; text: string } | undefined> {
  return new Promise((resolve) => new Wizard(resolve).open());
}

/** A course that somebody can take, as one may choose it: "Japan: signs the treaty - yes". */
interface Course {
  party: number;
  option: number;
  course: number;
  words: string;
}

export function courses(draft: Draft): Course[] {
  return draft.parties.flatMap((party, p) =>
    party.options.flatMap((option, o) => {
      const names = option.courses.length > 0 ? option.courses : ["no", "yes"];
      return names.map((name, c) => ({ party: p, option: o, course: c, words: `${party.name}: ${option.name} - ${name}` }));
    }),
  );
}

class Wizard {
  private readonly draft = emptyDraft();
  private step = 0;
  private readonly body = element("div", { class: "wizard-step" });
  private readonly fault = element("p", { class: "wizard-fault", role: "alert" });
  private readonly heading = element("h2", { id: "wizard-title", tabindex: -1 });
  private readonly back = button("Back", () => this.go(this.step - 1));
  private readonly next = button("Next", () => this.forward(), { class: "primary" });
  private readonly dialog = element("dialog", { class: "wizard", "aria-labelledby": "wizard-title", close: () => this.closed() });
  private done: { title: string; text: string } | undefined;

  constructor(private readonly resolve: (made: { title: string; text: string } | undefined) => void) {
    const cancel = button("Cancel", () => this.dialog.close());
    this.dialog.append(this.heading, this.body, this.fault, element("div", { class: "wizard-buttons" }, cancel, this.back, this.next));
  }

  open(): void {
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.show();
  }

  private closed(): void {
    this.dialog.remove();
    this.resolve(this.done);
  }

  private forward(): void {
    const lacking = missing(this.draft, this.step);
    if (lacking) {
      this.fault.textContent = lacking;
    } else if (this.step === most) {
      this.done = { title: this.draft.title.trim(), text: written(this.draft) };
      this.dialog.close();
    } else {
      this.go(this.step + 1);
    }
  }

  private go(step: number): void {
    this.step = step;
    this.show();
    this.heading.focus();
  }

  private show(): void {
    this.fault.textContent = "";
    this.heading.textContent = `${this.step + 1} of ${titles.length}: ${titles[this.step] ?? ""}`;
    this.back.disabled = this.step === 0;
    this.next.textContent = this.step === most ? "Write the case" : "Next";
    const steps = [() => this.dispute(), () => this.parties(), () => this.options(), () => this.wishes(), () => this.settlement()];
    this.body.replaceChildren(...(steps[this.step]?.() ?? []));
  }

  private dispute(): Node[] {
    const draft = this.draft;
    return [
      field("Title", draft.title, (value) => (draft.title = value), { required: true }),
      field("Date of the situation (2016-04-15; may be left out)", draft.date, (value) => (draft.date = value.trim())),
      field("The dispute in a sentence or two (may be left out)", draft.summary, (value) => (draft.summary = value)),
    ];
  }

  private parties(): Node[] {
    const all = this.draft.parties;
    const rows = all.map((party, p) =>
      row(
        field(`Party ${p + 1}`, party.name, (value) => (party.name = value)),
        this.removal(`Remove party ${p + 1}`, () => this.removeParty(p)),
      ),
    );
    return [...rows, this.adding("Add a party", () => all.push(emptyParty()))];
  }

  /** What points at a party's options goes with it, and what points behind it moves up. */
  private removeParty(gone: number): void {
    const kept = <T extends { party: number }>(all: T[]): T[] =>
      all.filter((one) => one.party !== gone).map((one) => ({ ...one, party: one.party - (one.party > gone ? 1 : 0) }));
    this.draft.parties.splice(gone, 1);
    for (const party of this.draft.parties) party.wishes = kept(party.wishes);
    this.draft.settlement = kept(this.draft.settlement);
  }

  private options(): Node[] {
    const help = "Each line is one thing that the party decides. Name its courses, today's first, parted by semicolons; without any it is done or not done.";
    return [element("p", {}, help), ...this.draft.parties.map((party, p) => this.optionsOf(party, p))];
  }

  private optionsOf(party: DraftParty, p: number): Node {
    const rows = party.options.map((option, o) =>
      row(
        field("What it decides", option.name, (value) => (option.name = value)),
        field("Its courses", option.courses.join("; "), (value) => {
          option.courses = value.trim() === "" ? [] : value.split(";").map((course) => course.trim());
        }),
        this.removal(`Remove line ${o + 1} of ${party.name}`, () => this.removeOption(p, o)),
      ),
    );
    const more = this.adding(`Add a line for ${party.name}`, () => party.options.push(emptyOption()));
    return element("fieldset", {}, element("legend", {}, party.name), ...rows, more);
  }

  private removeOption(p: number, gone: number): void {
    const kept = <T extends { party: number; option: number }>(all: T[]): T[] =>
      all
        .filter((one) => one.party !== p || one.option !== gone)
        .map((one) => (one.party === p && one.option > gone ? { ...one, option: one.option - 1 } : one));
    this.draft.parties[p]?.options.splice(gone, 1);
    for (const party of this.draft.parties) party.wishes = kept(party.wishes);
    this.draft.settlement = kept(this.draft.settlement);
  }

  private wishes(): Node[] {
    const help = "Most important first. A party signs nothing in which one of its demands does not hold.";
    return [element("p", {}, help), ...this.draft.parties.map((party) => this.wishesOf(party))];
  }

  private wishesOf(party: DraftParty): Node {
    const rows = party.wishes.map((wish, w) =>
      row(
        choice(`Wish ${w + 1} of ${party.name}`, ["wants", "does not want"], wish.not ? 1 : 0, (chosen) => (wish.not = chosen === 1)),
        this.course(`What wish ${w + 1} of ${party.name} is about`, wish),
        tick("demand", wish.demand, (on) => (wish.demand = on)),
        this.removal(`Remove wish ${w + 1} of ${party.name}`, () => party.wishes.splice(w, 1)),
      ),
    );
    const first = courses(this.draft).at(-1);
    const more = this.adding(`Add a wish of ${party.name}`, () => {
      if (first) party.wishes.push({ party: first.party, option: first.option, course: first.course, not: false, demand: false });
    });
    return element("fieldset", {}, element("legend", {}, party.name), ...rows, more);
  }

  private settlement(): Node[] {
    const all = this.draft.settlement;
    const rows = all.map((one, n) =>
      row(this.course(`Condition ${n + 1}`, one), this.removal(`Remove condition ${n + 1}`, () => all.splice(n, 1))),
    );
    const last = courses(this.draft).at(-1);
    const more = this.adding("Add a condition", () => {
      if (last) all.push({ party: last.party, option: last.option, course: last.course });
    });
    return [element("p", {}, "It is settled where all of these are so. Without any, nothing counts as a settlement."), ...rows, more];
  }

  private course(label: string, chosen: { party: number; option: number; course: number }): HTMLElement {
    const all = courses(this.draft);
    const found = all.findIndex((one) => one.party === chosen.party && one.option === chosen.option && one.course === chosen.course);
    const take = (n: number): void => {
      const one = all[n];
      if (one) Object.assign(chosen, { party: one.party, option: one.option, course: one.course });
    };
    if (found < 0) take(0);
    return choice(label, all.map((one) => one.words), Math.max(found, 0), take);
  }

  private adding(words: string, add: () => void): HTMLElement {
    return button(words, () => {
      add();
      this.show();
      this.body.querySelectorAll<HTMLElement>("input, select").item(this.body.querySelectorAll("input, select").length - 1)?.focus();
    });
  }

  private removal(label: string, remove: () => void): HTMLElement {
    const pressed = (): void => {
      remove();
      this.show();
      this.heading.focus();
    };
    return button("Remove", pressed, { "aria-label": label });
  }
}

function field(label: string, value: string, changed: (value: string) => void, more: Record<string, string | boolean> = {}): HTMLElement {
  const input = element("input", { type: "text", value, input: (event) => changed((event.target as HTMLInputElement).value), ...more });
  return element("label", {}, element("span", {}, label), input);
}

function choice(label: string, words: string[], chosen: number, changed: (chosen: number) => void): HTMLElement {
  const select = element("select", { "aria-label": label, change: (event) => changed((event.target as HTMLSelectElement).selectedIndex) });
  words.forEach((word, n) => select.append(element("option", { selected: n === chosen }, word)));
  return select;
}

function tick(label: string, on: boolean, changed: (on: boolean) => void): HTMLElement {
  const input = element("input", { type: "checkbox", checked: on, change: (event) => changed((event.target as HTMLInputElement).checked) });
  return element("label", { class: "tick" }, input, label);
}

const row = (...parts: HTMLElement[]): HTMLElement => element("div", { class: "wizard-row" }, ...parts);
