// run.mjs KIND - runs the bundled tests of test/ (unit) or of test/browser/ (browser) by Node's test runner.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(`../node_modules/.tests/${process.argv[2]}/`, import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs"));
if (files.length === 0) throw new Error(`no tests in ${folder}: run 'node build.mjs --tests' first`);
const run = spawnSync(process.execPath, ["--test", ...files.map((name) => folder + name)], { stdio: "inherit" });
process.exitCode = run.status ?? 1;
