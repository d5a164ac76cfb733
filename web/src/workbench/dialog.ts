// A question in front of the page: one answer, or nothing where the user goes away.
import { button, element } from "../page/element.js";

export class Dialog<Answer> {
  private readonly dialog = element("dialog", { "aria-labelledby": "dialog-title" });
  private answer: Answer | undefined;

  constructor(title: string, className: string) {
    this.dialog.className = className;
    this.dialog.append(element("h2", { id: "dialog-title", tabindex: -1 }, title));
  }

  add(...parts: Node[]): void {
    this.dialog.append(...parts);
  }

  choice(words: string, answer: Answer | undefined, more: Record<string, string> = {}): HTMLButtonElement {
    return button(words, () => this.end(answer), more);
  }

  ask(): Promise<Answer | undefined> {
    document.body.append(this.dialog);
    this.dialog.showModal();
    return new Promise((resolve) => {
      this.dialog.addEventListener("close", () => {
        this.dialog.remove();
        resolve(this.answer);
      });
    });
  }

  private end(answer: Answer | undefined): void {
    this.answer = answer;
    this.dialog.close();
  }
}
