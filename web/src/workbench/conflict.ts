// Two texts of one file: what stands in it now and what was to be saved, told apart line by line.
import type { Conflict } from "./api.js";
import { Dialog } from "./dialog.js";
import { element } from "../page/element.js";

export class ConflictView {
  private readonly dialog = new Dialog<"theirs" | "yours">("The file was changed by another program", "conflict");

  constructor(conflict: Conflict) {
    const theirs = conflict.theirs?.text;
    const words =
      theirs === undefined
        ? "It was deleted since you opened it."
        : "Nothing is lost: both texts stay revisions, whichever you choose. Lines that only the file has begin with -, lines that only you have with +.";
    this.dialog.add(element("p", {}, words));
    if (theirs !== undefined) this.dialog.add(element("pre", { tabindex: 0 }, lineChanges(theirs, conflict.yours)));
    const yours = this.dialog.choice("Save mine over it", "yours", { class: "primary" });
    const buttons = [yours, ...(theirs === undefined ? [] : [this.dialog.choice("Take what is in the file", "theirs")])];
    this.dialog.add(element("div", { class: "wizard-buttons" }, this.dialog.choice("Go on writing", undefined), ...buttons));
  }

  ask(): Promise<"theirs" | "yours" | undefined> {
    return this.dialog.ask();
  }
}

/** The lines in which two texts differ, what is alike at both ends left out. */
export function lineChanges(before: string, after: string): string {
  const a = before.split("\n");
  const b = after.split("\n");
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const gone = a.slice(head, a.length - tail).map((line) => `- ${line}`);
  const come = b.slice(head, b.length - tail).map((line) => `+ ${line}`);
  return [`line ${head + 1}:`, ...gone, ...come].join("\n");
}
