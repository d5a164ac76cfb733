// Who answers: the engine in the page while that is quick enough, else the program, in a process of its own.
import type { Ask, Reply, Started } from "../page/asker.js";
import type { Schemas } from "../page/data.js";
import { unwatched, type Watch } from "./api.js";
import { mayInclude } from "./written.js";

/** Milliseconds that the engine in the page may take for one answer, and to start, before the program is asked in its place. */
const patience = { answer: 3000, start: 10_000 };

/** An answer of this status or a higher one is none: a budget was spent, or the engine is at fault. */
const beyond = 3;

/** The fault of a text of which a part cannot be read. */
const unreadable = "toml-syntax";

export type Program = (request: Record<string, unknown>, watch: Watch) => Promise<Reply>;

export class Engines {
  private running: Promise<Started> | undefined;
  private missing = false;
  /** One question after another: none waits in the worker while its time runs. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    /** Starts the engine in the page; rejects where there is none. */
    private readonly start: () => Promise<Started>,
    /** The program, for what takes a moment and for what takes long. */
    private readonly program: { quick: Program; long: Program },
    private readonly patient = patience,
  ) {}

  /** What takes long, in the program. */
  readonly long: Program = (request, watch) => this.program.long(request, watch);

  /** What the engine in the page answers; nothing where the question is beyond it, whatever the reason. */
  inPage(request: Record<string, unknown>): Promise<Reply | undefined> {
    const next = this.last.then(() => this.tried(request));
    this.last = next;
    return next;
  }

  /** A question that takes a moment, or should. */
  readonly ask: Ask = (request) => this.watched(request, unwatched);

  async watched(request: Record<string, unknown>, watch: Watch): Promise<Reply> {
    const reply = await this.inPage(request);
    for (const signal of [watch.stop, watch.abandon]) signal.throwIfAborted();
    return reply ?? this.program.quick(request, watch);
  }

  /** The files that a case includes; where parts of its text cannot be read, those that were known before, too. */
  async included(text: string, before: readonly string[] = []): Promise<string[]> {
    if (!mayInclude(text)) return [];
    const { out } = await this.ask({ verb: "check", case: text, form: "json" });
    const { includes = [], faults = [] } = (out ?? {}) as Partial<Schemas["Checked"]>;
    return faults.some(({ code }) => code === unreadable) ? [...new Set([...includes, ...before])] : includes;
  }

  private async tried(request: Record<string, unknown>): Promise<Reply | undefined> {
    if (this.missing) return undefined;
    const engine = await inTime((this.running ??= this.start()), this.patient.start);
    if (engine === undefined || engine === "late") {
      this.missing = true;
      return undefined;
    }
    const reply = await inTime(engine.ask(request), this.patient.answer);
    if (reply === "late") {
      engine.end();
      this.running = undefined;
    }
    return reply === "late" || reply === undefined || reply.status >= beyond ? undefined : reply;
  }
}

/** What is waited for, nothing where it failed, or that it is late. */
function inTime<Made>(made: Promise<Made>, most: number): Promise<Made | undefined | "late"> {
  return new Promise((resolve) => {
    const clock = setTimeout(() => resolve("late"), most);
    void made
      .catch(() => undefined)
      .then((now) => {
        clearTimeout(clock);
        resolve(now);
      });
  });
}
