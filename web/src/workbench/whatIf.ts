// The bar below: what is switched without typing and what it changed, with undo, redo and keep.
import { put } from "./adopt.js";
import { button, element } from "../page/element.js";
import type { Page } from "../page/data.js";

export interface WhatIfActions {
  undo: () => void;
  redo: () => void;
  reset: () => void;
  keep: () => void;
}

interface Steps {
  now: { changes: readonly string[] };
  canUndo: boolean;
  canRedo: boolean;
}

export class WhatIf {
  readonly root = element("footer", { class: "what-if", "aria-label": "What is tried" });
  private readonly words = element("div", { class: "what-if-words", role: "status" });
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;
  private readonly reset: HTMLButtonElement;
  private readonly keep: HTMLButtonElement;

  constructor(actions: WhatIfActions) {
    this.undo = button("Undo", actions.undo);
    this.redo = button("Redo", actions.redo);
    this.reset = button("As written", actions.reset);
    this.keep = button("Keep", actions.keep, { class: "primary", title: "Write what is tried into the text" });
    this.root.append(this.words, element("div", { class: "what-if-buttons" }, this.undo, this.redo, this.reset, this.keep));
  }

  /** `brief`: there is one instead of a page, and what is tried stands in it. */
  show(steps: Steps, page: Page | undefined, brief = false): void {
    const none = steps.now.changes.length === 0;
    this.root.classList.toggle("idle", none);
    this.undo.disabled = !steps.canUndo;
    this.redo.disabled = !steps.canRedo;
    this.reset.disabled = this.keep.disabled = none;
    if (none) this.words.textContent = "Nothing is tried: what stands above is the case as written.";
    else if (page) put(this.words, page.bar);
    else if (brief) this.words.textContent = "The brief above is that of the case with what is tried.";
  }
}
