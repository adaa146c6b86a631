/**
 * The one connection to the host. It is opened on first use, greeted with `host.hello`, and used for every call;
 * replies are matched by id alone. Every call ends: with its result, with the host's error, with `TIMEOUT`, or
 * with `HOST_UNAVAILABLE` when the port closes. A call that the port's closing cut off is sent once more on a new
 * connection: every method may be repeated. New connections are spaced out, so that a host that cannot start is
 * not started in a storm.
 *
 * The greeting tells where the person is, since the host's week follows them; when that changes under an open
 * connection (travel), the host is greeted again before the next call.
 */
import type { HostState } from "../messages";
import { checks } from "./checks";
import { type Method, type Methods, protocolVersion, type Weekday } from "./protocol";

export class HostError extends Error {
  constructor(
    readonly code: string,
    message = code,
    readonly params: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = "HostError";
  }
}

/** What the client uses of a native port; tests hand in their own. */
export interface HostPort {
  postMessage(message: object): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

export interface ClientOptions {
  /** Opens a port; may throw. */
  connect(): HostPort;
  /** The browser's words about the port that just closed: Chromium's and Firefox's differ. */
  closeReason(port: HostPort): string;
  /** The extension's version, for the greeting. */
  version: string;
  /** Where the person is now: told with every greeting. */
  place?(): { timeZone?: string; firstDay?: Weekday };
  onState?(state: HostState): void;
  now?(): number;
  /** 0 to 1, to keep several browsers from trying in step. */
  random?(): number;
}

interface Waiting {
  method: Method;
  resolve(value: unknown): void;
  reject(error: HostError): void;
  timer: ReturnType<typeof setTimeout>;
}

export const callDeadline = 10_000;
export const helloDeadline = 5_000;
const firstBackOff = 500;
const longestBackOff = 60_000;

export class HostClient {
  #port: HostPort | null = null;
  #ready: Promise<void> | null = null;
  #waiting = new Map<number, Waiting>();
  #nextId = 1;
  #failures = 0;
  #retryAt = 0;
  #state: HostState = { state: "connecting" };
  /** The place that the host was last told, as text. */
  #told = "";
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  get state(): HostState {
    return this.#state;
  }

  /** Forgets earlier failures: the next call connects at once. For when a person asks to try again. */
  forgive(): void {
    this.#failures = 0;
    this.#retryAt = 0;
  }

  async call<M extends Method>(method: M, params: Methods[M]["params"]): Promise<Methods[M]["result"]> {
    await this.#connected();
    try {
      return await this.#send(method, params, callDeadline);
    } catch (error) {
      if (!(error instanceof HostError) || error.code !== "HOST_UNAVAILABLE") throw error;
      await this.#connected();
      return await this.#send(method, params, callDeadline);
    }
  }

  #connected(): Promise<void> {
    if (this.#ready !== null) {
      const moved = JSON.stringify(this.#place()) !== this.#told;
      return moved ? this.#readyOnce(this.#greetAgain(this.#ready)) : this.#ready;
    }
    if (this.#now() < this.#retryAt) {
      return Promise.reject(new HostError("HOST_UNAVAILABLE", "waiting before the next try"));
    }
    return this.#readyOnce(this.#greet());
  }

  /** Calls wait for `greeted`; should it fail, the next call begins anew. */
  #readyOnce(greeted: Promise<void>): Promise<void> {
    this.#ready = greeted;
    greeted.catch(() => {
      if (this.#ready === greeted) this.#ready = null;
    });
    return greeted;
  }

  /** The person is elsewhere now. Should the host not take it, the calls go on and the next one tells it again. */
  async #greetAgain(earlier: Promise<void>): Promise<void> {
    const before = this.#told;
    this.#told = JSON.stringify(this.#place());
    await earlier;
    await this.#hello().catch(() => {
      this.#told = before;
    });
  }

  #place(): { timeZone?: string; firstDay?: Weekday } {
    return this.#options.place?.() ?? {};
  }

  #hello(): Promise<Methods["host.hello"]["result"]> {
    const place = this.#place();
    this.#told = JSON.stringify(place);
    const { version } = this.#options;
    return this.#send("host.hello", { protocol: protocolVersion, version, ...place }, helloDeadline);
  }

  async #greet(): Promise<void> {
    this.#told = JSON.stringify(this.#place());
    let port: HostPort;
    try {
      port = this.#options.connect();
    } catch (error) {
      this.#failed({ state: "missing" });
      throw new HostError("HOST_UNAVAILABLE", String(error));
    }
    this.#port = port;
    port.onMessage.addListener((message) => this.#receive(port, message));
    port.onDisconnect.addListener(() => this.#closed(port));
    try {
      const host = await this.#hello();
      this.#setState({ state: "ready", version: host.version });
    } catch (error) {
      if (error instanceof HostError && error.code === "PROTOCOL_MISMATCH") this.#mismatched(port, error);
      else if (port === this.#port) this.#refused(port);
      throw error;
    }
  }

  /** A host that answers the greeting with anything else is of no use: it must not be left running behind the next. */
  #refused(port: HostPort): void {
    this.#drop(port, new HostError("HOST_UNAVAILABLE", "the host refused the greeting"));
    this.#failed({ state: "exited" });
  }

  #mismatched(port: HostPort, error: HostError): void {
    const theirs = Number(error.params.protocol);
    const hostVersion = String(error.params.version ?? "");
    this.#drop(port, new HostError("HOST_UNAVAILABLE"));
    this.#failed({
      state: "mismatch",
      update: theirs > protocolVersion ? "extension" : "host",
      hostVersion,
    });
  }

  #send<M extends Method>(method: M, params: Methods[M]["params"], deadline: number) {
    return new Promise<Methods[M]["result"]>((resolve, reject) => {
      const port = this.#port;
      if (!port) {
        reject(new HostError("HOST_UNAVAILABLE"));
        return;
      }
      const id = this.#nextId++;
      const timer = setTimeout(() => this.#timedOut(port, id), deadline);
      this.#waiting.set(id, { method, resolve: resolve as (value: unknown) => void, reject, timer });
      try {
        port.postMessage({ id, method, params });
      } catch {
        this.#closed(port); // it was closed and its event has not come yet
      }
    });
  }

  #receive(port: HostPort, message: unknown): void {
    if (port !== this.#port || typeof message !== "object" || message === null) return;
    const { id, result, error } = message as { id?: unknown; result?: unknown; error?: unknown };
    const waiting = typeof id === "number" ? this.#take(id) : undefined;
    if (!waiting) return;
    if (error !== undefined) {
      waiting.reject(errorFrom(error));
    } else if (checks[waiting.method](result)) {
      if (waiting.method !== "host.hello") this.#failures = 0;
      waiting.resolve(result);
    } else {
      waiting.reject(new HostError("INVALID_REPLY", `to ${waiting.method}`));
    }
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    if (waiting) clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    return waiting;
  }

  /** A host that does not answer in time is stuck: it is let go, and the next call starts a new one. */
  #timedOut(port: HostPort, id: number): void {
    this.#take(id)?.reject(new HostError("TIMEOUT"));
    if (port !== this.#port) return;
    this.#drop(port, new HostError("HOST_UNAVAILABLE", "the host was stuck"));
    this.#failed({ state: "exited" });
  }

  #closed(port: HostPort): void {
    if (port !== this.#port) return;
    const reason = this.#options.closeReason(port);
    this.#drop(port, new HostError("HOST_UNAVAILABLE", reason));
    this.#failed(stateFrom(reason));
  }

  #drop(port: HostPort, error: HostError): void {
    this.#port = null;
    this.#ready = null;
    try {
      port.disconnect();
    } catch {
      // It was closed already.
    }
    for (const id of [...this.#waiting.keys()]) this.#take(id)?.reject(error);
  }

  /** The first failure is tried again at once (a host that was killed comes back); then with growing pauses. */
  #failed(state: HostState): void {
    this.#failures += 1;
    if (this.#failures > 1) {
      const pause = Math.min(longestBackOff, firstBackOff * 2 ** (this.#failures - 2));
      const jitter = 0.75 + 0.5 * (this.#options.random ?? Math.random)();
      this.#retryAt = this.#now() + pause * jitter;
    }
    this.#setState(state);
  }

  #setState(state: HostState): void {
    this.#state = state;
    this.#options.onState?.(state);
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }
}

function errorFrom(error: unknown): HostError {
  if (typeof error !== "object" || error === null) return new HostError("INVALID_REPLY");
  const { code, message, params } = error as { code?: unknown; message?: unknown; params?: unknown };
  if (typeof code !== "string") return new HostError("INVALID_REPLY");
  const known = typeof params === "object" && params !== null ? (params as Record<string, unknown>) : {};
  return new HostError(code, typeof message === "string" ? message : code, known);
}

/**
 * What the browsers say when a port closes. Chromium: "Specified native messaging host not found.", "Access to
 * the specified native messaging host is forbidden.", "Native host has exited.". Firefox: "No such native
 * application io.superlink.host" for a missing and for a forbidden host alike; nothing when the host exited.
 */
export function stateFrom(closeReason: string): HostState {
  if (/not found|no such native application/i.test(closeReason)) return { state: "missing" };
  if (/forbidden|not have permission/i.test(closeReason)) return { state: "forbidden" };
  return { state: "exited" };
}
