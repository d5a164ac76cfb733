// Walks over a case file's text, however broken, and tells which tables, keys and strings stand where.

/** A string in the text; `from` and `to` are inside its quotes. */
export interface Quoted {
  text: string;
  from: number;
  to: number;
  /** The key right before it in braces: `to = { north = "..." }`. */
  innerKey?: string;
}

/** A key with its value, in the table whose head stands last before it. */
export interface Entry {
  table: string;
  /** Which head it stands under, counted from 0; -1 before the first. */
  head: number;
  key: string;
  from: number;
  valueFrom: number;
  to: number;
  strings: Quoted[];
}

export interface Head {
  name: string;
  from: number;
}

export interface Walk {
  heads: Head[];
  entries: Entry[];
}

const keyPattern = /^[ \t]*([A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')[ \t]*=/;
const headPattern = /^[ \t]*\[\[?[ \t]*([A-Za-z0-9_.-]*)/;
const innerKeyPattern = /(?:"([^"\n]*)"|'([^'\n]*)'|([A-Za-z0-9_.-]+))[ \t]*=[ \t]*$/;

export function walk(text: string): Walk {
  const found: Walk = { heads: [], entries: [] };
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const head = headPattern.exec(line);
    const key = keyPattern.exec(line);
    if (head) {
      found.heads.push({ name: head[1] ?? "", from: at });
    } else if (key) {
      const entry = entryAt(text, at, key, found);
      found.entries.push(entry);
      at = entry.to;
      at = lineEnd(text, at) + 1;
      continue;
    }
    at = end + 1;
  }
  return found;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function entryAt(text: string, line: number, key: RegExpExecArray, sofar: Walk): Entry {
  const valueFrom = line + key[0].length;
  const written = key[1] ?? "";
  const entry: Entry = {
    table: sofar.heads.at(-1)?.name ?? "",
    head: sofar.heads.length - 1,
    key: /^["']/.test(written) ? written.slice(1, -1) : written,
    from: line + key[0].indexOf(written),
    valueFrom,
    to: valueFrom,
    strings: [],
  };
  entry.to = valueEnd(text, valueFrom, entry.strings);
  return entry;
}

/** The end of a value: of its line, unless a bracket or a long string stays open over it. */
function valueEnd(text: string, from: number, strings: Quoted[]): number {
  let open = 0;
  for (let at = from; at < text.length; ) {
    const c = text[at];
    if (c === "\n" && (open === 0 || startsSomething(text, at + 1))) return at;
    if (c === "#") {
      at = lineEnd(text, at);
    } else if (c === '"' || c === "'") {
      const quoted = quotedAt(text, at);
      const inner = innerKeyPattern.exec(text.slice(from, at));
      if (inner && open > 0) quoted.innerKey = inner[1] ?? inner[2] ?? inner[3];
      const isKey = /^[ \t]*=/.test(text.slice(quoted.end, quoted.end + 20));
      if (!isKey) strings.push(quoted);
      at = quoted.end;
    } else {
      if (c === "[" || c === "{") open += 1;
      if (c === "]" || c === "}") open -= 1;
      at += 1;
    }
  }
  return text.length;
}

/** While a bracket is being typed its end is missing: the next head or key ends the value then. */
function startsSomething(text: string, at: number): boolean {
  const line = text.slice(at, lineEnd(text, at));
  return headPattern.test(line) ? /^[ \t]*\[\[?[A-Za-z]/.test(line) : keyPattern.test(line) && !/^[ \t]*["']/.test(line);
}

function quotedAt(text: string, at: number): Quoted & { end: number } {
  const quote = text[at] ?? '"';
  const long = text.startsWith(quote.repeat(3), at);
  const from = at + (long ? 3 : 1);
  for (let to = from; to <= text.length; to += 1) {
    const c = text[to];
    if (c === "\\" && quote === '"') {
      to += 1;
    } else if (to === text.length || (!long && c === "\n")) {
      return { text: text.slice(from, to), from, to, end: to };
    } else if (long ? text.startsWith(quote.repeat(3), to) : c === quote) {
      return { text: text.slice(from, to), from, to, end: to + (long ? 3 : 1) };
    }
  }
  return { text: text.slice(from), from, to: text.length, end: text.length };
}

/** Whether a string of an entry is a formula; in the changes of an option that of `when` is. */
export function isFormula(entry: Entry, quoted: Quoted): boolean {
  const place = `${entry.table}.${entry.key}`;
  if (place === "party.option.moves" || place === "joint.moves") return quoted.innerKey === "when";
  return entry.table === "names" || formulaKeys.has(place);
}

const formulaKeys = new Set([
  "agreement.when",
  "joint.when",
  "party.ranking",
  "party.option.when",
  "party.move.from",
  "party.move.to",
  "party.preference.statement",
  "rule.require",
  "rule.forbid",
  "stake.to",
]);
