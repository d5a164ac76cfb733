// asker.mjs GLUE ENGINE: loads the engine as the page does, answers each line of standard input with a line; to standard error
// how long it took to load and, of each answer, to answer.
import { readFileSync, writeSync } from "node:fs";

const [glue, engine] = process.argv.slice(2);
const { load } = await import(`data:text/javascript;base64,${readFileSync(glue).toString("base64")}`);
const begun = performance.now();
const loaded = await load(readFileSync(engine));
const times = [performance.now() - begun];
for (const request of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const asked = performance.now();
  let answer;
  try {
    answer = loaded.ask(request);
  } catch (fault) {
    answer = JSON.stringify({ broken: String(fault) });
  }
  times.push(performance.now() - asked);
  writeSync(1, JSON.stringify(answer) + "\n");
}
writeSync(2, JSON.stringify(times) + "\n");
