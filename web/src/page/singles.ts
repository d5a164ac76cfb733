// Where the engine cannot run: what one change alone alters, as it was analysed when the page was written.
import type { Altered, Singles } from "./data.js";

export interface Known {
  html: string;
  /** The sentences that conclusions have now; "" where one is no more. */
  now: Map<string, string>;
}

const needsEngine =
  "<p>Several switches at once take the engine, and this browser cannot run it (it has no WebAssembly). One at a time can be looked up.</p>";

/** What is known of these changes; `words` tells a change in words. */
export function known(singles: Singles, changes: readonly string[], words: (change: string) => string): Known {
  const change = changes[0];
  if (change === undefined) return { html: "", now: new Map() };
  if (changes.length > 1) return { html: list("Switched:", changes.map(words)) + needsEngine, now: new Map() };
  const title = `<p><strong>Switched:</strong> ${escaped(words(change))}.</p>`;
  const altered = singles.changes[change];
  if (altered === undefined) return { html: `${title}<p>This change was not analysed when the page was written.</p>`, now: new Map() };
  if (altered === null) return { html: `${title}<p>So changed, the case has a fault and cannot be analysed.</p>`, now: new Map() };
  if (altered.length === 0) return { html: `${title}<p>This alone alters no conclusion.</p>`, now: new Map() };
  const now = new Map(altered.map(([id, , after]) => [id, sentence(singles, after)]));
  return { html: title + list("What it changes:", altered.map((one) => told(singles, one))), now };
}

function told(singles: Singles, [, before, after]: Altered): string {
  return after < 0 ? `No longer: ${sentence(singles, before)}` : sentence(singles, after);
}

function sentence(singles: Singles, number: number): string {
  return number < 0 ? "" : (singles.sentences[number] ?? "");
}

function list(title: string, lines: string[]): string {
  return `<p><strong>${escaped(title)}</strong></p><ul>${lines.map((one) => `<li>${escaped(one)}</li>`).join("")}</ul>`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
