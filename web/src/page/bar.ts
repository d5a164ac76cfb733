// The bar at the bottom: what is switched and what that changed, with undo, redo and the way back.
import { placesMarked } from "./different.js";
import { button, element } from "./element.js";

export interface BarActions {
  undo: () => void;
  redo: () => void;
  reset: () => void;
}

export interface BarState {
  canUndo: boolean;
  canRedo: boolean;
  /** Whether anything is switched. */
  tried: boolean;
}

export class Bar {
  private readonly root: HTMLElement;
  private readonly words = element("div", { class: "what-if-words", role: "status", "aria-live": "polite", tabindex: 0 });
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;
  private readonly reset: HTMLButtonElement;

  /** `before`: what it stands before, so that print says first what was switched. */
  constructor(before: HTMLElement, actions: BarActions) {
    this.undo = button("Undo", actions.undo);
    this.redo = button("Redo", actions.redo);
    this.reset = button("As written", actions.reset, { class: "primary" });
    const buttons = element("div", { class: "what-if-buttons" }, this.undo, this.redo, this.reset);
    this.root = element("aside", { id: "what-if", "aria-label": "What is switched", hidden: true }, this.words, buttons);
    before.before(this.root);
    listenForKeys(this.undo, this.redo);
    new ResizeObserver(() => this.makeRoom()).observe(this.root);
  }

  /** What it says comes from the engine, or from this program: never from the case unescaped. */
  show(state: BarState, html: string, changed: readonly HTMLElement[] = []): void {
    const held = this.root.contains(document.activeElement);
    this.root.hidden = !state.tried && !state.canUndo && !state.canRedo;
    this.words.innerHTML = html;
    this.root.classList.toggle("not-printed", !state.tried);
    const links = changed.map(linkTo).filter((one): one is HTMLElement => one !== undefined);
    if (links.length > 0) {
      const places = placesMarked(changed);
      const where = `${places === 1 ? "one place" : `${places} places`} in ${links.length === 1 ? "one part" : `${links.length} parts`}`;
      const count = element("p", { class: "what-if-count" }, `Marked in the page where it reads otherwise: ${where}.`);
      this.words.firstElementChild?.after(count);
      this.words.append(element("p", { class: "what-if-links" }, "Now otherwise: ", ...links));
    }
    this.undo.disabled = !state.canUndo;
    this.redo.disabled = !state.canRedo;
    this.reset.disabled = !state.tried;
    if (held && !this.root.contains(document.activeElement)) this.firstEnabled()?.focus();
    this.makeRoom();
  }

  busy(): void {
    this.root.setAttribute("aria-busy", "true");
  }
  idle(): void {
    this.root.removeAttribute("aria-busy");
  }

  private firstEnabled(): HTMLButtonElement | undefined {
    return [this.undo, this.redo, this.reset].find((one) => !one.disabled);
  }

  /** The end of the page, and what is scrolled to, is never under the bar. */
  private makeRoom(): void {
    const height = this.root.hidden ? 0 : this.root.offsetHeight;
    document.documentElement.style.setProperty("--bar-room", `${height}px`);
  }
}

/** A link to a part of the page, by its heading. */
function linkTo(section: HTMLElement): HTMLElement | undefined {
  const words = section.querySelector("h2")?.textContent ?? "";
  return words === "" ? undefined : element("a", { href: `#${section.id}` }, words);
}

/** Undo and redo as everywhere else. */
function listenForKeys(undo: HTMLButtonElement, redo: HTMLButtonElement): void {
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const pressed = key === "y" || (key === "z" && event.shiftKey) ? redo : key === "z" ? undo : undefined;
    if (!pressed || pressed.disabled) return;
    event.preventDefault();
    pressed.click();
  });
}
