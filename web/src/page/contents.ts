// The list of contents: it names the parts that there are now, those that read otherwise with a mark; the one that is being read is marked in it.
import { element } from "./element.js";

export class Contents {
  private readonly list = document.querySelector<HTMLElement>("nav.contents ul");
  private readonly links = new Map<string, HTMLAnchorElement>();
  private waiting = false;

  constructor(private readonly main: HTMLElement) {
    for (const link of this.list?.querySelectorAll<HTMLAnchorElement>("a[href^='#']") ?? []) this.links.set(link.hash.slice(1), link);
    document.addEventListener("scroll", () => this.soon(), { passive: true });
    this.markRead();
  }

  /** Names the parts as they are now. */
  follow(changed: readonly HTMLElement[]): void {
    const parts = [...this.main.querySelectorAll<HTMLElement>(":scope > section[id]")];
    const there = new Set(parts.map((one) => one.id));
    for (const [id, link] of this.links) {
      if (there.has(id) || !link.dataset.part) continue;
      link.parentElement?.remove();
      this.links.delete(id);
    }
    let before: Element | null = null;
    for (const part of parts) before = this.name(part, changed.includes(part), before);
    this.markRead();
  }

  private name(part: HTMLElement, changed: boolean, before: Element | null): Element | null {
    const words = part.querySelector("h2")?.textContent ?? "";
    const link = this.links.get(part.id) ?? element("a", { href: `#${part.id}` });
    if (!link.parentElement) {
      const item = element("li", {}, link);
      if (before) before.after(item);
      else this.list?.prepend(item);
      this.links.set(part.id, link);
    }
    link.dataset.part = "yes";
    if (link.textContent !== words) link.textContent = words;
    link.classList.toggle("changed", changed);
    if (changed) link.title = "Reads otherwise now";
    else link.removeAttribute("title");
    return link.parentElement;
  }

  private soon(): void {
    if (!this.waiting) requestAnimationFrame(() => this.markRead());
    this.waiting = true;
  }

  private markRead(): void {
    this.waiting = false;
    let read: HTMLAnchorElement | undefined;
    for (const [id, link] of this.links) {
      const part = document.getElementById(id);
      if (part && part.getBoundingClientRect().top < window.innerHeight / 3) read = link;
    }
    for (const link of this.links.values()) {
      if (link === read) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }
}
