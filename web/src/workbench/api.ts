// The server's API as the page uses it (docs/api.md): files, revisions, questions, jobs and what changed outside.
import type { Reply } from "../page/asker.js";
import type { Schemas } from "../page/data.js";

export type FileInfo = Schemas["File"];
export type Revision = Schemas["Revision"];
export type Saved = Schemas["Saved"];
/** What a save met that is not what was read: all that a merge takes. */
export type Conflict = Schemas["Conflict"];
export type LibraryCase = Schemas["Library"]["cases"][number];

/** What the server refused, in its own words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly body: unknown,
  ) {
    super(message);
  }
}

const toml = "application/toml";
const json = "application/json";

async function send(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(path, { method, body, headers, signal, cache: "no-store" }).catch((fault: unknown) => {
    if (signal?.aborted) throw fault;
    throw new Error("The server does not answer. See whether 'entente serve' still runs, and start it again if not.");
  });
  if (response.ok) return response;
  const told = (await response.json().catch(() => ({}))) as { error?: { code?: string; message?: string } };
  throw new Refused(response.status, told.error?.code ?? "", told.error?.message ?? `the server answered ${response.status}`, told);
}

const file = (name: string): string => `/api/files/${encodeURIComponent(name)}`;
const etagOf = (response: Response): string => (response.headers.get("ETag") ?? "").replace(/"/g, "");
const quoted = (etag: string): string => `"${etag.replace(/"/g, "")}"`;

export async function about(): Promise<Schemas["Index"]> {
  return (await send("GET", "/api")).json() as Promise<Schemas["Index"]>;
}

export async function files(): Promise<FileInfo[]> {
  return ((await (await send("GET", "/api/files")).json()) as Schemas["Files"]).files;
}

export async function read(name: string): Promise<{ text: string; etag: string }> {
  const response = await send("GET", file(name));
  return { text: await response.text(), etag: etagOf(response) };
}

export async function create(name: string, text: string): Promise<Saved> {
  return (await send("POST", file(name), text, { "Content-Type": toml })).json() as Promise<Saved>;
}

/** Several cases, all or none; what is there with the same text is left as it is. */
export async function createAll(files: { name: string; text: string }[]): Promise<Saved[]> {
  const made = await send("POST", "/api/files", JSON.stringify({ files }), { "Content-Type": json });
  return ((await made.json()) as Schemas["SavedFiles"]).files;
}

export async function save(name: string, text: string, etag: string): Promise<Saved> {
  return (await send("PUT", file(name), text, { "Content-Type": toml, "If-Match": quoted(etag) })).json() as Promise<Saved>;
}

export async function importFile(dropped: File): Promise<Saved & { notes: string[] }> {
  const path = `/api/import?name=${encodeURIComponent(dropped.name)}`;
  return (await send("POST", path, dropped, { "Content-Type": "application/octet-stream" })).json() as Promise<Saved & { notes: string[] }>;
}

export async function revisions(name: string): Promise<Revision[]> {
  const path = `/api/revisions?file=${encodeURIComponent(name)}`;
  return ((await (await send("GET", path)).json()) as Schemas["Revisions"]).revisions;
}

/** Keeps a text as a revision; the file stays as it is. */
export async function keep(name: string, text: string): Promise<Saved> {
  const path = `/api/revisions?file=${encodeURIComponent(name)}`;
  return (await send("POST", path, text, { "Content-Type": toml })).json() as Promise<Saved>;
}

/** What became of the conclusions between a revision and the file as it is, or another revision. */
export async function compare(id: number, other?: number): Promise<Reply> {
  return answer(await send("GET", `/api/revisions/${id}/diff${other === undefined ? "" : `?with=${other}`}`), unwatched);
}

/** Over the text that the file has, or anew where it is gone. */
export async function restore(id: number, etag: string | undefined): Promise<Saved> {
  const over: Record<string, string> = etag === undefined ? { "If-None-Match": "*" } : { "If-Match": quoted(etag) };
  return (await send("POST", `/api/revisions/${id}/restore`, undefined, over)).json() as Promise<Saved>;
}

/** The cases of the library in which all the words stand; all of them where there are none. */
export async function library(words = ""): Promise<LibraryCase[]> {
  const which = words.trim() === "" ? "" : `?search=${encodeURIComponent(words)}`;
  return ((await (await send("GET", `/api/library${which}`)).json()) as Schemas["Library"]).cases;
}

export async function libraryCase(name: string): Promise<string> {
  return (await send("GET", `/api/library/${encodeURIComponent(name)}`)).text();
}

/** Who waits for an answer: what is told meanwhile, and how the work is ended. */
export interface Watch {
  progress: (job: Schemas["JobState"]) => void;
  /** The work ends soon, with what is known by then. */
  stop: AbortSignal;
  /** Nobody wants the answer any more. */
  abandon: AbortSignal;
}

const never = new AbortController().signal;
export const unwatched: Watch = { progress: () => undefined, stop: never, abandon: never };

/** A question to the program; the answer comes at once, or from a job that is watched until it ends. */
export async function ask(request: Record<string, unknown>, watch: Watch): Promise<Reply> {
  return answer(await send("POST", "/api/ask", JSON.stringify(request), { "Content-Type": json }, watch.abandon), watch);
}

/** What was answered at once, or comes from the job that it became. */
async function answer(response: Response, watch: Watch): Promise<Reply> {
  if (response.status !== 202) return response.json() as Promise<Reply>;
  return ended(((await response.json()) as Schemas["Job"]).job.id, watch);
}

/** A question that is known to take long, so that it never stands before quick ones. */
export async function job(request: Record<string, unknown>, watch: Watch): Promise<Reply> {
  return answer(await send("POST", "/api/jobs", JSON.stringify(request), { "Content-Type": json }), watch);
}

/** Waits for a job's end, and forgets it then; a window that is closed takes its job with it. */
async function ended(id: number, watch: Watch): Promise<Reply> {
  const path = `/api/jobs/${id}`;
  const stop = (): void => void send("POST", `${path}/stop`).catch(() => undefined);
  const forget = (): void => void fetch(path, { method: "DELETE", keepalive: true }).catch(() => undefined);
  if (watch.stop.aborted) stop();
  watch.stop.addEventListener("abort", stop);
  window.addEventListener("pagehide", forget);
  try {
    await atEnd(path, watch);
    return (await (await send("GET", `${path}/answer`, undefined, {}, watch.abandon)).json()) as Reply;
  } finally {
    watch.stop.removeEventListener("abort", stop);
    window.removeEventListener("pagehide", forget);
    forget();
  }
}

async function atEnd(path: string, watch: Watch): Promise<void> {
  for (let pause = 50; ; pause = Math.min(pause * 1.5, 500)) {
    watch.abandon.throwIfAborted();
    const { job } = (await (await send("GET", path, undefined, {}, watch.abandon)).json()) as Schemas["Job"];
    watch.progress(job);
    if (job.state === "failed") throw new Error(job.error?.message ?? "The analysis failed, and the server does not say why.");
    if (job.state === "done") return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Files that became others, by this server or by another program; `missed` where changes may have gone unheard. */
export function watchChanges(changed: (event: Schemas["FileEvent"]) => void, missed: () => void): void {
  const source = new EventSource("/api/changes");
  let broken = false;
  source.addEventListener("file", (event) => changed(JSON.parse((event as MessageEvent<string>).data) as Schemas["FileEvent"]));
  source.addEventListener("missed", missed);
  source.addEventListener("error", () => (broken = true));
  source.addEventListener("open", () => {
    if (broken) missed();
    broken = false;
  });
}

/** What went wrong, as a sentence. */
export function sentence(fault: unknown): string {
  const words = (fault instanceof Error ? fault.message : String(fault)).trim();
  const first = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
