// The engine's HTML put into the page under a policy that lets no style stand in it: styles are adopted or set by script.

const adopted = new Set<string>();

/** Replaces what stands in an element; every word of the case is escaped in the engine's HTML, quotes too. */
export function put(into: Element, html: string): void {
  into.replaceChildren(fragment(html));
}

/** The first element of the engine's HTML. */
export function first(html: string): HTMLElement | null {
  const found = fragment(html).firstElementChild;
  return found instanceof HTMLElement ? found : null;
}

function fragment(html: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = html.replaceAll(' style="', ' data-style="');
  const made = document.importNode(template.content, true);
  for (const style of made.querySelectorAll("style")) {
    adopt(style.textContent ?? "");
    style.remove();
  }
  for (const one of made.querySelectorAll<HTMLElement | SVGElement>("[data-style]")) one.style.cssText = one.dataset.style ?? "";
  return made;
}

function adopt(css: string): void {
  if (adopted.has(css)) return;
  adopted.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
