// The engine's HTML put into the page under a policy that lets no style stand in it: styles are adopted or set by script.

const adopted = new Set<string>();

/** Replaces what stands in an element; every word of the case is escaped in the engine's HTML, quotes too. */
export function put(into: Element, html: string): void {
  const template = document.createElement("template");
  template.innerHTML = html.replaceAll(' style="', ' data-style="');
  for (const style of template.content.querySelectorAll("style")) {
    adopt(style.textContent ?? "");
    style.remove();
  }
  into.replaceChildren(template.content);
  for (const one of into.querySelectorAll<HTMLElement | SVGElement>("[data-style]")) one.style.cssText = one.dataset.style ?? "";
}

function adopt(css: string): void {
  if (adopted.has(css)) return;
  adopted.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
