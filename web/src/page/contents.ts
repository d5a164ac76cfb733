// The list of contents: the part that is being read is marked in it.

export function startContents(): void {
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>("nav.contents a[href^='#']")) links.set(link.hash.slice(1), link);
  let waiting = false;
  const mark = (): void => {
    waiting = false;
    let read: HTMLAnchorElement | undefined;
    for (const [id, link] of links) {
      const part = document.getElementById(id);
      if (part && part.getBoundingClientRect().top < window.innerHeight / 3) read = link;
    }
    for (const link of links.values()) {
      if (link === read) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const soon = (): void => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  };
  document.addEventListener("scroll", soon, { passive: true });
  mark();
}
