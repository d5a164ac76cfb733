// Cases that come into the folder: from the library, new ones, and files that are imported; one that links others with these.
import * as api from "./api.js";
import type { Engines } from "./engines.js";
import { importable } from "./importable.js";
import { askNewCase } from "./wizard.js";

/** What came in: the case that is to be opened, and what is to be told. */
export interface Came {
  name?: string;
  words: string[];
}

export interface NamedText {
  name: string;
  text: string;
}

/** A copy of a case of the library; with all that it includes or not at all. */
export async function taken({ name, includes = [] }: api.LibraryCase): Promise<string> {
  const [whole, ...parts] = await Promise.all([`${name}.toml`, ...includes].map(fromLibrary));
  if (!whole) return "";
  if (parts.length === 0) return made(whole.name, whole.text);
  await api.createAll([...parts, whole]);
  return whole.name;
}

/** A case of the library, by the name of its file. */
export async function fromLibrary(name: string): Promise<NamedText> {
  return { name, text: await api.libraryCase(name.replace(/\.toml$/, "")) };
}

/** A case that is asked for step by step; nothing where the user goes away. */
export async function written(): Promise<string | undefined> {
  const asked = await askNewCase();
  return asked && made(`${fileName(asked.title)}.toml`, asked.text);
}

/** A new file under this name, or one with a number behind it where the name is taken. */
async function made(name: string, text: string, copy = 1): Promise<string> {
  const free = copy === 1 ? name : name.replace(/\.toml$/, `-${copy}.toml`);
  try {
    return (await api.create(free, text)).name;
  } catch (fault) {
    if (!(fault instanceof api.Refused) || fault.code !== "exists") throw fault;
    return made(name, text, copy + 1);
  }
}

/** A title as the name of a file. */
function fileName(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "case";
}

/** Files that are dropped or chosen, with what the server takes in bytes and where the folder is. */
export class Importing {
  private readonly came: Came = { words: [] };

  constructor(
    private readonly engines: Pick<Engines, "included">,
    private readonly limits: { body: number; folder: string },
  ) {}

  /** One that links others comes with those that are dropped with it, or not at all. */
  async all(files: File[]): Promise<Came> {
    const linked = new Map<File, string[]>();
    for (const file of files) linked.set(file, await this.includes(file));
    const sets = files.filter((file) => files.some((part) => linked.get(file)?.includes(part.name)));
    const parts = new Set(sets.flatMap((file) => linked.get(file) ?? []));
    for (const file of sets) await this.tried(file, () => this.together([...files.filter((part) => linked.get(file)?.includes(part.name)), file]));
    for (const file of files) if (!sets.includes(file) && !parts.has(file.name)) await this.tried(file, () => this.one(file));
    const single = sets.length === 1 || files.length === 1;
    if (!single) for (const [file, names] of linked) await this.missing(file.name, names);
    const { name, words } = this.came;
    return single && words.length === 0 ? { name, words } : { words };
  }

  /** Something of it came in. */
  get any(): boolean {
    return this.came.name !== undefined;
  }

  private async includes(file: File): Promise<string[]> {
    const text = /\.toml$/i.test(file.name) && file.size <= this.limits.body ? await textOf(file) : undefined;
    return text === undefined ? [] : this.engines.included(text).catch(() => []);
  }

  private async tried(file: File, work: () => Promise<string>): Promise<void> {
    try {
      importable(file, this.limits.body);
      const name = await work();
      this.came.name ??= name;
    } catch (fault) {
      this.came.words.push(`'${file.name}' was not imported. ${api.sentence(fault)}`);
    }
  }

  private async one(file: File): Promise<string> {
    return (await api.importFile(file)).name;
  }

  /** Under their own names, by which one includes the others: the last of them these. */
  private async together(files: File[]): Promise<string> {
    const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: (await textOf(file)) ?? "" })));
    await api.createAll(texts);
    return texts.at(-1)?.name ?? "";
  }

  private async missing(name: string, included: string[]): Promise<void> {
    const there = included.length === 0 ? [] : (await api.files()).map((file) => file.name);
    for (const part of included) if (!there.includes(part)) this.came.words.push(`'${name}' includes '${part}', which is missing: put it into ${this.limits.folder}.`);
  }
}

/** Nothing where it is no text: the server says so. */
async function textOf(file: File): Promise<string | undefined> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
