// The server's API as the page uses it (docs/api.md): files, revisions, questions, jobs and what changed outside.
import type { Reply } from "../page/asker.js";
import type { Schemas } from "../page/data.js";

export type FileInfo = Schemas["File"];
export type Revision = Schemas["Revision"];
export type Saved = Schemas["Saved"];
/** What a save met that is not what was read: all that a merge takes. */
export type Conflict = Schemas["Conflict"];

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
  const response = await fetch(path, { method, body, headers, signal, cache: "no-store" });
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

/** What became of the conclusions between a revision and the file as it is, or another revision. */
export async function compare(id: number, other?: number): Promise<Reply> {
  return (await send("GET", `/api/revisions/${id}/diff${other === undefined ? "" : `?with=${other}`}`)).json() as Promise<Reply>;
}

export async function restore(id: number, etag: string): Promise<Saved> {
  return (await send("POST", `/api/revisions/${id}/restore`, undefined, { "If-Match": quoted(etag) })).json() as Promise<Saved>;
}

export async function library(): Promise<{ name: string; about: string }[]> {
  return ((await (await send("GET", "/api/library")).json()) as Schemas["Library"]).cases;
}

export async function libraryCase(name: string): Promise<string> {
  return (await send("GET", `/api/library/${encodeURIComponent(name)}`)).text();
}

/** A question to the native engine; what takes longer runs on as a job, watched until it ends. */
export async function ask(request: Record<string, unknown>, progress: (done: number, total: number) => void, cancelled: AbortSignal): Promise<Reply> {
  const body = JSON.stringify(request);
  const begun = (await (await send("POST", "/api/jobs", body, { "Content-Type": json }, cancelled)).json()) as Schemas["Job"];
  const stop = (): void => void send("DELETE", `/api/jobs/${begun.job.id}`).catch(() => undefined);
  cancelled.addEventListener("abort", stop, { once: true });
  for (let pause = 50; ; pause = Math.min(pause * 1.5, 500)) {
    const { job } = (await (await send("GET", `/api/jobs/${begun.job.id}`, undefined, {}, cancelled)).json()) as Schemas["Job"];
    progress(job.done, job.total);
    if (job.state === "failed") throw new Error(job.error?.message ?? "the analysis failed");
    if (job.state === "done") break;
    await new Promise((resolve) => setTimeout(resolve, pause));
    cancelled.throwIfAborted();
  }
  cancelled.removeEventListener("abort", stop);
  return (await send("GET", `/api/jobs/${begun.job.id}/answer`)).json() as Promise<Reply>;
}

/** A file that became another: by this server or by another program. */
export function watchChanges(changed: (event: Schemas["FileEvent"]) => void): void {
  const source = new EventSource("/api/changes");
  source.addEventListener("file", (event) => changed(JSON.parse((event as MessageEvent<string>).data) as Schemas["FileEvent"]));
}
