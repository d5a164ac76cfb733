// How large a case is, before it is asked about: a page lists every situation, and of too many it would never be done.
import { everyOption, outline } from "../editor/outline.js";
import type { Engines } from "./engines.js";

/** So many situations fit a page; of more there is the brief. */
export const mostInPage = 32_768;

/** So many are listed at all; of more combinations, what the engine in the page cannot count is too much. */
const mostListed = 2 ** 24;

/** How many combinations of values there are: at least as many as situations. */
export function combinations(text: string): number {
  return everyOption(outline(text)).reduce((all, option) => all * option.values.length, 1);
}

/** Whether its situations are too many for a page. Where that shows in the text alone, nothing is asked. */
export async function tooMany(text: string, changes: readonly string[], engines: Pick<Engines, "inPage" | "ask">): Promise<boolean> {
  const most = combinations(text);
  if (most <= mostInPage) return false;
  const request = { verb: "check", case: text, changes, form: "text" };
  const reply = (await engines.inPage(request)) ?? (most > mostListed ? undefined : await engines.ask(request));
  if (!reply || reply.status > 1) return true;
  const told = /options?, ([\d,]+) states?/.exec(typeof reply.out === "string" ? reply.out : "");
  return told !== null && Number(told[1]?.replaceAll(",", "")) > mostInPage;
}
