// The worker in which the engine runs: its first message is the engine, each one after that a question.
import { load, type Engine } from "../engine/engine.js";

interface Message {
  number: number;
  engine?: ArrayBuffer;
  request?: string;
}

let engine: Engine | undefined;

async function answered(message: Message): Promise<string> {
  if (message.engine) engine = await load(message.engine);
  if (message.request === undefined) return "";
  if (!engine) throw new Error("there is no engine yet");
  return engine.ask(message.request);
}

self.onmessage = async (event: MessageEvent<Message>) => {
  const { number } = event.data;
  try {
    self.postMessage({ number, reply: await answered(event.data) });
  } catch (fault) {
    self.postMessage({ number, failed: String(fault) });
  }
};
