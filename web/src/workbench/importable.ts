// Which files can be imported: told before anything is sent.

/** Throws, with the reason, where a file is none that can be; `most` is what the server takes, in bytes. */
export function importable(file: { name: string; size: number }, most: number): void {
  if (!/.\.(toml|gmcr)$/i.test(file.name)) throw new Error("Only a case (a .toml file) or a conflict saved by GMCR+ (.gmcr) can be imported.");
  if (file.size > most) throw new Error(`It is larger than the ${Math.floor(most / 1e6)} MB that can be imported.`);
}
