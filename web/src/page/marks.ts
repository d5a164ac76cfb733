// The marks of pictures: each can be pointed at, reached by the arrow keys, and chosen where it is a situation.
import { openAround } from "./folds.js";

const markSelector = "[data-state], [data-assumption], [data-evidence], [data-conclusion]";

/** Makes a section's pictures alive; `choose` is told a situation that was chosen. */
export function reviveMarks(section: HTMLElement, choose: ((state: number) => void) | undefined): void {
  for (const picture of section.querySelectorAll<SVGSVGElement>("svg")) revive(picture, choose);
}

function revive(picture: SVGSVGElement, choose: ((state: number) => void) | undefined): void {
  const marks = [...picture.querySelectorAll<SVGElement>(markSelector)].filter((one) => one.parentElement?.closest(markSelector) === null);
  if (marks.length === 0) return;
  // A picture with things in it that can be reached is not one image any more.
  picture.setAttribute("role", "group");
  const title = picture.querySelector<SVGTitleElement>(":scope > title");
  if (title) picture.setAttribute("aria-label", title.textContent ?? "");
  marks.forEach((mark, n) => dress(mark, n === 0, choose !== undefined));
  const step = (from: SVGElement, by: number): void => {
    const to = marks[(marks.indexOf(from) + by + marks.length) % marks.length];
    from.setAttribute("tabindex", "-1");
    to?.setAttribute("tabindex", "0");
    to?.focus();
  };
  picture.addEventListener("keydown", (event) => {
    const mark = markOf(event.target, marks);
    if (!mark) return;
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by !== undefined) step(mark, by);
    else if (event.key === "Enter" || event.key === " ") take(mark, choose);
    else return;
    event.preventDefault();
  });
  picture.addEventListener("click", (event) => {
    const mark = markOf(event.target, marks);
    if (mark) take(mark, choose);
  });
}

function dress(mark: SVGElement, first: boolean, chooses: boolean): void {
  mark.setAttribute("tabindex", first ? "0" : "-1");
  mark.setAttribute("focusable", "true");
  mark.setAttribute("role", leads(mark, chooses) ? "button" : "img");
  mark.setAttribute("aria-label", nameOf(mark));
}

/** Its words, and first what is written on it, where they do not begin so. */
function nameOf(mark: SVGElement): string {
  const words = wordsOf(mark);
  const written = [...mark.querySelectorAll("text")].map((one) => one.textContent?.trim() ?? "").join(" ");
  return written === "" || words.includes(written) ? words : `${written}. ${words}`;
}

/** What a mark is called: what stands in it, then what its title adds. */
export function wordsOf(mark: Element): string {
  const shown = [...mark.querySelectorAll("text")].map((one) => one.textContent ?? "").join(" ");
  const title = mark.querySelector(":scope > title")?.textContent ?? "";
  const words = plain(title).includes(plain(shown)) ? plain(title) : plain(`${shown} ${title}`);
  return words || (mark.getAttribute("data-state") ? `Situation ${mark.getAttribute("data-state")}` : "A mark");
}

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

function markOf(target: EventTarget | null, marks: SVGElement[]): SVGElement | undefined {
  return target instanceof Element ? marks.find((mark) => mark.contains(target)) : undefined;
}

function place(mark: SVGElement): HTMLElement | null {
  const { assumption, evidence } = mark.dataset;
  const id = assumption ? `assumption-${assumption.replace(/[^A-Za-z0-9_-]/g, "-")}` : evidence ? `evidence-${evidence}` : "";
  return id === "" ? null : document.getElementById(id);
}

function leads(mark: SVGElement, chooses: boolean): boolean {
  return (chooses && mark.dataset.state !== undefined) || place(mark) !== null;
}

function take(mark: SVGElement, choose: ((state: number) => void) | undefined): void {
  const { state } = mark.dataset;
  if (state !== undefined && choose) choose(Number(state));
  else {
    openAround(place(mark));
    place(mark)?.scrollIntoView({ block: "center" });
  }
}
