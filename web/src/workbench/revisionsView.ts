// The revisions of a case: when each was saved, which conclusions differ from today's, and the way back to one.
import { compare, type Revision } from "./api.js";
import { Dialog } from "./dialog.js";
import { button, element } from "../page/element.js";
import type { Schemas } from "../page/data.js";
import { turned } from "./live.js";

/** So many conclusions are told at once; the others are folded. */
const atOnce = 5;

const how: Record<string, string> = {
  found: "as it was found",
  saved: "saved",
  created: "created",
  imported: "imported",
  restored: "restored",
  outside: "changed by another program",
  deleted: "as it was deleted",
  kept: "not saved, kept when it gave way to another text",
};

const damaged = "Its text is damaged in the history and can be neither compared nor restored.";

export class RevisionsView {
  private readonly dialog: Dialog<number>;
  private readonly told = element("div", { role: "status" });

  /** `unsaved`: there is text that gives way to what is restored. */
  constructor(name: string, all: Revision[], unsaved: boolean) {
    this.dialog = new Dialog<number>(`Revisions of ${name}`, "revisions");
    const none = element("p", {}, "There is none yet: the first save makes one.");
    if (unsaved) this.dialog.add(element("p", {}, "What you have not saved is kept as a revision before another is restored."));
    this.dialog.add(all.length === 0 ? none : this.table(all), this.told);
    this.dialog.add(element("div", { class: "wizard-buttons" }, this.dialog.choice("Close", undefined)));
  }

  ask(): Promise<number | undefined> {
    return this.dialog.ask();
  }

  private table(all: Revision[]): HTMLElement {
    const rows = all.map((one) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, new Date(one.saved).toLocaleString()),
        element("td", {}, how[one.how] ?? one.how),
        ...(one.damaged ? [element("td", { colspan: 2 }, damaged)] : this.ways(one)),
      ),
    );
    const head = element("tr", {}, ...["When", "How", "", ""].map((words) => element(words === "" ? "td" : "th", words === "" ? {} : { scope: "col" }, words)));
    return element("div", { class: "scroll" }, element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)));
  }

  private ways(one: Revision): HTMLElement[] {
    return [
      element("td", {}, button("Compare", () => void this.compare(one), { "aria-label": `Compare revision ${one.id} with the file` })),
      element("td", {}, this.dialog.choice("Restore", one.id, { "aria-label": `Restore revision ${one.id}` })),
    ];
  }

  private async compare(one: Revision): Promise<void> {
    this.told.replaceChildren(element("p", {}, "Comparing ..."));
    try {
      const reply = await compare(one.id);
      const changed = reply.status <= 1 ? turned(reply.out as Schemas["Difference"]) : [];
      const rows = changed.map((change) => element("li", {}, change.before === "" ? `New: ${change.after}` : `Then: ${change.before} Now: ${change.after || "no longer so."}`));
      const words = reply.status > 1 ? reply.err : changed.length === 0 ? "The conclusions are the same as the file's today." : "Conclusions that differ from the file's today:";
      const more = element("details", {}, element("summary", {}, `and ${rows.length - atOnce} more`), element("ul", {}, ...rows.slice(atOnce)));
      this.told.replaceChildren(element("p", {}, words), element("ul", {}, ...rows.slice(0, atOnce)), ...(rows.length > atOnce ? [more] : []));
    } catch (fault) {
      this.told.replaceChildren(element("p", {}, fault instanceof Error ? fault.message : String(fault)));
    }
  }
}
