// The living answer: each text that can be read is analysed, each that cannot keeps the last good answer.
import type { Fault } from "../editor/faults.js";
import type { Ask } from "../page/asker.js";
import type { Page, Schemas } from "../page/data.js";
import { Latest } from "../page/latest.js";

export interface Question {
  text: string;
  changes: readonly string[];
  state?: number;
  /** The last saved text: what became different since is told. */
  saved: string;
}

/** A conclusion that is another than before. */
export interface Turned {
  id: string;
  before: string;
  after: string;
}

/** What is known so far; what is looked at comes first, then the page. */
export interface Answered {
  question: Question;
  /** Whether the page has only the sections that are looked at. */
  some?: boolean;
  /** Nothing where the text has faults, or is too large for this engine. */
  page?: Page;
  /** Why there is no page, where it is not for a fault. */
  unable?: string;
  faults?: Fault[];
  since?: Turned[];
}

export class Live {
  private readonly latest: Latest<Question>;
  private compared: { saved: string; text: string; since: Turned[] } | undefined;

  constructor(
    private readonly ask: Ask,
    private readonly show: (answered: Answered) => void,
    /** The ids of the sections that are looked at now. */
    private readonly inSight: () => string[] = () => [],
  ) {
    this.latest = new Latest((question, outdated) => this.answer(question, outdated));
  }

  question(question: Question): void {
    this.latest.ask(question);
  }

  private async answer(question: Question, outdated: () => boolean): Promise<void> {
    const { text, changes, state } = question;
    const request = { verb: "page", case: text, changes, ...(state === undefined ? {} : { state }) };
    const sections = this.inSight();
    let reply = sections.length > 0 ? await this.ask({ ...request, sections }) : undefined;
    if (reply?.status === 0) this.show({ question, page: reply.out as Page, some: true });
    if (reply && outdated()) return;
    // What cannot be answered in part cannot be answered whole either.
    if (!reply || reply.status === 0) reply = await this.ask(request);
    const page = reply.status === 0 ? (reply.out as Page) : undefined;
    if (page) this.show({ question, page });
    if (outdated()) return;
    const faults = await this.faults(text);
    if (faults.some(isError)) this.show({ question, faults, since: [] });
    else if (!page) this.show({ question, faults, unable: reply.err, since: [] });
    else {
      this.show({ question, page, faults });
      if (!outdated()) this.show({ question, page, faults, since: await this.since(question) });
    }
  }

  private async faults(text: string): Promise<Fault[]> {
    const reply = await this.ask({ verb: "check", case: text, form: "json" });
    return Array.isArray(reply.out) ? (reply.out as Fault[]) : [];
  }

  /** Which conclusions the text has otherwise than the last saved one. */
  private async since({ saved, text }: Question): Promise<Turned[]> {
    if (saved === text || saved === "") return [];
    if (this.compared?.saved === saved && this.compared.text === text) return this.compared.since;
    const reply = await this.ask({ verb: "diff", case: saved, after: text, form: "json" });
    const since = reply.status <= 1 ? turned(reply.out as Schemas["Difference"]) : [];
    this.compared = { saved, text, since };
    return since;
  }
}

export function isError(fault: Fault): boolean {
  return fault.severity === "error";
}

export function turned(diff: Partial<Schemas["Difference"]>): Turned[] {
  const changed = diff.changed ?? [];
  return changed.map((one) => ({ id: one.id, before: one.before?.sentence ?? "", after: one.after?.sentence ?? "" }));
}
