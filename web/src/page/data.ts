// What the page carries for its script: the case, the program's version, and every single change as it was analysed.
import type { components } from "schemas";

/** A conclusion that a change alters: its id, and its sentence before and after, by number; -1 where there is none. */
export type Altered = [id: string, before: number, after: number];

/** Every single change, for browsers that cannot run the engine. */
export interface Singles {
  sentences: string[];
  /** By change; null where the case so changed is none that can be analysed. */
  changes: Record<string, Altered[] | null>;
}

export interface PageData {
  version: string;
  name: string;
  /** The case as written; null on a page from which something was left out. */
  case: string | null;
  /** What else the page was asked with: as_of, answers. */
  asked?: Record<string, string>;
  singles: Singles | null;
}

/** The shapes of what the engine and the server answer, made from docs/openapi.json, which they are tested against. */
export type Schemas = components["schemas"];
/** What the engine says of the case with some changes: the sections of the page, and what became different. */
export type Page = Schemas["Page"];

function embedded(id: string): string | undefined {
  const text = document.getElementById(id)?.textContent?.trim();
  return text === "" ? undefined : text;
}

export function pageData(): PageData | undefined {
  const text = embedded("page-data");
  return text === undefined ? undefined : (JSON.parse(text) as PageData);
}

/** The engine as the page carries it: WebAssembly, gzipped, in base64. */
export function packedEngine(): string | undefined {
  return embedded("page-engine");
}
