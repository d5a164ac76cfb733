// Cards beside the word: what a term means, and what a link to evidence or an assumption leads to; by pointer, focus or touch.
import { wordsOf } from "./marks.js";

const carded = "abbr.term, a[href^='#evidence-'], a[href^='#assumption-'], svg [tabindex]";

export function startCards(): void {
  const card = document.createElement("div");
  card.id = "card";
  card.hidden = true;
  card.setAttribute("role", "tooltip");
  document.body.append(card);
  let held: Element | undefined;

  const hide = (): void => {
    card.hidden = true;
    if (held?.getAttribute("aria-describedby") === "card") held.removeAttribute("aria-describedby");
    if (held instanceof HTMLElement && held.dataset.meaning !== undefined) held.title = held.dataset.meaning;
    held = undefined;
  };
  const show = (on: Element): void => {
    if (held === on) return;
    hide();
    const words = meaning(on);
    if (words === "") return;
    held = on;
    // The browser's own tip would say it a second time.
    if (on instanceof HTMLElement && on.localName === "abbr") on.removeAttribute("title");
    card.textContent = words;
    card.hidden = false;
    if (!(on instanceof SVGElement)) on.setAttribute("aria-describedby", "card");
    put(card, on.getBoundingClientRect());
  };
  const of = (event: Event): Element | null => (event.target instanceof Element ? event.target.closest(carded) : null);

  document.addEventListener("pointerover", (event) => {
    const on = of(event);
    if (on) show(on);
    else if (held && held !== document.activeElement) hide();
  });
  document.addEventListener("focusin", (event) => {
    const on = of(event);
    if (on && on.matches(":focus-visible")) show(on);
    else hide();
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("scroll", hide, { passive: true });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || card.hidden) return;
    hide();
    event.preventDefault();
  });
}

function meaning(on: Element): string {
  if (on instanceof SVGElement) return wordsOf(on);
  if (on instanceof HTMLElement && on.localName === "abbr") {
    on.dataset.meaning ??= on.title;
    return on.dataset.meaning;
  }
  const target = document.getElementById((on.getAttribute("href") ?? "").slice(1));
  const told = target?.querySelector(".claim") ?? target?.querySelector("dt, th, p, summary") ?? target;
  return told?.textContent?.replace(/\s+/g, " ").trim().slice(0, 400) ?? "";
}

/** Below what it is about, or above where there is no room; never over the edge. */
function put(card: HTMLElement, about: DOMRect): void {
  const { width, height } = card.getBoundingClientRect();
  const space = document.documentElement.clientWidth;
  const below = about.bottom + height + 12 < window.innerHeight;
  card.style.left = `${Math.max(8, Math.min(about.left, space - width - 8))}px`;
  card.style.top = `${below ? about.bottom + 6 : Math.max(8, about.top - height - 6)}px`;
}
