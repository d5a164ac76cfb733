// The server's API as the page uses it (docs/api.md): files, revisions, jobs and what changed outside.

export interface FileInfo {
  name: string;
  etag: string;
  title?: string;
}

export interface Revision {
  id: number;
  file: string;
  saved: string;
  how: string;
  etag: string;
  size: number;
}

/** What the server refused, in its own words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly body: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

export interface Saved {
  etag: string;
  revision: number;
}
