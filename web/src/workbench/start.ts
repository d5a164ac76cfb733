// The start page: the library with small pictures, the user's own cases, a new one, and files dropped on it.
import { put } from "./adopt.js";
import { button, element } from "./element.js";

export interface LibraryCase {
  name: string;
  title: string;
  /** A small picture as SVG, made by the engine. */
  picture?: string;
}

export interface StartActions {
  open: (name: string) => void;
  take: (name: string) => void;
  create: () => void;
  dropped: (file: File) => void;
}

export function startView(own: { name: string; title?: string }[], library: LibraryCase[], actions: StartActions): HTMLElement {
  const view = element(
    "main",
    { class: "start", id: "main", tabindex: -1 },
    element("h1", {}, "Entente"),
    element("p", {}, "Write a dispute down, and see where it stands, why it is stuck, and what would settle it."),
    ownCases(own, actions),
    element("h2", {}, "The library"),
    element("p", {}, "Cases that come with the program. Opening one puts a copy of it into your folder."),
    element("ul", { class: "cards" }, ...library.map((one) => card(one, actions))),
  );
  takeDrops(view, actions);
  return view;
}

function ownCases(own: { name: string; title?: string }[], actions: StartActions): HTMLElement {
  const rows = own.map((file) =>
    element("li", {}, element("a", { href: `#case=${encodeURIComponent(file.name)}` }, file.title ?? file.name), element("span", { class: "file-name" }, file.name)),
  );
  const none = element("p", {}, "There is no case in this folder yet.");
  const choose = element("input", { type: "file", accept: ".toml,.gmcr", change: (event) => chosen(event, actions) });
  return element(
    "section",
    { "aria-labelledby": "own-title" },
    element("h2", { id: "own-title" }, "Your cases"),
    own.length > 0 ? element("ul", { class: "own" }, ...rows) : none,
    element(
      "div",
      { class: "start-buttons" },
      button("New case ...", () => actions.create(), { class: "primary" }),
      element("label", { class: "import" }, "Import a file (.toml or .gmcr), or drop it here: ", choose),
    ),
  );
}

function chosen(event: Event, actions: StartActions): void {
  const input = event.target as HTMLInputElement;
  for (const file of input.files ?? []) actions.dropped(file);
  input.value = "";
}

function card(one: LibraryCase, actions: StartActions): HTMLElement {
  const picture = element("div", { class: "card-picture", "aria-hidden": "true" });
  if (one.picture) put(picture, one.picture);
  return element("li", { class: "card" }, picture, button(one.title, () => actions.take(one.name), { class: "card-title" }));
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
    for (const file of event.dataTransfer?.files ?? []) actions.dropped(file);
  });
}
