// Two texts of one file: what stands in it now and what was to be saved, told apart line by line.
import { Dialog } from "./dialog.js";
import { element } from "../page/element.js";

/** Who made a file another than the one that was read. */
export type By = "here" | "outside" | "unknown";

const begun: Record<By, string> = {
  here: "It was saved in another window.",
  outside: "Another program changed it.",
  unknown: "Another program, or another window, changed it.",
};

export class ConflictView {
  private readonly dialog = new Dialog<"theirs" | "yours">("The file was changed since you read it", "conflict");

  /** `by`: who changed it, where that is known. `theirs` is nothing where the file is gone. */
  constructor(theirs: string | undefined, yours: string, by: By = "unknown") {
    const words =
      theirs === undefined
        ? "It was deleted since you opened it."
        : `${begun[by]} Nothing is lost: both texts stay revisions, whichever you choose. Lines that only the file has begin with -, lines that only you have with +.`;
    this.dialog.add(element("p", {}, words));
    if (theirs !== undefined) this.dialog.add(element("pre", { tabindex: 0 }, lineChanges(theirs, yours)));
    const save = this.dialog.choice("Save mine over it", "yours", { class: "primary" });
    const buttons = [save, ...(theirs === undefined ? [] : [this.dialog.choice("Take what is in the file", "theirs")])];
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
