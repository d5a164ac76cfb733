// The workbench: the start page or one open case, by what stands behind the # of the address.
import { started, type Started } from "../page/asker.js";
import { startCards } from "../page/cards.js";
import type { Keys } from "../editor/completion.js";
import { keysOf } from "../editor/schema.js";
import * as api from "./api.js";
import type { Run } from "./asking.js";
import type { CaseView } from "./caseView.js";
import { Engines } from "./engines.js";
import { importable } from "./importable.js";
import { button, byId, element } from "../page/element.js";
import { OpenCase } from "./openCase.js";
import { tooMany } from "./size.js";
import type { LibraryCase } from "./libraryCards.js";
import { startView, type StartView } from "./start.js";
import { askNewCase } from "./wizard.js";

/** Of a text that stands in the panel beside the page; on a telephone the panel scrolls. */
const columns = 76;

class Workbench {
  private readonly app = byId("app", HTMLElement);
  private readonly engines = new Engines(startEngine, { quick: api.ask, long: api.job }, undefined, api.beside);
  private open: OpenCase | undefined;
  private start: StartView | undefined;
  private keys: Promise<Keys> | undefined;
  /** The cards' pictures, one after another. */
  private drawn: Promise<string | undefined> = Promise.resolve(undefined);
  private about: Awaited<ReturnType<typeof api.about>> | undefined;

  async begin(): Promise<void> {
    document.documentElement.dataset.script = "switches";
    startCards();
    window.addEventListener("hashchange", () => void this.show());
    window.addEventListener("beforeunload", (event) => {
      if (this.open?.view.unsaved) event.preventDefault();
    });
    window.addEventListener("pagehide", () => this.open?.keep());
    document.addEventListener("keydown", (event) => this.key(event));
    api.watchChanges(
      ({ name, etag, by }) => (name === this.open?.name ? this.open.heard(etag, by) : undefined),
      () => this.open?.heard(undefined, "unknown"),
    );
    await this.show();
  }

  private key(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    void this.open?.view.save();
  }

  private async show(): Promise<void> {
    try {
      const first = this.about === undefined;
      this.about ??= await api.about();
      const { opened } = this.about;
      if (first && opened && location.hash === "") return location.replace(address(opened));
      await this.turn(wanted());
    } catch (fault) {
      this.tell(api.sentence(fault));
    }
  }

  private async turn(to: string | null): Promise<void> {
    if (to !== null && to === this.open?.name) return;
    if (!this.mayLeave()) {
      location.hash = address(this.open?.name ?? "");
      return;
    }
    this.open?.close();
    this.open = this.start = undefined;
    await (to === null ? this.showStart() : this.showCase(to));
  }

  private mayLeave(): boolean {
    const words = "What you wrote is not saved. It stays in this browser and is offered when you open the case again. Leave it?";
    return !this.open?.view.unsaved || confirm(words);
  }

  private async showCase(name: string): Promise<void> {
    const [read, keys] = await Promise.all([api.read(name), this.keysOfCases()]);
    if (wanted() !== name) return; // somebody went elsewhere meanwhile
    this.open = new OpenCase(name, read, keys, {
      folder: this.about?.folder ?? "",
      engines: this.engines,
      run: (view) => this.runAbout(name, view),
      home: () => (location.hash = ""),
    });
    document.title = `${name} - Entente`;
    this.app.replaceChildren(this.open.view.root);
    await this.open.offer();
  }

  private keysOfCases(): Promise<Keys> {
    this.keys ??= this.engines.ask({ verb: "schema" }).then((reply) => keysOf(reply.out as Parameters<typeof keysOf>[0]));
    this.keys.catch(() => (this.keys = undefined)); // to be asked once more
    return this.keys;
  }

  /** Questions about what is shown, as text: to the page's engine where they are quick. */
  private runAbout(name: string, view: CaseView): Run {
    return async (asked, watch) => {
      const { changes } = view.tried;
      const request = { ...asked.request, case: view.text, name, form: "text", width: columns, changes };
      const long = asked.long || (await tooMany(view.text, changes, this.engines));
      return long ? this.engines.long(request, watch) : this.engines.watched(request, watch);
    };
  }

  private async showStart(): Promise<void> {
    const [own, library] = await Promise.all([api.files(), api.library()]);
    if (wanted() !== null) return;
    const shelf: LibraryCase[] = library.map(({ name, about, group }) => ({ name, title: about, group }));
    this.start = startView(own, shelf, {
      take: (name) => void this.tried("Not opened.", () => this.take(name)),
      create: () => void this.tried("Not written.", () => this.create()),
      dropped: (files) => void this.tried("Not imported.", () => this.imported(files)),
      search: async (words) => new Set((await api.library(words)).map(({ name }) => name)),
      picture: (name) => (this.drawn = this.drawn.then(() => this.picture(name).catch(() => undefined))),
    });
    document.title = "Entente";
    this.app.replaceChildren(this.start.root);
  }

  /** Something of the start page, which stays as it is where that fails. */
  private async tried(what: string, work: () => Promise<void>): Promise<void> {
    const { start } = this;
    start?.tell("");
    await work().catch((fault: unknown) => start?.tell(`${what} ${api.sentence(fault)}`));
  }

  /** Of the settlements; of the moves where the case names none, of all of them where none leads away from today; nothing once a case is opened, which then has the engine to itself. */
  private async picture(name: string): Promise<string | undefined> {
    if (!this.start) return undefined;
    const text = await api.libraryCase(name);
    for (const picture of ["settlements", "graph", "integrated"]) {
      const reply = await this.engines.ask({ verb: "draw", case: text, picture });
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
  private async make(name: string, text: string, copy = 1): Promise<void> {
    const free = copy === 1 ? name : name.replace(/\.toml$/, `-${copy}.toml`);
    try {
      await api.create(free, text);
      location.hash = address(free);
    } catch (fault) {
      if (!(fault instanceof api.Refused) || fault.code !== "exists") throw fault;
      await this.make(name, text, copy + 1);
    }
  }

  /** One that comes in is opened; of several, and of those that do not, the start page tells. */
  private async imported(files: File[]): Promise<void> {
    const failed: string[] = [];
    let made: string | undefined;
    for (const file of files) {
      try {
        importable(file, this.about?.limits.body ?? Infinity);
        made = (await api.importFile(file)).name;
      } catch (fault) {
        failed.push(`'${file.name}' was not imported. ${api.sentence(fault)}`);
      }
    }
    if (made !== undefined && files.length === 1) location.hash = address(made);
    else if (made !== undefined) await this.showStart();
    this.start?.tell(failed.join(" "));
  }

  private tell(words: string): void {
    const close = button("Back to all cases", () => {
      location.hash = "";
      void this.show();
    });
    this.app.replaceChildren(element("main", { class: "start", id: "main" }, element("h1", {}, "Entente"), element("p", { role: "alert" }, words), close));
  }
}

/** The case that the address names. */
const wanted = (): string | null => new URLSearchParams(location.hash.slice(1)).get("case");

const address = (name: string): string => `#case=${encodeURIComponent(name)}`;

/** The engine in the page, which answers small cases at once; it is started when it is first asked. */
async function startEngine(): Promise<Started> {
  const answer = await fetch("/assets/engine.wasm");
  if (!answer.ok) throw new Error("The program was built without its engine for pages.");
  return started(await answer.arrayBuffer());
}

/** A title as the name of a file. */
function fileName(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "case";
}

void new Workbench().begin();
