// What can be asked about: the thing that was clicked, or one chosen from all that the answer shows.

/** What a mark of the page is about, from its data attributes. Nothing of it: the dispute as a whole. */
export interface Subject {
  state?: number;
  party?: string;
  concept?: string;
  conclusion?: string;
  assumption?: string;
}

export interface Named {
  words: string;
  subject: Subject;
}

const longest = 110;
const marked = "[data-state], [data-conclusion], [data-party], [data-assumption]";

export function subjectOf(target: Element): Named | undefined {
  const mark = target.closest<HTMLElement | SVGElement>(marked);
  if (!mark) return undefined;
  const { state, party, concept, conclusion, assumption } = mark.dataset;
  return { words: wordsOf(mark), subject: { state: state === undefined ? undefined : Number(state), party, concept, conclusion, assumption } };
}

/** By kind of thing, those that the answer has marks of; each once. */
export function subjectsIn(answer: ParentNode): Map<string, Named[]> {
  return new Map([
    ["Situations", gathered(answer, "th[data-state]", (data) => ({ state: Number(data.state) }))],
    ["Conclusions", gathered(answer, "p[data-conclusion]", (data) => ({ conclusion: data.conclusion }))],
    ["Assumptions", gathered(answer, ".switches[data-assumption]", (data) => ({ assumption: data.assumption }))],
  ]);
}

function gathered(answer: ParentNode, where: string, subject: (data: DOMStringMap) => Subject): Named[] {
  const found = new Map<string, Named>();
  for (const mark of answer.querySelectorAll<HTMLElement>(where)) {
    const named = { words: wordsOf(mark), subject: subject(mark.dataset) };
    const key = JSON.stringify(named.subject);
    if (!found.has(key)) found.set(key, named);
  }
  return [...found.values()];
}

function wordsOf(mark: Element): string {
  const row = mark.tagName === "TD" ? `${mark.closest("table")?.caption?.textContent ?? ""}, ${mark.closest("tr")?.cells[0]?.textContent ?? ""}: ` : "";
  const said = mark.getAttribute("aria-label") ?? mark.querySelector("title")?.textContent ?? mark.textContent ?? "";
  const words = (row + said).replace(/\s+/g, " ").trim();
  return words.length > longest ? `${words.slice(0, longest - 3)}...` : words;
}
