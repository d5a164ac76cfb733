// What moves in the page of 'entente report'; without it the page is whole, but still.
import { startEngine } from "./asker.js";
import { startCards } from "./cards.js";
import { Contents } from "./contents.js";
import { pageData } from "./data.js";
import { startFolds } from "./folds.js";
import { reviveMarks } from "./marks.js";
import { Switches } from "./switches.js";
import { reviveTables } from "./tables.js";

function start(): void {
  const main = document.getElementById("main");
  if (!main) return;
  const data = pageData();
  // What was left out of a page cannot be asked about, so nothing is switched there.
  const contents = new Contents(main);
  const follow = (changed: readonly HTMLElement[]): void => contents.follow(changed);
  const switches = data && data.case !== null ? new Switches(main, data, soon(startEngine), revive, follow) : undefined;
  const choose = switches ? (state: number): void => switches.choose(state) : undefined;
  function revive(section: HTMLElement): void {
    reviveTables(section);
    reviveMarks(section, choose);
    switches?.press(section);
  }
  for (const section of main.querySelectorAll<HTMLElement>(":scope > section")) revive(section);
  if (choose) startChoosing(main, choose);
  startCards();
  startFolds();
  document.documentElement.dataset.script = switches ? "switches" : "reading";
}

/** The buttons of tables and of the option form that lead to a situation. */
function startChoosing(main: HTMLElement, choose: (state: number) => void): void {
  main.addEventListener("click", (event) => {
    const one = event.target instanceof Element ? event.target.closest<HTMLElement>("button[data-state]") : null;
    if (one) choose(Number(one.dataset.state));
  });
}

/** When the page has been painted, so that it can be read at once. */
function soon<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    requestAnimationFrame(() => setTimeout(() => work().then(resolve, reject), 0));
  });
}

start();
