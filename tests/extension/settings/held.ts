/** Answers that come when the test says so, in the order in which they were asked for. */
import type { Page } from "puppeteer-core";

interface Held {
  held: { params: unknown; answer(reply: unknown): void }[];
}

/** From now on messages of this type wait. */
export async function hold(page: Page, type: string): Promise<void> {
  await page.evaluate((wanted) => {
    const runtime = chrome.runtime as unknown as {
      sendMessage(message: { type: string; params: unknown }): Promise<unknown>;
    };
    const send = runtime.sendMessage;
    const held: Held["held"] = [];
    (globalThis as unknown as Held).held = held;
    runtime.sendMessage = (message) => {
      if (message.type !== wanted) return send(message);
      return new Promise((answer) => held.push({ params: message.params, answer }));
    };
  }, type);
}

/** What is asked and not answered yet, once there are so many. */
export async function waiting(page: Page, count: number): Promise<unknown[]> {
  await page.waitForFunction((many) => (globalThis as unknown as Held).held.length === many, {}, count);
  return JSON.parse(
    await page.evaluate(() =>
      JSON.stringify((globalThis as unknown as Held).held.map(({ params }) => params)),
    ),
  ) as unknown[];
}

/** Answers the oldest question. */
export async function answerOldest(page: Page, reply: unknown): Promise<void> {
  await page.evaluate((text) => {
    (globalThis as unknown as Held).held.shift()?.answer(JSON.parse(text));
  }, JSON.stringify(reply));
}
