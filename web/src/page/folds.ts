// What is folded: opened where a link leads into it, closed by Esc from within; all of it is opened for who prints all.
import { button, element } from "./element.js";

export function openAround(target: Element | null): void {
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
}

function led(): void {
  let id = "";
  try {
    id = decodeURIComponent(location.hash.slice(1));
  } catch {
    return;
  }
  const target = id === "" ? null : document.getElementById(id);
  if (!target) return;
  openAround(target);
  target.scrollIntoView();
}

/** Esc folds what the focus is in. */
function fold(event: KeyboardEvent): void {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  const open = document.activeElement?.closest<HTMLDetailsElement>("details[open]");
  if (!open) return;
  open.open = false;
  open.querySelector<HTMLElement>("summary")?.focus();
}

/** Prints with everything open, and folds again what was folded. */
function printAll(): void {
  const closed = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
  for (const one of closed) one.open = true;
  const back = (): void => {
    for (const one of closed) one.open = false;
  };
  window.addEventListener("afterprint", back, { once: true });
  window.print();
}

export function startFolds(): void {
  window.addEventListener("hashchange", led);
  document.addEventListener("keydown", fold);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href^='#']") : null;
    if (link) openAround(document.getElementById(link.hash.slice(1)));
  });
  const printing = element("p", { class: "printing" }, button("Print", () => window.print()), button("Print all", printAll));
  document.querySelector("nav.contents")?.prepend(printing);
  led();
}
