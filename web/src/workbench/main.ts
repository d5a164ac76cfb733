// The workbench: the start page or one open case, by what stands behind the # of the address.
import { started, type Ask } from "../page/asker.js";
import { startCards } from "../page/cards.js";
import type { Keys } from "../editor/completion.js";
import { keysOf } from "../editor/schema.js";
import * as api from "./api.js";
import { CaseView } from "./caseView.js";
import { ConflictView } from "./conflict.js";
import { button, byId, element } from "../page/element.js";
import { RevisionsView } from "./revisionsView.js";
import { download } from "./save.js";
import { startView, type LibraryCase } from "./start.js";
import { askNewCase } from "./wizard.js";

/** Of a text that stands in the panel beside the page; on a telephone the panel scrolls. */
const columns = 76;

/** The status of an answer for which the page's engine is too small. */
const outOfReach = 3;

class Workbench {
  private readonly app = byId("app", HTMLElement);
  private open: { name: string; etag: string; view: CaseView } | undefined;
  private engine: Promise<Ask> | undefined;
  private keys: Promise<Keys> | undefined;

  async start(): Promise<void> {
    document.documentElement.dataset.script = "switches";
    startCards();
    window.addEventListener("hashchange", () => void this.show());
    window.addEventListener("beforeunload", (event) => {
      if (this.open?.view.unsaved) event.preventDefault();
    });
    document.addEventListener("keydown", (event) => this.key(event));
    api.watchChanges((event) => void this.changedOutside(event));
    const { opened } = await api.about();
    if (opened && location.hash === "") location.replace(`#case=${encodeURIComponent(opened)}`);
    else await this.show();
  }

  private key(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    void this.open?.view.save();
  }

  /** The engine in the page answers small cases at once; it is started when it is first asked. */
  private readonly ask: Ask = async (request) => {
    this.engine ??= fetch("/assets/engine.wasm").then(async (answer) => {
      if (!answer.ok) throw new Error("the program was built without its engine for pages");
      return started(await answer.arrayBuffer());
    });
    const engine = await this.engine.catch(() => undefined);
    const reply = await engine?.(request).catch(() => undefined);
    return reply && reply.status !== outOfReach ? reply : this.native(request);
  };

  /** What is too large for the page, or where it has no engine, the native one answers. */
  private native(request: Record<string, unknown>): ReturnType<Ask> {
    return api.ask(request, () => undefined, new AbortController().signal);
  }

  private async show(): Promise<void> {
    const wanted = new URLSearchParams(location.hash.slice(1)).get("case");
    if (wanted !== null && wanted === this.open?.name) return;
    if (!this.mayLeave()) {
      location.hash = `case=${encodeURIComponent(this.open?.name ?? "")}`;
      return;
    }
    this.open = undefined;
    try {
      await (wanted === null ? this.showStart() : this.showCase(wanted));
    } catch (fault) {
      this.tell(fault instanceof Error ? fault.message : String(fault));
    }
  }

  private mayLeave(): boolean {
    return !this.open?.view.unsaved || confirm("What you wrote is not saved. Leave it all the same?");
  }

  private async showCase(name: string): Promise<void> {
    this.keys ??= this.ask({ verb: "schema" }).then((reply) => keysOf(reply.out as Parameters<typeof keysOf>[0]));
    const [{ text, etag }, keys] = await Promise.all([api.read(name), this.keys]);
    const view: CaseView = new CaseView(name, text, keys, {
      ask: this.ask,
      run: (asked, progress, cancelled) => {
        const request = { ...asked.request, case: view.text, name, form: "text", width: columns, changes: view.tried.changes };
        return asked.long ? api.ask(request, progress, cancelled) : this.ask(request);
      },
      save: (written) => this.save(written),
      revisions: () => void this.revisions(),
      exportPage: (written) => void this.exportPage(name, written),
      home: () => (location.hash = ""),
    });
    this.open = { name, etag, view };
    document.title = `${name} - Entente`;
    this.app.replaceChildren(view.root);
  }

  private async showStart(): Promise<void> {
    const [own, library] = await Promise.all([api.files(), api.library()]);
    const shelf: LibraryCase[] = library.map(({ name, about }) => ({ name, title: about }));
    const view = startView(own, shelf, {
      take: (name) => void this.take(name),
      create: () => void this.create(),
      dropped: (file) => void this.imported(file),
      picture: (name) => this.picture(name),
    });
    document.title = "Entente";
    this.app.replaceChildren(view);
  }

  /** Of the settlements; of the moves where the case names none. */
  private async picture(name: string): Promise<string | undefined> {
    const text = await api.libraryCase(name);
    for (const picture of ["settlements", "graph"]) {
      const reply = await this.ask({ verb: "draw", case: text, picture });
      if (reply.status === 0 && typeof reply.out === "string") return reply.out;
    }
    return undefined;
  }

  private async take(name: string): Promise<void> {
    await this.make(`${name}.toml`, await api.libraryCase(name));
  }

  private async create(): Promise<void> {
    const made = await askNewCase();
    if (made) await this.make(`${fileName(made.title)}.toml`, made.text);
  }

  /** A new file under this name, or one with a number behind it where the name is taken. */
  private async make(name: string, text: string): Promise<void> {
    for (let copy = 1; copy < 100; copy += 1) {
      const free = copy === 1 ? name : name.replace(/\.toml$/, `-${copy}.toml`);
      try {
        await api.create(free, text);
        location.hash = `case=${encodeURIComponent(free)}`;
        return;
      } catch (fault) {
        if (!(fault instanceof api.Refused) || fault.code !== "exists") return this.tell(String(fault));
      }
    }
  }

  private async imported(file: File): Promise<void> {
    try {
      const made = await api.importFile(file);
      location.hash = `case=${encodeURIComponent(made.name)}`;
    } catch (fault) {
      this.tell(fault instanceof Error ? fault.message : String(fault));
    }
  }

  private async save(text: string): Promise<string | undefined> {
    if (!this.open) return undefined;
    try {
      this.open.etag = (await api.save(this.open.name, text, this.open.etag)).etag ?? "";
      return text;
    } catch (fault) {
      if (fault instanceof api.Refused && fault.code === "changed_outside") return this.settle(fault.body as api.Conflict);
      this.open.view.tell(`Not saved: ${fault instanceof Error ? fault.message : String(fault)}`);
      return undefined;
    }
  }

  /** Another program wrote the file since it was read: its text, ours, or both merged by hand. */
  private async settle(conflict: api.Conflict): Promise<string | undefined> {
    if (!this.open) return undefined;
    const chosen = await new ConflictView(conflict).ask();
    if (!this.open || chosen === undefined) return undefined;
    this.open.etag = conflict.theirs?.etag ?? "";
    if (chosen === "theirs") {
      this.open.view.take(conflict.theirs?.text ?? "");
      return undefined;
    }
    const saved = conflict.theirs
      ? await api.save(this.open.name, conflict.yours, conflict.theirs.etag ?? "")
      : await api.create(this.open.name, conflict.yours);
    this.open.etag = saved.etag ?? "";
    return conflict.yours;
  }

  private async changedOutside(event: { name: string; etag: string | null; by: string }): Promise<void> {
    const open = this.open;
    if (!open || event.name !== open.name || event.by === "here" || event.etag === null || event.etag === open.etag) return;
    if (open.view.unsaved) return open.view.tell("Another program changed this file. Saving will ask what to keep.");
    const { text, etag } = await api.read(open.name);
    if (this.open !== open || open.view.unsaved) return;
    open.etag = etag;
    open.view.take(text);
  }

  private async revisions(): Promise<void> {
    const open = this.open;
    if (!open) return;
    const restored = await new RevisionsView(open.name, await api.revisions(open.name)).ask();
    if (restored === undefined || this.open !== open) return;
    open.etag = (await api.restore(restored, open.etag)).etag ?? "";
    open.view.take((await api.read(open.name)).text, "Restored.");
  }

  private async exportPage(name: string, text: string): Promise<void> {
    const reply = await this.native({ verb: "report", case: text, name });
    if (reply.status === 0 && typeof reply.out === "string") download(name.replace(/\.toml$/, ".html"), reply.out, "text/html");
    else this.open?.view.tell(reply.err);
  }

  private tell(words: string): void {
    const close = button("Back to all cases", () => {
      location.hash = "";
      void this.show();
    });
    this.app.replaceChildren(element("main", { class: "start", id: "main" }, element("h1", {}, "Entente"), element("p", { role: "alert" }, words), close));
  }
}

/** A title as the name of a file. */
function fileName(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "case";
}

void new Workbench().start();
