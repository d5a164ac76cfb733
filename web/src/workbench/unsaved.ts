// Text that is not saved yet, kept in the browser for when its window is closed or the machine fails.

/** What was left: the text, and the revision of the file from which it began. */
export interface Unsaved {
  key: string;
  text: string;
  etag: string;
  /** When it was last written, as a UTC time. */
  at: string;
}

const prefix = "entente unsaved ";

/** Browsers may forbid it, for instance in private windows. */
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** One window's text of one case. Two windows with the same case never write over each other's. */
export class Keeper {
  private readonly key: string;
  private release: () => void = () => undefined;

  constructor(folder: string, name: string) {
    this.key = prefix + JSON.stringify([folder, name, crypto.randomUUID()]);
    // As long as the window is open its text is nobody else's to offer.
    const held = new Promise<void>((resolve) => (this.release = resolve));
    void navigator.locks?.request(this.key, () => held).catch(() => undefined);
  }

  /** False where the browser has no room for it, or keeps nothing. */
  keep(text: string, etag: string): boolean {
    try {
      storage()?.setItem(this.key, JSON.stringify({ text, etag, at: new Date().toISOString() }));
      return storage() !== undefined;
    } catch {
      return false;
    }
  }

  drop(): void {
    storage()?.removeItem(this.key);
  }

  /** What is kept then waits to be offered. */
  close(): void {
    this.release();
  }
}

/** What windows that are closed left of a case, the latest first. */
export async function left(folder: string, name: string): Promise<Unsaved[]> {
  const open = new Set((await navigator.locks?.query().catch(() => undefined))?.held?.map((lock) => lock.name));
  const all = keys(folder, name).filter((key) => !open.has(key)).map(read);
  return all.filter((one): one is Unsaved => one !== undefined).sort((a, b) => b.at.localeCompare(a.at));
}

export function discard({ key }: Unsaved): void {
  storage()?.removeItem(key);
}

function keys(folder: string, name: string): string[] {
  return Object.keys(storage() ?? {}).filter((key) => {
    const same = prefix + JSON.stringify([folder, name]).slice(0, -1); // behind which its own name comes
    return key.startsWith(`${same},`);
  });
}

/** What is no longer as it was written is nothing. */
function read(key: string): Unsaved | undefined {
  try {
    const { text, etag, at } = JSON.parse(storage()?.getItem(key) ?? "") as Partial<Unsaved>;
    return typeof text === "string" && typeof etag === "string" && typeof at === "string" ? { key, text, etag, at } : undefined;
  } catch {
    return undefined;
  }
}
