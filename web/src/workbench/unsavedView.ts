// What was not saved when a window was closed, shown beside the file: taken up, discarded, or left for later.
import { lineChanges } from "./conflict.js";
import { Dialog } from "./dialog.js";
import { element } from "../page/element.js";
import type { Unsaved } from "./unsaved.js";

export class UnsavedView {
  private readonly dialog = new Dialog<"take" | "discard">("You had unsaved changes", "unsaved");

  constructor(name: string, unsaved: Unsaved, file: { text: string; etag: string }) {
    const when = new Date(unsaved.at).toLocaleString();
    const since = unsaved.etag === file.etag ? "" : " The file has been changed since they began; if you take them up, saving shows both and asks.";
    const words = `You had unsaved changes of ${name}, last written on ${when}.${since} Lines that only the file has begin with -, lines that only your changes have with +.`;
    this.dialog.add(element("p", {}, words), element("pre", { tabindex: 0 }, lineChanges(file.text, unsaved.text)));
    const later = this.dialog.choice("Decide later", undefined);
    const discard = this.dialog.choice("Discard", "discard");
    const take = this.dialog.choice("Take them up", "take", { class: "primary" });
    this.dialog.add(element("div", { class: "wizard-buttons" }, later, discard, take));
  }

  ask(): Promise<"take" | "discard" | undefined> {
    return this.dialog.ask();
  }
}
