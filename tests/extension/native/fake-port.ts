import { HostClient, type HostPort } from "../../../extension/src/native/client";
import { protocolVersion } from "../../../extension/src/native/protocol";

export interface Sent {
  id: number;
  method: string;
  params: unknown;
}

/** A native port whose other end is the test. */
export class FakePort implements HostPort {
  readonly messages: Sent[] = [];
  closed = false;
  #onMessage: ((message: unknown) => void)[] = [];
  #onDisconnect: (() => void)[] = [];
  #waiting: { test: (message: Sent) => boolean; resolve: (message: Sent) => void }[] = [];

  onMessage = { addListener: (listener: (message: unknown) => void) => void this.#onMessage.push(listener) };
  onDisconnect = { addListener: (listener: () => void) => void this.#onDisconnect.push(listener) };

  postMessage(message: object): void {
    if (this.closed) throw new Error("Attempting to use a disconnected port object");
    const sent = structuredClone(message) as Sent;
    this.messages.push(sent);
    for (const { test, resolve } of this.#waiting) if (test(sent)) resolve(sent);
  }

  disconnect(): void {
    this.closed = true;
  }

  reply(message: unknown): void {
    for (const listener of this.#onMessage) listener(message);
  }

  /** The host goes away by itself. */
  close(): void {
    this.closed = true;
    for (const listener of this.#onDisconnect) listener();
  }

  /** The first message, sent already or yet to come, that passes the test. */
  sent(test: (message: Sent) => boolean): Promise<Sent> {
    const found = this.messages.find(test);
    return found ? Promise.resolve(found) : new Promise((resolve) => this.#waiting.push({ test, resolve }));
  }
}

export const greeting = { protocol: protocolVersion, version: "0.1.0" };

/** Answers the greeting on `port` as a host of the same protocol does. */
export function greetOn(port: FakePort): void {
  void port
    .sent((message) => message.method === "host.hello" && message.id !== undefined)
    .then(({ id }) => port.reply({ id, result: greeting }));
}

/** A client whose connections are `ports`, one after the other, each greeted by a host of the same protocol. */
export function greetingClient(...ports: FakePort[]): HostClient {
  for (const port of ports) greetOn(port);
  const left = [...ports];
  return new HostClient({
    connect: () => {
      const port = left.shift();
      if (!port) throw new Error("no more ports");
      return port;
    },
    closeReason: () => "Native host has exited.",
    version: "0.1.0",
  });
}
