// The files of a case that includes others, as tabs above the one that is shown; those that are missing are named.
import { element } from "../page/element.js";
import type { CaseText } from "./caseText.js";

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

export class FileTabs {
  readonly root = element("section", { class: "left", "aria-label": "The case as text" });
  private readonly list = element("div", { class: "file-tabs", role: "tablist", "aria-label": "The files of this case", hidden: true });
  private readonly absent = element("div", { class: "missing-files", role: "status" });
  private readonly tabs = new Map<CaseText, HTMLButtonElement>();

  constructor(
    /** The one that is shown. */
    public shown: CaseText,
    private readonly turned: () => void,
  ) {
    this.root.append(this.list, this.absent);
    this.list.addEventListener("keydown", (event) => this.key(event));
    this.show([shown], []);
  }

  /** These files, of which the first is always there, and what is said of those that are not. */
  show(files: CaseText[], missing: string[]): void {
    for (const [file, tab] of this.tabs) {
      if (files.includes(file)) continue;
      for (const gone of [tab, file.root]) gone.remove();
      this.tabs.delete(file);
    }
    for (const file of files) if (!this.tabs.has(file)) this.add(file);
    this.list.hidden = files.length === 1;
    this.absent.replaceChildren(...missing.map((words) => element("p", {}, words)));
    this.turn(this.tabs.has(this.shown) ? this.shown : (files[0] ?? this.shown));
  }

  /** Which are not saved, and where faults are. */
  mark(): void {
    for (const [file, tab] of this.tabs) {
      const marks = [...(file.unsaved ? ["not saved"] : []), ...(file.faulty > 0 ? [file.faulty === 1 ? "1 fault" : `${file.faulty} faults`] : [])];
      const words = marks.length > 0 ? [" ", element("small", { class: "file-mark" }, marks.join(", "))] : [];
      tab.replaceChildren(file.name, ...words);
    }
  }

  private add(file: CaseText): void {
    const id = `file-${crypto.randomUUID()}`;
    const tab = element("button", { type: "button", role: "tab", id, "aria-controls": `${id}-text`, click: () => this.choose(file) });
    file.root.id = `${id}-text`;
    file.root.setAttribute("aria-labelledby", id);
    this.tabs.set(file, tab);
    this.list.append(tab);
    this.root.append(file.root);
  }

  private turn(to: CaseText): void {
    this.shown = to;
    for (const [file, tab] of this.tabs) {
      const chosen = file === to;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      file.root.hidden = !chosen;
      if (this.list.hidden) file.root.removeAttribute("role");
      else file.root.setAttribute("role", "tabpanel");
    }
    this.mark();
    to.seen();
  }

  private choose(file: CaseText): void {
    this.turn(file);
    this.turned();
  }

  private key(event: KeyboardEvent): void {
    const step = steps[event.key];
    if (step === undefined) return;
    const files = [...this.tabs.keys()];
    const next = files[(files.indexOf(this.shown) + step + files.length) % files.length];
    if (!next) return;
    event.preventDefault();
    this.choose(next);
    this.tabs.get(next)?.focus();
  }
}
