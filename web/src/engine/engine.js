// @ts-check
// The engine as WebAssembly: a request in JSON goes in, an answer in JSON comes out (docs/ask.md). Plain JavaScript with its
// types beside it, so that the tests can run it under Node as it is.

/** What the engine asks of a system that is not there is answered so. */
const NOT_THERE = 52;

/** @param {WebAssembly.Module} module */
function started(module) {
  /** @type {any} */
  let exports;
  /** @type {Record<string, (...given: any[]) => number>} */
  const known = {
    proc_exit: (code) => {
      throw new Error(`the engine ended with ${code}`);
    },
    clock_time_get: (_clock, _precision, at) => {
      new DataView(exports.memory.buffer).setBigUint64(at >>> 0, BigInt(Math.round(performance.now() * 1e6)), true);
      return 0;
    },
  };
  /** @type {Record<string, Record<string, (...given: any[]) => number>>} */
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module))
    (imports[from] ??= {})[name] = known[name] ?? (() => NOT_THERE);
  exports = new WebAssembly.Instance(module, imports).exports;
  exports._initialize?.();
  return { exports, kept: exports.engine_memory() };
}

/** Bytes in its memory, which may move whenever it works. */
function bytesAt(/** @type {any} */ exports, /** @type {number} */ at, /** @type {number} */ size) {
  return new Uint8Array(exports.memory.buffer, at >>> 0, size >>> 0);
}

function answer(/** @type {{ exports: any, kept: number }} */ { exports, kept }, /** @type {string} */ request) {
  const bytes = new TextEncoder().encode(request);
  const room = exports.engine_room(bytes.length);
  if (room === 0) throw new Error("the engine has no room for the request");
  bytesAt(exports, room, bytes.length).set(bytes);
  const held = exports.engine_ask(kept, room, bytes.length);
  exports.engine_free(room);
  const text = new TextDecoder().decode(bytesAt(exports, exports.engine_text(held), exports.engine_size(held)));
  exports.engine_forget(held);
  return text;
}

/** @type {typeof import("./engine.js").load} */
export async function load(bytes) {
  const module = await WebAssembly.compile(bytes);
  let running = started(module);
  return {
    ask(request) {
      try {
        return answer(running, request);
      } catch (fault) {
        running = started(module); // what broke off in its middle answers nothing any more
        throw fault;
      }
    },
  };
}
