// The keys of each table with their meaning, taken from the JSON Schema that the program gives.
import type { Completion } from "@codemirror/autocomplete";

import type { Keys } from "./completion.js";

interface Schema {
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  $ref?: string;
  $defs?: Record<string, Schema>;
  required?: string[];
}

export function keysOf(schema: Schema): Keys {
  const keys: Keys = new Map();
  addTable(keys, schema, "", schema);
  return keys;
}

function addTable(keys: Keys, root: Schema, place: string, table: Schema): void {
  const own: Completion[] = [];
  for (const [name, given] of Object.entries(table.properties ?? {})) {
    const inner = resolved(root, given.items ?? given);
    const below = place === "" ? name : `${place}.${name}`;
    if (inner.properties && !keys.has(below)) addTable(keys, root, below, inner);
    if (!inner.properties) own.push(key(name, given, table.required?.includes(name) ?? false));
  }
  keys.set(place, own);
}

function key(label: string, given: Schema, required: boolean): Completion {
  return { label, apply: `${label} = `, detail: required ? "required" : "", info: given.description ?? "", type: "property" };
}

function resolved(root: Schema, schema: Schema): Schema {
  const name = schema.$ref?.split("/").at(-1);
  return name ? (root.$defs?.[name] ?? {}) : schema;
}
