// What a reader has switched: changes to assumptions, and the situation that was chosen to be looked at.

export interface Tried {
  changes: readonly string[];
  state?: number;
}

export const asWritten: Tried = { changes: [] };

/** What a change is made to: "drop japan/statement/3" to japan/statement/3. */
export function assumptionOf(change: string): string {
  return change.slice(change.indexOf(" ") + 1);
}

/** A change switched on, in place of another to the same assumption, or off where it was on. */
export function switched(tried: Tried, change: string): Tried {
  const others = tried.changes.filter((one) => assumptionOf(one) !== assumptionOf(change));
  const changes = tried.changes.includes(change) ? others : [...others, change];
  // Without a rule there are more situations, and their numbers are others.
  const renumbered = rulesDropped(changes) !== rulesDropped(tried.changes);
  return renumbered ? { changes } : { ...tried, changes };
}

export function chosen(tried: Tried, state: number): Tried {
  return { ...tried, state };
}

function rulesDropped(changes: readonly string[]): string {
  return changes.filter((one) => one.startsWith("permit ")).sort().join("\n");
}

export function same(a: Tried, b: Tried): boolean {
  return a.state === b.state && a.changes.length === b.changes.length && a.changes.every((one) => b.changes.includes(one));
}
