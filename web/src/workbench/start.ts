// The start page: the library with small pictures, the user's own cases, a new one, and files dropped on it.
import type { LibraryCase } from "./api.js";
import { button, element } from "../page/element.js";
import { shelfView, type ShelfActions } from "./libraryCards.js";

export interface StartActions extends ShelfActions {
  create: () => void;
  dropped: (files: File[]) => void;
}

export interface StartView {
  root: HTMLElement;
  /** What could not be done; all else stays as it is. */
  tell: (words: string) => void;
}

export function startView(own: { name: string }[], library: LibraryCase[], actions: StartActions): StartView {
  const note = element("p", { class: "start-note", role: "alert" });
  const root = element(
    "main",
    { class: "start", id: "main", tabindex: -1 },
    element("h1", {}, "Entente"),
    element("p", {}, "Write a dispute down, and see where it stands, why it is stuck, and what would settle it."),
    note,
    ownCases(own, actions),
    shelfView(library, actions),
  );
  takeDrops(root, actions);
  return { root, tell: (words) => (note.textContent = words) };
}

function ownCases(own: { name: string }[], actions: StartActions): HTMLElement {
  const rows = own.map((file) =>
    element("li", {}, element("a", { href: `#case=${encodeURIComponent(file.name)}` }, file.name)),
  );
  const none = element("p", {}, "There is no case in this folder yet.");
  const choose = element("input", { type: "file", multiple: true, accept: ".toml,.gmcr", change: (event) => chosen(event, actions) });
  return element(
    "section",
    { "aria-labelledby": "own-title" },
    element("h2", { id: "own-title" }, "Your cases"),
    own.length > 0 ? element("ul", { class: "own" }, ...rows) : none,
    element(
      "div",
      { class: "start-buttons" },
      button("New case ...", () => actions.create(), { class: "primary" }),
      element("label", { class: "import" }, "Import files (.toml or .gmcr), or drop them here: ", choose),
    ),
  );
}

function chosen(event: Event, actions: StartActions): void {
  const input = event.target as HTMLInputElement;
  actions.dropped([...(input.files ?? [])]);
  input.value = "";
}

function takeDrops(view: HTMLElement, actions: StartActions): void {
  view.addEventListener("dragover", (event) => {
    event.preventDefault();
    view.classList.add("dropping");
  });
  view.addEventListener("dragleave", () => view.classList.remove("dropping"));
  view.addEventListener("drop", (event) => {
    event.preventDefault();
    view.classList.remove("dropping");
    actions.dropped([...(event.dataTransfer?.files ?? [])]);
  });
}
