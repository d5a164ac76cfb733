// One file in the editor: its text, what is saved of it, and what is said about that.
import type { EditorView } from "@codemirror/view";

import type { Keys } from "../editor/completion.js";
import { createEditor, replace } from "../editor/editor.js";
import { showFaults, type Fault } from "../editor/faults.js";
import { element } from "../page/element.js";
import { isError } from "./live.js";

export interface TextActions {
  /** Saves the text as it is when its turn comes; gives what is saved then, or nothing where it was not. */
  save: () => Promise<string | undefined>;
  /** What is saved is another; what was typed meanwhile is not. */
  saved: () => void;
  /** The text is another, and perhaps what is saved. */
  changed: () => void;
  /** What comes of it is to be asked anew. */
  renewed: () => void;
  /** What is said about it is another. */
  told: () => void;
}

export class CaseText {
  readonly root = element("div", { class: "file-text" });
  /** The last text that was saved. */
  saved: string;
  said = "";
  /** How many faults stand in it. */
  faulty = 0;
  private readonly editor: EditorView;
  /** What is said as long as the text is not saved. */
  private warning: string | undefined;
  private warned = false;

  constructor(
    readonly name: string,
    text: string,
    keys: Keys,
    private readonly actions: TextActions,
  ) {
    this.saved = text;
    this.editor = createEditor({ parent: this.root, text, keys, changed: () => this.edited() });
  }

  get text(): string {
    return this.editor.state.doc.toString();
  }
  get unsaved(): boolean {
    return this.text !== this.saved;
  }

  /** The file as it is now, where nothing here would be lost by it. */
  take(text: string, words: string): void {
    this.saved = text;
    this.warning = undefined;
    replace(this.editor, text);
    this.tell(words);
    this.actions.renewed();
  }

  /** A text that is not saved, in place of the one that is shown. */
  write(text: string, words: string): void {
    replace(this.editor, text);
    this.warn(words);
  }

  /** Another text, with words that stay until the next change. */
  rewrite(text: string, words: string): void {
    replace(this.editor, text);
    this.said = words;
    this.actions.told();
  }

  async save(): Promise<void> {
    const saved = await this.actions.save();
    if (saved === undefined) return;
    this.saved = saved;
    this.warning = undefined;
    if (this.unsaved) this.warn();
    else this.tell("Saved.");
    this.actions.saved();
    this.actions.renewed();
  }

  tell(words: string): void {
    this.said = words;
    this.warned = false;
    this.actions.told();
  }

  /** As long as the text is not saved; without words, that it is not. */
  warn(words?: string): void {
    this.warning = words ?? this.warning;
    this.tell(this.warning ?? "Not saved yet.");
    this.warned = true;
  }

  /** What is wrong with this file, or probably not meant, where it stands. */
  showFaults(faults: Fault[]): void {
    this.faulty = faults.filter(isError).length;
    showFaults(this.editor, faults);
  }

  /** It can be seen again: the editor measures nothing as long as it is hidden. */
  seen(): void {
    this.editor.requestMeasure();
  }

  /** Typed, undone or put in its place: what is saved is not called unsaved, however it came back. */
  private edited(): void {
    if (this.unsaved) this.warn();
    else if (this.warned) this.tell("");
    this.actions.changed();
    this.actions.renewed();
  }
}
