// A case as it is asked about: its text, and the files that it includes.

export interface Written {
  text: string;
  /** What it includes: names and texts by turns. */
  beside?: readonly string[];
}

/** As requests have it. */
export function asked({ text, beside = [] }: Written): Record<string, unknown> {
  return beside.length > 0 ? { case: text, beside } : { case: text };
}

/** Whether a text can include others at all; nobody is asked about one that cannot. */
export function mayInclude(text: string): boolean {
  return text.includes("include");
}

export function sameWritten(a: Written, b: Written): boolean {
  const [others, all] = [a.beside ?? [], b.beside ?? []];
  return a.text === b.text && others.length === all.length && others.every((one, n) => one === all[n]);
}

/** The texts of what it includes. */
export function partsOf({ beside = [] }: Written): string[] {
  return beside.filter((_, n) => n % 2 === 1);
}
