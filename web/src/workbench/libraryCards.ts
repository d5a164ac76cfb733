// The library on the start page: a card a case, group by group, and a box to search it by.
import { put } from "./adopt.js";
import type { LibraryCase } from "./api.js";
import { button, element } from "../page/element.js";

export interface ShelfActions {
  take: (one: LibraryCase) => void;
  /** A small picture of a case, as the engine draws it. */
  picture: (one: LibraryCase) => Promise<string | undefined>;
  /** The names of those in which all the words stand. */
  search: (words: string) => Promise<Set<string>>;
}

export function shelfView(library: LibraryCase[], actions: ShelfActions): HTMLElement {
  const cards = new Map(library.map((one) => [one.name, card(one, actions)]));
  const groups = [...new Set(library.map((one) => one.group))].map((name) =>
    group(
      name,
      library.filter((one) => one.group === name).map((one) => cards.get(one.name)!),
    ),
  );
  const told = element("p", { class: "shelf-told", role: "status" });
  const box = element("input", { type: "search", autocomplete: "off", input: () => void searched() });
  async function searched(): Promise<void> {
    const words = box.value;
    const found = await actions.search(words).catch(() => undefined);
    if (!found || words !== box.value) return; // more has been typed meanwhile, or it stays as it is
    for (const [name, one] of cards) one.hidden = !found.has(name);
    for (const one of groups) one.hidden = !one.querySelector("li:not([hidden])");
    told.textContent = toldOf(words, found.size);
  }
  return element(
    "section",
    { class: "shelf", "aria-labelledby": "shelf-title" },
    element("h2", { id: "shelf-title" }, "The library"),
    element("p", {}, "Cases that come with the program. Opening one puts a copy of it into your folder."),
    element("label", { class: "shelf-search" }, "Search the library: ", box),
    told,
    ...groups,
  );
}

function toldOf(words: string, found: number): string {
  if (words.trim() === "") return "";
  if (found === 0) return `No case of the library has \u201c${words.trim()}\u201d.`;
  return found === 1 ? "One case has it." : `${found} cases have it.`;
}

function group(name: string, cards: HTMLElement[]): HTMLElement {
  return element("div", { class: "shelf-group" }, element("h3", {}, name), element("ul", { class: "cards" }, ...cards));
}

function card(one: LibraryCase, actions: ShelfActions): HTMLElement {
  const picture = element("div", { class: "card-picture", "aria-hidden": "true" });
  void actions
    .picture(one)
    .then((svg) => (svg ? put(picture, svg) : undefined))
    .catch(() => undefined);
  return element("li", { class: "card" }, picture, button(one.about, () => actions.take(one), { class: "card-title" }));
}
