// The workbench: the start page or one open case, by what stands behind the # of the address.
import { started, type Started } from "../page/asker.js";
import { startCards } from "../page/cards.js";
import type { Keys } from "../editor/completion.js";
import { keysOf } from "../editor/schema.js";
import * as api from "./api.js";
import type { Run } from "./asking.js";
import { Engines } from "./engines.js";
import { fromLibrary, Importing, taken, written } from "./incoming.js";
import { button, byId, element } from "../page/element.js";
import { OpenCase } from "./openCase.js";
import { tooMany } from "./size.js";
import { startView, type StartView } from "./start.js";
import { asked as askedAbout } from "./written.js";

/** Of a text that stands in the panel beside the page; on a telephone the panel scrolls. */
const columns = 76;

class Workbench {
  private readonly app = byId("app", HTMLElement);
  private readonly engines = new Engines(startEngine, { quick: api.ask, long: api.job });
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
      if (this.open?.unsaved) event.preventDefault();
    });
    window.addEventListener("pagehide", () => this.open?.keep());
    document.addEventListener("keydown", (event) => this.key(event));
    api.watchChanges(
      ({ name, etag, by }) => this.open?.heard(name, etag, by),
      () => this.open?.heard(undefined, undefined, "unknown"),
    );
    await this.show();
  }

  private key(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    void this.open?.save();
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
    const unsaved = this.open?.unsaved ?? 0;
    const where = unsaved > 1 ? ` in ${unsaved} files` : "";
    const words = `What you wrote${where} is not saved. It stays in this browser and is offered when you open the case again. Leave it?`;
    return unsaved === 0 || confirm(words);
  }

  private async showCase(name: string): Promise<void> {
    const [read, keys] = await Promise.all([api.read(name), this.keysOfCases()]);
    if (wanted() !== name) return; // somebody went elsewhere meanwhile
    this.open = new OpenCase(name, read, keys, {
      folder: this.about?.folder ?? "",
      engines: this.engines,
      run: (open) => this.runAbout(open),
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
  private runAbout({ name, now, view }: OpenCase): Run {
    return async (asked, watch) => {
      const { changes } = view.tried;
      const request = { ...asked.request, ...askedAbout(now), name, form: "text", width: columns, changes };
      const long = asked.long || (await tooMany(now, changes, this.engines));
      return long ? this.engines.long(request, watch) : this.engines.watched(request, watch);
    };
  }

  private async showStart(): Promise<void> {
    const [own, library] = await Promise.all([api.files(), api.library()]);
    if (wanted() !== null) return;
    this.start = startView(own, library, {
      take: (one) => void this.tried("Not opened.", async () => go(await taken(one))),
      create: () => void this.tried("Not written.", () => this.create()),
      search: async (words) => new Set((await api.library(words)).map(({ name }) => name)),
      dropped: (files) => void this.tried("Not imported.", () => this.imported(files)),
      picture: (one) => (this.drawn = this.drawn.then(() => this.picture(one).catch(() => undefined))),
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
  private async picture({ name, includes = [] }: api.LibraryCase): Promise<string | undefined> {
    if (!this.start) return undefined;
    const [whole, ...parts] = await Promise.all([`${name}.toml`, ...includes].map(fromLibrary));
    const about = askedAbout({ text: whole?.text ?? "", beside: parts.flatMap((part) => [part.name, part.text]) });
    for (const picture of ["settlements", "graph", "integrated"]) {
      const reply = await this.engines.ask({ verb: "draw", ...about, picture });
      if (reply.status === 0 && typeof reply.out === "string") return reply.out;
    }
    return undefined;
  }

  private async create(): Promise<void> {
    const made = await written();
    if (made !== undefined) go(made);
  }

  /** One that comes in is opened; of several, and of those that do not, the start page tells. */
  private async imported(files: File[]): Promise<void> {
    const importing = new Importing(this.engines, { body: this.about?.limits.body ?? Infinity, folder: this.about?.folder ?? "" });
    const { name, words } = await importing.all(files);
    if (name !== undefined) go(name);
    else if (importing.any) await this.showStart();
    this.start?.tell(words.join(" "));
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

function go(name: string): void {
  location.hash = address(name);
}

/** The engine in the page, which answers small cases at once; it is started when it is first asked. */
async function startEngine(): Promise<Started> {
  const answer = await fetch("/assets/engine.wasm");
  if (!answer.ok) throw new Error("The program was built without its engine for pages.");
  return started(await answer.arrayBuffer());
}

void new Workbench().begin();
