// The line ends of a file: the editor has one kind only, and a file keeps the kind that it came with.
export type LineEnd = "\n" | "\r\n";

/** The text as the editor has it, in which every line ends in \n. */
export function inLines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** That of Windows where every line has it. */
export function lineEnd(text: string): LineEnd {
  return text.includes("\r\n") && !/(^|[^\r])\n|\r(?!\n)/.test(text) ? "\r\n" : "\n";
}

/** A text of the editor as it stands in a file. */
export function ended(text: string, end: LineEnd): string {
  return text.replace(/\n/g, end);
}
