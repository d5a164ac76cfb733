// The engine's own diagnostics shown under the characters that they are about.
import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import type { EditorView } from "@codemirror/view";

import type { Schemas } from "../page/data.js";

/** One of `check`'s diagnostics; from and to count bytes of UTF-8. */
export type Fault = Schemas["Fault"];

/** The places of a text's UTF-8 bytes among its UTF-16 units; ascending bytes in, units out. */
export function units(text: string, bytes: number[]): number[] {
  const order = bytes.map((_, n) => n).sort((a, b) => (bytes[a] ?? 0) - (bytes[b] ?? 0));
  const found = new Array<number>(bytes.length).fill(text.length);
  let at = 0;
  let byte = 0;
  for (const n of order) {
    const wanted = bytes[n] ?? 0;
    while (byte < wanted && at < text.length) {
      const point = text.codePointAt(at) ?? 0;
      byte += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      at += point < 0x10000 ? 1 : 2;
    }
    found[n] = at;
  }
  return found;
}

export function diagnostics(text: string, faults: Fault[]): Diagnostic[] {
  const places = units(text, faults.flatMap((fault) => [fault.from, fault.to]));
  return faults.map((fault, n) => {
    const from = places[2 * n] ?? 0;
    const to = Math.max(from, places[2 * n + 1] ?? from);
    const message = fault.hint ? `${fault.message}: ${fault.hint}` : fault.message;
    return { from, to, severity: fault.severity, source: fault.code, message };
  });
}

export function showFaults(view: EditorView, faults: Fault[]): void {
  view.dispatch(setDiagnostics(view.state, diagnostics(view.state.doc.toString(), faults)));
}
