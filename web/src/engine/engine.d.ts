/** The engine, one question at a time. Run it in a worker: while it answers, nothing else there does. */
export interface Engine {
  /** Takes a request in JSON, gives its answer in JSON. Throws where its memory does not suffice; the next question finds it whole. */
  ask(request: string): string;
}

/** Compiles and starts the engine of these bytes, build/wasm/engine.wasm. */
export function load(bytes: BufferSource): Promise<Engine>;
