// What is folded: opened where a link leads into it, and all of it before printing.

function openAround(target: Element | null): void {
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

export function startFolds(): void {
  let closed: HTMLDetailsElement[] = [];
  window.addEventListener("hashchange", led);
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
    for (const fold of closed) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false;
    closed = [];
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href^='#']") : null;
    if (link) openAround(document.getElementById(link.hash.slice(1)));
  });
  led();
}
