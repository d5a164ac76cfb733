// The living answer: each text that can be read is analysed, each that cannot keeps the last good answer.
import type { Fault } from "../editor/faults.js";
import type { Reply } from "../page/asker.js";
import type { Page, Schemas } from "../page/data.js";
import { Latest } from "../page/latest.js";
import { sentence, type Watch } from "./api.js";
import type { Engines } from "./engines.js";
import { tooMany } from "./size.js";
import { asked, sameWritten, type Written } from "./written.js";

export interface Question extends Written {
  changes: readonly string[];
  state?: number;
  /** The last saved text, and what it includes: what became different since is told. */
  saved: string;
  savedBeside?: readonly string[];
}

/** Milliseconds: what the program does in less, the engine in the page may do, too. */
const quick = 300;

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
  /** Nothing where the text has faults, or does not fit a page. */
  page?: Page;
  /** What stands in place of a page, and why. */
  brief?: { text: string; why: string };
  /** Why there is neither, where it is not for a fault. */
  unable?: string;
  faults?: Fault[];
  since?: Turned[];
}

/** Long work, as it is shown while it goes on. */
export interface Work {
  progress: Watch["progress"];
  /** When the reader cancels it. */
  stop: AbortSignal;
  end: () => void;
}

export interface LiveView {
  show: (answered: Answered) => void;
  /** Shows that this is being worked on, with a way to cancel it. */
  begin: (words: string) => Work;
  /** The ids of the sections that are looked at now. */
  inSight: () => string[];
  /** How wide a text may be. */
  columns: () => number;
}

/** An answer of the program's; nothing where it was cancelled before any was known. */
interface Watched {
  reply: Reply | undefined;
  cancelled: boolean;
}

const why = {
  tooMany: "This case has too many situations for a page that shows each of them. This is its brief, as the program tells it.",
  beyond: "The engine in this page could not answer about this case. This is its brief, as the program tells it.",
  cancelled: "This was cancelled. What was known by then stands below.",
  nothing: "This was cancelled before anything was known.",
  silent: "There came no answer, and the program does not say why.",
};

export class Live {
  private readonly latest: Latest<{ question: Question; abandon: AbortSignal }>;
  private wanted: Question | undefined;
  private abandon = new AbortController();
  private compared: { question: Question; since: Turned[] } | undefined;
  /** Whether the page's engine gave up last, so that the program is asked at once until it is quick itself. */
  private slow = false;
  private briefed: { question: Question; watched: Watched } | undefined;

  constructor(
    private readonly engines: Pick<Engines, "ask" | "inPage" | "long">,
    private readonly view: LiveView,
  ) {
    this.latest = new Latest(({ question, abandon }) => this.answer(question, abandon));
  }

  /** What the program still works on for another question is ended. */
  question(question: Question): void {
    if (!this.wanted || !alike(question, this.wanted)) {
      this.abandon.abort();
      this.abandon = new AbortController();
    }
    this.wanted = question;
    this.latest.ask({ question, abandon: this.abandon.signal });
  }

  /** The last question once more, whatever is remembered of it. */
  again(): void {
    this.briefed = undefined;
    this.slow = false;
    if (this.wanted) this.question(this.wanted);
  }

  end(): void {
    this.abandon.abort();
  }

  private outdated(question: Question): boolean {
    return this.wanted !== undefined && !alike(question, this.wanted);
  }

  /** Whatever goes wrong is told: there is always an answer, or the reason why there is none. */
  private async answer(question: Question, abandon: AbortSignal): Promise<void> {
    try {
      await this.answered(question, abandon);
    } catch (fault) {
      if (!abandon.aborted) this.view.show({ question, unable: `It could not be answered. ${sentence(fault)}`, since: [] });
    }
  }

  private async answered(question: Question, abandon: AbortSignal): Promise<void> {
    if (await tooMany(question, question.changes, this.engines)) {
      if (!this.outdated(question)) await this.brief(question, why.tooMany, abandon);
      return;
    }
    const reply = this.slow ? undefined : await this.page(question);
    if (this.outdated(question)) return;
    if (reply) return this.settled(question, reply);
    this.slow = true;
    if (await this.brief(question, why.beyond, abandon)) await this.pageOfProgram(question, abandon);
  }

  /** The page's own engine's page, what is looked at first; nothing where it is beyond that. */
  private async page(question: Question): Promise<Reply | undefined> {
    const request = pageRequest(question);
    const sections = this.view.inSight();
    if (sections.length > 0) {
      const some = await this.engines.inPage({ ...request, sections });
      if (some?.status === 0) this.view.show({ question, page: some.out as Page, some: true });
      // What cannot be answered in part cannot be answered whole either.
      if (some?.status !== 0 || this.outdated(question)) return some;
    }
    const whole = await this.engines.inPage(request);
    if (whole?.status === 0) this.view.show({ question, page: whole.out as Page });
    return whole;
  }

  /** What is told beside a page, or in its place where there is none. */
  private async settled(question: Question, reply: Reply): Promise<void> {
    const faults = await this.faults(question);
    const page = reply.status === 0 ? (reply.out as Page) : undefined;
    if (faults.some(isError)) this.view.show({ question, faults, since: [] });
    else if (!page) this.view.show({ question, faults, unable: reply.err || why.silent, since: [] });
    else {
      this.view.show({ question, page, faults });
      if (!this.outdated(question)) this.view.show({ question, page, faults, since: await this.since(question) });
    }
  }

  /** The program's brief; whether there is a whole one. */
  private async brief(question: Question, reason: string, abandon: AbortSignal): Promise<boolean> {
    const request = { verb: "analyze", form: "text", width: this.view.columns(), ...asked(question), changes: question.changes };
    const known = this.briefed && alike(this.briefed.question, question) ? this.briefed.watched : undefined;
    const watched = known ?? (await this.watched("The program is looking at this case", request, abandon));
    if (this.outdated(question)) return false;
    this.briefed = { question, watched };
    const { reply, cancelled } = watched;
    const faults = await this.faults(question, reply?.status === 1);
    const text = typeof reply?.out === "string" ? reply.out : "";
    if (faults.some(isError)) this.view.show({ question, faults, since: [] });
    else if (text !== "") this.view.show({ question, faults, brief: { text, why: cancelled ? why.cancelled : reason }, since: [] });
    else this.view.show({ question, faults, unable: cancelled ? why.nothing : reply?.err || why.silent, since: [] });
    return text !== "" && !cancelled;
  }

  /** Where its engine was too slow, the program may still make the page; the brief stands until then. */
  private async pageOfProgram(question: Question, abandon: AbortSignal): Promise<void> {
    const { reply } = await this.watched("The program is making the page", pageRequest(question), abandon);
    if (this.outdated(question) || reply?.status !== 0) return;
    this.view.show({ question, page: reply.out as Page });
    await this.settled(question, reply);
  }

  private async watched(words: string, request: Record<string, unknown>, abandon: AbortSignal): Promise<Watched> {
    const { progress, stop, end } = this.view.begin(words);
    const begun = performance.now();
    try {
      const reply = await this.engines.long(request, { progress, stop, abandon });
      this.slow &&= stop.aborted || performance.now() - begun > quick;
      return { reply, cancelled: stop.aborted };
    } catch (fault) {
      if (!stop.aborted || abandon.aborted) throw fault;
      return { reply: undefined, cancelled: true };
    } finally {
      end();
    }
  }

  /** `surely`: there are some, so that the program is asked where the page's engine cannot tell. */
  private async faults(question: Question, surely = true): Promise<Fault[]> {
    const request = { verb: "check", ...asked(question), form: "json" };
    const reply = await (surely ? this.engines.ask(request) : this.engines.inPage(request));
    return typeof reply?.out === "object" && reply.out !== null ? (reply.out as Schemas["Checked"]).faults : [];
  }

  /** Which conclusions the text has otherwise than the last saved one. */
  private async since(question: Question): Promise<Turned[]> {
    const before = savedOf(question);
    if (before.text === "" || sameWritten(before, question)) return [];
    const known = this.compared;
    if (known && sameWritten(known.question, question) && sameWritten(savedOf(known.question), before)) return known.since;
    const both = { ...asked(before), after: question.text, ...(question.beside?.length ? { after_beside: question.beside } : {}) };
    const reply = await this.engines.ask({ verb: "diff", ...both, form: "json" });
    const since = reply.status <= 1 ? turned(reply.out as Schemas["Difference"]) : [];
    this.compared = { question, since };
    return since;
  }
}

function savedOf({ saved, savedBeside }: Question): Written {
  return { text: saved, beside: savedBeside };
}

function pageRequest({ changes, state, ...written }: Question): Record<string, unknown> {
  return { verb: "page", ...asked(written), changes, ...(state === undefined ? {} : { state }) };
}

/** Whether two questions have the same answer, whatever was saved meanwhile. */
function alike(a: Question, b: Question): boolean {
  return sameWritten(a, b) && a.state === b.state && a.changes.join("\n") === b.changes.join("\n");
}

export function isError(fault: Fault): boolean {
  return fault.severity === "error";
}

export function turned(diff: Partial<Schemas["Difference"]> | null): Turned[] {
  const changed = diff?.changed ?? [];
  return changed.map((one) => ({ id: one.id, before: one.before?.sentence ?? "", after: one.after?.sentence ?? "" }));
}
