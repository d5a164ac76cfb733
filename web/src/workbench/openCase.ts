// One case open in this window with the files that it includes, each saved and followed by itself.
import type { Keys } from "../editor/completion.js";
import * as api from "./api.js";
import type { Run } from "./asking.js";
import type { CaseText } from "./caseText.js";
import { CaseView } from "./caseView.js";
import type { By } from "./conflict.js";
import type { Engines } from "./engines.js";
import { OpenFile } from "./openFile.js";
import { download } from "./save.js";
import { asked, mayInclude, type Written } from "./written.js";

export interface Place {
  folder: string;
  engines: Engines;
  run: (open: OpenCase) => Run;
  home: () => void;
}

export class OpenCase {
  readonly view: CaseView;
  private readonly whole: OpenFile;
  private parts: OpenFile[] = [];
  /** What the case includes and could not be read, with what is said of that. */
  private missing = new Map<string, string>();
  /** The text of which `parts` are those that it includes. */
  private linked: string | undefined;
  /** Offers of unsaved text come one after another, and so does the opening of files. */
  private offers: Promise<void> = Promise.resolve();
  private opening: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(
    readonly name: string,
    read: { text: string; etag: string },
    private readonly keys: Keys,
    private readonly place: Place,
  ) {
    this.whole = this.opened(name, read, () => this.renewed());
    this.view = new CaseView(this.whole.view, {
      engines: place.engines,
      run: (...question) => place.run(this)(...question),
      written: () => ({ now: this.written(({ text }) => text), saved: this.written(({ saved }) => saved) }),
      save: () => void this.save(),
      revisions: (of) => this.files.find((file) => file.view === of)?.revisions(),
      exportPage: () => void this.exportPage().catch((fault: unknown) => this.whole.view.tell(`Not exported. ${api.sentence(fault)}`)),
      home: place.home,
    });
    this.renewed();
  }

  /** The case as it stands in the editor, with what it includes. */
  get now(): Written {
    return this.written(({ text }) => text);
  }
  /** How many files are not saved. */
  get unsaved(): number {
    return this.files.filter((file) => file.view.unsaved).length;
  }

  /** What windows that were closed left of its files is offered, never taken by itself. */
  offer(file = this.whole): Promise<void> {
    return (this.offers = this.offers.then(() => (this.closed ? undefined : file.offer())));
  }

  /** The window closes, or shows something else: what is not saved stays in the browser. */
  close(): void {
    this.closed = true;
    for (const file of this.files) file.close();
    this.view.end();
  }

  /** At once, for a window that may be gone the next moment. */
  keep(): void {
    for (const file of this.files) file.keep();
  }

  /** A file may be another; `etag` is null where it is gone, and `name` nothing where any may be. */
  heard(name: string | undefined, etag: string | null | undefined, by: By): void {
    for (const file of this.files) if (name === undefined || file.name === name) file.heard(etag, by);
    if (name === undefined ? this.missing.size > 0 : this.missing.has(name)) this.renew();
  }

  /** Every file that is not saved; else the one that is shown, which says so. */
  async save(): Promise<void> {
    const unsaved = this.files.filter((file) => file.view.unsaved).map((file) => file.view);
    for (const file of unsaved.length > 0 ? unsaved : [this.view.shown]) await file.save();
  }

  private get files(): OpenFile[] {
    return [this.whole, ...this.parts];
  }

  private opened(name: string, read: { text: string; etag: string }, renewed: () => void): OpenFile {
    const file: OpenFile = new OpenFile(name, read, this.keys, this.place.folder, { renewed, told: () => this.view.told(file.view) });
    return file;
  }

  private written(of: (file: CaseText) => string): Written {
    const beside = this.parts.flatMap((part) => [part.name, of(part.view)]);
    return { text: of(this.whole.view), beside };
  }

  /** The text of the case itself is another: it may include other files. */
  private renewed(): void {
    const { text } = this.whole.view;
    if (text === this.linked || (this.parts.length === 0 && this.missing.size === 0 && !mayInclude(text))) return this.view.question();
    this.renew();
  }

  private renew(): void {
    this.opening = this.opening.then(() => this.include()).catch(() => undefined);
  }

  /** Opens what the case includes by now, and closes what it no longer does. */
  private async include(): Promise<void> {
    const { text } = this.whole.view;
    const before = [...this.parts.map((part) => part.name), ...this.missing.keys()];
    const names = await this.place.engines.included(text, before).catch(() => before);
    await this.openAll(names.filter((name) => name !== this.name));
    if (this.closed || this.whole.view.text !== text) return; // it is asked about again
    this.linked = text;
    this.view.question();
  }

  private async openAll(names: string[]): Promise<void> {
    const missing = new Map<string, string>();
    const known = new Set(this.parts.map((part) => part.name));
    const made = await Promise.all(names.filter((name) => !known.has(name)).map((name) => this.part(name, missing)));
    const open = [...this.parts, ...made.filter((part) => part !== undefined)];
    if (this.closed) return open.forEach((part) => part.close());
    const stays = (part: OpenFile): boolean => names.includes(part.name) || part.view.unsaved;
    for (const part of open) if (!stays(part)) part.close();
    this.parts = open.filter(stays).sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
    this.missing = missing;
    this.view.showFiles(this.files.map((file) => file.view), names.flatMap((name) => missing.get(name) ?? []));
    for (const part of made) if (part) void this.offer(part);
  }

  /** One that cannot be read is among those that are missing. */
  private async part(name: string, missing: Map<string, string>): Promise<OpenFile | undefined> {
    try {
      return this.opened(name, await api.read(name), () => this.view.question());
    } catch (fault) {
      const gone = fault instanceof api.Refused && fault.code === "no_such_file";
      missing.set(name, gone ? `'${name}' is missing: put it into ${this.place.folder}, beside this case.` : `'${name}' could not be read. ${api.sentence(fault)}`);
      return undefined;
    }
  }

  private async exportPage(): Promise<void> {
    const { end, ...watch } = this.view.begin("The program is writing the page");
    const request = { verb: "report", ...asked(this.now), name: this.name };
    const reply = await this.place.engines.long(request, { ...api.unwatched, ...watch }).finally(end);
    if (reply.status !== 0 || typeof reply.out !== "string") return this.whole.view.tell(`Not exported. ${reply.err}`);
    download(this.name.replace(/\.toml$/, ".html"), reply.out, "text/html");
  }
}
