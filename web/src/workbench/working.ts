// Work that takes long, as it is shown while it goes on: what is done, how far it is, and a button that ends it.
import { button, element } from "../page/element.js";
import type { Schemas } from "../page/data.js";
import type { Work } from "./live.js";

export class Working {
  readonly root = element("div", { class: "working" });

  /** `after` gets the focus where the button that had it goes. */
  constructor(private readonly after: HTMLElement) {}

  begin(words: string): Work {
    const stop = new AbortController();
    const bar = element("progress", { "aria-label": "How far it is", max: 1 });
    const time = element("span", { class: "working-time" });
    const said = element("p", { role: "status" }, `${words} ...`);
    const cancel = button("Cancel", () => {
      said.textContent = `${words}: cancelled, it ends with what is known ...`;
      cancel.disabled = true;
      this.after.focus();
      stop.abort();
    });
    const row = element("div", { class: "working-row" }, said, bar, cancel, time);
    this.root.append(row);
    return { progress: (job) => tell(job, bar, time), stop: stop.signal, end: () => this.end(row) };
  }

  private end(row: HTMLElement): void {
    const held = row.contains(document.activeElement);
    row.remove();
    if (held) this.after.focus();
  }
}

/** A bar without a value moves to and fro: how far it is is not known. */
function tell(job: Schemas["JobState"], bar: HTMLProgressElement, time: HTMLElement): void {
  if (job.total > 0) bar.value = job.done / job.total;
  const seconds = Math.floor(job.seconds);
  const queued = job.state === "waiting" ? "It waits for other work of the program to end." : "";
  const stage = job.stage === "" ? [] : [`now ${job.stage}`];
  time.textContent = queued || [...(seconds > 0 ? [`${seconds} s`] : []), ...stage].join(", ");
}
