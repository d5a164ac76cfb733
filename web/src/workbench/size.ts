// How large a case is, before it is asked about: a page lists every situation, and of too many it would never be done.
import { everyOption, outline } from "../editor/outline.js";
import type { Engines } from "./engines.js";
import { asked, partsOf, type Written } from "./written.js";

/** So many situations fit a page; of more there is the brief. */
export const mostInPage = 32_768;

/** So many are listed at all; of more combinations, what the engine in the page cannot count is too much. */
const mostListed = 2 ** 24;

/** How many combinations of values there are, with those of what is included: at least as many as situations. */
export function combinations(written: Written): number {
  const options = [written.text, ...partsOf(written)].flatMap((text) => everyOption(outline(text)));
  return options.reduce((all, option) => all * option.values.length, 1);
}

/** Whether its situations are too many for a page. Where that shows in the text alone, nothing is asked. */
export async function tooMany(written: Written, changes: readonly string[], engines: Pick<Engines, "inPage" | "ask">): Promise<boolean> {
  const most = combinations(written);
  if (most <= mostInPage) return false;
  const request = { verb: "check", ...asked(written), changes, form: "text" };
  const reply = (await engines.inPage(request)) ?? (most > mostListed ? undefined : await engines.ask(request));
  if (!reply || reply.status > 1) return true;
  const told = /options?, ([\d,]+) states?/.exec(typeof reply.out === "string" ? reply.out : "");
  return told !== null && Number(told[1]?.replaceAll(",", "")) > mostInPage;
}
