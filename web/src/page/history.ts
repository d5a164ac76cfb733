// What was tried, step by step: every list of changes that was switched on, with undo and redo to the beginning.

export class Trail<T> {
  private readonly steps: T[];
  private at = 0;

  constructor(
    first: T,
    private readonly same: (a: T, b: T) => boolean,
  ) {
    this.steps = [first];
  }

  get now(): T {
    return this.steps[this.at] as T;
  }
  get canUndo(): boolean {
    return this.at > 0;
  }
  get canRedo(): boolean {
    return this.at + 1 < this.steps.length;
  }

  /** A new step; what was undone before it is forgotten. */
  go(next: T): void {
    if (this.same(next, this.now)) return;
    this.steps.splice(this.at + 1, Infinity, next);
    this.at += 1;
  }
  undo(): T {
    if (this.canUndo) this.at -= 1;
    return this.now;
  }
  redo(): T {
    if (this.canRedo) this.at += 1;
    return this.now;
  }
  /** Back to the beginning and nothing else: another case. */
  restart(first: T): void {
    this.steps.splice(0, Infinity, first);
    this.at = 0;
  }
}
