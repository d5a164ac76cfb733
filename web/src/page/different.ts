// What reads otherwise in a part than in the page as written: marked where it stands.

const told = "h2, p, li, dt, dd, tr";
const drawn = "svg";

/** Marks what of a part has no like in the same part as written; of a part that there was none of, its heading. */
export function markDifferent(made: HTMLElement, written: HTMLElement | null): void {
  const words = written ? wordsOf(written) : new Set<string>();
  for (const one of made.querySelectorAll<HTMLElement>(written ? told : "h2")) {
    if (counts(one) && !words.has(flat(one.textContent))) one.classList.add("turned");
  }
  // What a picture shows stands in its words, too, and in what is said of each mark.
  const pictures = new Set([...(written?.querySelectorAll(drawn) ?? [])].map((one) => flat(one.textContent)));
  for (const one of made.querySelectorAll(drawn)) if (!pictures.has(flat(one.textContent))) one.closest("figure")?.classList.add("turned");
}

/** How many places are marked in some parts. */
export function placesMarked(parts: readonly HTMLElement[]): number {
  return parts.reduce((sum, part) => sum + part.querySelectorAll(".turned").length, 0);
}

function wordsOf(part: HTMLElement): Set<string> {
  return new Set([...part.querySelectorAll(told)].map((one) => flat(one.textContent)));
}

/** What holds others that are told, and what stays as written, is not marked itself. */
function counts(one: HTMLElement): boolean {
  return one.closest(".stays") === null && one.querySelector(told) === null;
}

const flat = (text: string | null): string => (text ?? "").replace(/\s+/g, " ").trim();
