// The engine's HTML put into the page under a policy that lets no style stand in it: styles are adopted or set by script.

const adopted = new Set<string>();

/** Replaces what stands in an element; every word of the case is escaped in the engine's HTML. */
export function put(into: Element, html: string): void {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const style of template.content.querySelectorAll("style")) {
    adopt(style.textContent ?? "");
    style.remove();
  }
  const styled = [...template.content.querySelectorAll<HTMLElement | SVGElement>("[style]")].map((one) => {
    const css = one.getAttribute("style") ?? "";
    one.removeAttribute("style");
    return { one, css };
  });
  into.replaceChildren(template.content);
  for (const { one, css } of styled) one.style.cssText = css;
}

function adopt(css: string): void {
  if (adopted.has(css)) return;
  adopted.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
