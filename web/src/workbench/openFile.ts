// One file open in this window: saved, followed where other windows and programs change it, and never lost.
import type { Keys } from "../editor/completion.js";
import * as api from "./api.js";
import { CaseText, type TextActions } from "./caseText.js";
import { ConflictView, type By } from "./conflict.js";
import { ended, inLines, lineEnd, type LineEnd } from "./lineEnds.js";
import { RevisionsView } from "./revisionsView.js";
import { discard, Keeper, left, type Unsaved } from "./unsaved.js";
import { UnsavedView } from "./unsavedView.js";

/** Milliseconds after the last keystroke in which what is not saved is kept in the browser. */
const pause = 300;

const others: Record<By, { taken: string; unsaved: string }> = {
  here: {
    taken: "Saved in another window: the new text is shown.",
    unsaved: "This case was saved in another window. Saving will ask what to keep.",
  },
  outside: {
    taken: "Changed outside: the new text is shown.",
    unsaved: "Another program changed this file. Saving will ask what to keep.",
  },
  unknown: {
    taken: "The file was changed: the new text is shown.",
    unsaved: "This file was changed since you read it. Saving will ask what to keep.",
  },
};
const notYet = "Not saved yet.";
const gone = "This file was deleted. Saving makes it anew.";
const unkept = "Not saved yet, and this browser cannot keep it for you: save before you close the window.";

export class OpenFile {
  readonly view: CaseText;
  private etag: string;
  private end: LineEnd;
  private readonly keeper: Keeper;
  private clock: ReturnType<typeof setTimeout> | undefined;
  /** Saves, and changes from elsewhere, one after another. */
  private last: Promise<unknown> = Promise.resolve();
  private other: By | undefined;
  private full = false;

  constructor(
    readonly name: string,
    read: { text: string; etag: string },
    keys: Keys,
    private readonly folder: string,
    heard: Pick<TextActions, "renewed" | "told">,
  ) {
    this.etag = read.etag;
    this.end = lineEnd(read.text);
    this.keeper = new Keeper(folder, name);
    this.view = new CaseText(name, inLines(read.text), keys, {
      ...heard,
      save: () => this.inTurn(() => this.save(this.view.text)),
      saved: () => void this.keep(),
      changed: () => this.changed(),
    });
  }

  /** What a window that was closed left of this case is offered, never taken by itself. */
  async offer(): Promise<void> {
    for (const one of await left(this.folder, this.name)) {
      if (one.text === this.view.text) discard(one);
      else if ((await this.offered(one)) !== "discard") return;
    }
  }

  /** The window closes, or shows something else: what is not saved stays in the browser. */
  close(): void {
    this.keep();
    this.keeper.close();
  }

  /** At once, for a window that may be gone the next moment; false where the browser does not. */
  keep(): boolean {
    clearTimeout(this.clock);
    if (this.view.unsaved && !this.keeper.keep(this.view.text, this.etag)) {
      this.view.warn(unkept);
      this.full = true;
      return false;
    }
    if (!this.view.unsaved) this.keeper.drop();
    else if (this.full) this.view.warn(this.other ? others[this.other].unsaved : notYet);
    this.full = false;
    return true;
  }

  /** The file may be another; `etag` is null where it is gone, and nothing where that is not known. */
  heard(etag: string | null | undefined, by: By): void {
    if (etag === null) return this.view.warn(gone);
    const look = (): Promise<void> => this.inTurn(async () => (etag === this.etag ? undefined : this.follow(by)));
    void this.told("The file's new text could not be read.", look);
  }

  /** What it was, and the way back to it. */
  revisions(): void {
    void this.told("Not restored.", () => this.inTurn(() => this.chooseRevision()));
  }

  private async follow(by: By): Promise<void> {
    const now = await api.read(this.name);
    if (now.etag === this.etag) return;
    if (this.view.unsaved && this.view.text !== inLines(now.text)) {
      this.other = by;
      return this.view.warn(others[by].unsaved);
    }
    this.take(now.text, now.etag, others[by].taken);
  }

  /** The file as it is now, in place of the text that is shown, where nothing would be lost by that. */
  private take(text: string, etag: string, words: string): void {
    this.etag = etag;
    this.end = lineEnd(text);
    this.other = undefined;
    this.view.take(inLines(text), words);
    this.keep();
  }

  /** What is not saved is a revision before it gives way, also what is typed meanwhile; `kept` is one already. Gives the last one. */
  private async keptAll(kept?: string): Promise<string | undefined> {
    while (this.view.unsaved && this.view.text !== kept) {
      kept = this.view.text;
      await api.keep(this.name, ended(kept, this.end));
    }
    return kept;
  }

  private inTurn<Made>(work: () => Promise<Made>): Promise<Made> {
    const next = this.last.then(work);
    this.last = next.catch(() => undefined);
    return next;
  }

  private async told(what: string, work: () => Promise<void>): Promise<void> {
    await work().catch((fault: unknown) => this.view.tell(`${what} ${api.sentence(fault)}`));
  }

  private changed(): void {
    clearTimeout(this.clock);
    if (this.view.unsaved) {
      this.clock = setTimeout(() => this.keep(), pause);
      return;
    }
    this.keep();
    const by = this.other;
    if (by) void this.told("The file's new text could not be read.", () => this.inTurn(() => this.follow(by)));
  }

  private async offered(one: Unsaved): Promise<"take" | "discard" | undefined> {
    const chosen = await new UnsavedView(this.name, one, { text: this.view.text, etag: this.etag }).ask();
    if (chosen === undefined) return undefined;
    if (chosen === "take") {
      const since = one.etag === this.etag ? "" : " The file was changed since; saving will ask what to keep.";
      this.etag = one.etag;
      this.view.write(one.text, `Taken up; not saved yet.${since}`);
    }
    if (chosen === "discard" || this.keep()) discard(one);
    return chosen;
  }

  private async save(text: string): Promise<string | undefined> {
    try {
      return await this.saved(text);
    } catch (fault) {
      this.view.tell(`Not saved. ${api.sentence(fault)}`);
      return undefined;
    }
  }

  private async saved(text: string): Promise<string | undefined> {
    try {
      this.etag = (await api.save(this.name, ended(text, this.end), this.etag)).etag ?? "";
      this.other = undefined;
      return text;
    } catch (fault) {
      if (fault instanceof api.Refused && fault.code === "changed_outside") return this.settle(fault.body as api.Conflict);
      throw fault;
    }
  }

  /** The file was changed since it was read: its text is taken, or ours is saved over it, or neither. */
  private async settle({ theirs, yours: sent }: api.Conflict): Promise<string | undefined> {
    const yours = inLines(sent);
    const inFile = theirs ? inLines(theirs.text) : undefined;
    const chosen = inFile === yours ? "yours" : await new ConflictView(inFile, yours, this.other).ask();
    if (chosen === undefined) return undefined;
    if (chosen === "theirs" && theirs) {
      await api.keep(this.name, sent);
      await this.keptAll(yours);
      this.take(theirs.text, theirs.etag ?? "", "The file's text is shown; what you had written is kept under Revisions.");
      return undefined;
    }
    this.etag = theirs?.etag ?? "";
    if (theirs) return this.saved(yours);
    this.etag = (await api.create(this.name, sent)).etag ?? "";
    return yours;
  }

  private async chooseRevision(): Promise<void> {
    const all = await api.revisions(this.name);
    const restored = await new RevisionsView(this.name, all, this.view.unsaved).ask();
    if (restored === undefined) return;
    const before = await this.keptAll();
    await api.restore(restored, await this.etagNow());
    const now = await api.read(this.name);
    const kept = await this.keptAll(before);
    const words = kept === undefined ? "Restored." : "Restored; what you had written is kept under Revisions.";
    this.take(now.text, now.etag, words);
  }

  /** Whatever stands in the file, seen here or not, is a revision before it gives way; nothing where it is gone. */
  private async etagNow(): Promise<string | undefined> {
    const all = await api.files();
    return all.find((one) => one.name === this.name)?.etag ?? undefined;
  }
}
