// Asks the engine in a worker: one question at a time goes in, its answer comes out.
import { packedEngine, type Schemas } from "./data.js";
import { unpack } from "./unpack.js";
import workerText from "worker-text";

export type Reply = Schemas["Answer"];
export type Ask = (request: Record<string, unknown>) => Promise<Reply>;

interface Answer {
  number: number;
  reply?: string;
  failed?: string;
}

/** Starts the engine that the page carries; undefined where it has none, or the browser cannot run it. */
export async function startEngine(): Promise<Ask | undefined> {
  const packed = packedEngine();
  if (packed === undefined || typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") return undefined;
  try {
    return (await started(await unpack(packed))).ask;
  } catch (fault) {
    // Not an error of the page: it goes on with the changes that were analysed before.
    console.info("The engine does not run here:", String(fault));
    return undefined;
  }
}

/** An engine that runs; ended in the middle of a question, it never answers that. */
export interface Started {
  ask: Ask;
  end: () => void;
}

/** A worker made from text, since a page opened from a disk may load no other file. */
export async function started(bytes: ArrayBuffer): Promise<Started> {
  const address = URL.createObjectURL(new Blob([workerText], { type: "text/javascript" }));
  const worker = new Worker(address);
  const waiting = new Map<number, { resolve: (text: string) => void; reject: (fault: Error) => void }>();
  worker.onmessage = (event: MessageEvent<Answer>) => {
    const { number, reply, failed } = event.data;
    const one = waiting.get(number);
    waiting.delete(number);
    if (reply === undefined) one?.reject(new Error(failed ?? "no answer"));
    else one?.resolve(reply);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    for (const one of waiting.values()) one.reject(new Error(event.message || "the worker ended"));
    waiting.clear();
  };
  let last = 0;
  const send = (message: { engine: ArrayBuffer } | { request: string }, transfer: Transferable[] = []): Promise<string> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ number: last, ...message }, transfer);
    });
  try {
    await send({ engine: bytes }, [bytes]);
  } finally {
    URL.revokeObjectURL(address);
  }
  const ask: Ask = async (request) => JSON.parse(await send({ request: JSON.stringify(request) })) as Reply;
  return { ask, end: () => worker.terminate() };
}
