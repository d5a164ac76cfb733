// Bundles what moves into build/web/: page.js, the workbench's files and, where build/wasm/engine.wasm has been built, engine.txt. With --tests it
// bundles the tests instead, for test/run.mjs.
import { build } from "esbuild";
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = at("../build/web/");

/** `import text from "worker-text"` is the worker's bundled script: a page from a disk can load no second file. */
const workerText = {
  name: "worker-text",
  setup(bundle) {
    bundle.onResolve({ filter: /^worker-text$/ }, () => ({ path: "worker", namespace: "worker-text" }));
    bundle.onLoad({ filter: /.*/, namespace: "worker-text" }, async () => {
      const made = await build({ ...script, entryPoints: [at("src/page/worker.ts")], plugins: [], write: false });
      return { contents: made.outputFiles[0].text, loader: "text" };
    });
  },
};

const script = { bundle: true, format: "iife", target: "es2020", minify: true, charset: "ascii", legalComments: "none", logLevel: "warning", plugins: [workerText] };

/** Beside and renamed, so that CMake never sees half a file; left alone where it would be the same. */
function put(name, text) {
  if (existsSync(out + name) && readFileSync(out + name, "utf8") === text) return;
  writeFileSync(`${out}${name}.new`, text);
  renameSync(`${out}${name}.new`, out + name);
}

async function bundled(entry) {
  const made = await build({ ...script, entryPoints: [at(entry)], write: false });
  return made.outputFiles[0].text;
}

function engine() {
  const file = at("../build/wasm/engine.wasm");
  if (!existsSync(file)) return rmSync(`${out}engine.txt`, { force: true });
  put("engine.txt", gzipSync(readFileSync(file), { level: 9 }).toString("base64"));
}

/** The workbench: its page, and what that loads. */
async function workbench() {
  mkdirSync(`${out}workbench`, { recursive: true });
  put("workbench/workbench.js", await bundled("src/workbench/main.ts"));
  for (const name of ["index.html", "workbench.css"]) put(`workbench/${name}`, readFileSync(at(`src/workbench/${name}`), "utf8"));
  put("workbench/page.css", readFileSync(at("src/page/page.css"), "utf8"));
}

/** The tests and benchmarks of a folder, bundled where they find node_modules. */
async function tests(folder, kind) {
  const names = readdirSync(at(folder)).filter((name) => /\.(test|bench)\.ts$/.test(name));
  const outdir = at(`node_modules/.tests/${kind}`);
  rmSync(outdir, { recursive: true, force: true });
  await build({ ...testing, outdir, entryPoints: names.map((name) => at(`${folder}/${name}`)) });
}

const testing = {
  bundle: true, platform: "node", format: "esm", target: "node18", outExtension: { ".js": ".mjs" },
  packages: "external", plugins: [workerText], logLevel: "warning",
};

if (process.argv.includes("--tests")) {
  await tests("test", "unit");
  await tests("test/browser", "browser");
} else {
  mkdirSync(out, { recursive: true });
  put("page.js", await bundled("src/page/main.ts"));
  engine();
  await workbench();
}
