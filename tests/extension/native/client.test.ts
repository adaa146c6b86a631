import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HostState } from "../../../extension/src/messages";
import {
  callDeadline,
  HostClient,
  HostError,
  helloDeadline,
  stateFrom,
} from "../../../extension/src/native/client";
import { protocolVersion } from "../../../extension/src/native/protocol";
import { FakePort, greeting, greetingClient, greetOn, type Sent } from "./fake-port";

const budget = {
  weeklyBudget: 10,
  used: 1,
  elsewhere: 0,
  left: 9,
  weekStartsAt: 1,
  resetsAt: 2,
  timeZone: "Europe/Lisbon",
  suggestion: null,
};
const notHello = (message: Sent) => message.method !== "host.hello";

async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "no error",
    (error: unknown) => (error instanceof HostError ? error.code : String(error)),
  );
}

describe("a connection", () => {
  it("is opened on first use, greeted once, and used for every call", async () => {
    const port = new FakePort();
    const client = greetingClient(port);
    expect(port.messages).toEqual([]);
    const both = Promise.all([client.call("budget.get", {}), client.call("budget.get", {})]);
    await port.sent((message) => message.id === 3);
    port.reply({ id: 3, result: { ...budget, used: 3 } });
    port.reply({ id: 2, result: { ...budget, used: 2 } });
    expect((await both).map(({ used }) => used)).toEqual([2, 3]);
    expect(port.messages.map(({ method }) => method)).toEqual(["host.hello", "budget.get", "budget.get"]);
    expect(client.state).toEqual({ state: "ready", version: "0.1.0" });
  });

  it("ignores answers to nothing, twice, or of no shape", async () => {
    const port = new FakePort();
    const client = greetingClient(port);
    const call = client.call("budget.get", {});
    const { id } = await port.sent(notHello);
    for (const noise of [null, 7, "x", [], {}, { id: 99, result: {} }, { id: "2", result: budget }])
      port.reply(noise);
    port.reply({ id, result: budget });
    port.reply({ id, result: { ...budget, used: 7 } });
    expect(await call).toEqual(budget);
  });

  it("refuses a reply that is not what the protocol says", async () => {
    for (const result of [null, [], "text", {}, { ...budget, used: "1" }, { ...budget, used: 1.5 }]) {
      const port = new FakePort();
      const client = greetingClient(port);
      const call = client.call("budget.get", {});
      const { id } = await port.sent(notHello);
      port.reply({ id, result });
      expect(await codeOf(call)).toBe("INVALID_REPLY");
    }
  });

  it("passes the host's error on, and takes nonsense for an error as one", async () => {
    for (const [error, code] of [
      [{ code: "BUSY", message: "later" }, "BUSY"],
      [{ message: "no code" }, "INVALID_REPLY"],
      ["text", "INVALID_REPLY"],
      [null, "INVALID_REPLY"],
    ] as const) {
      const port = new FakePort();
      const client = greetingClient(port);
      const call = client.call("budget.get", {});
      const { id } = await port.sent(notHello);
      port.reply({ id, error });
      expect(await codeOf(call)).toBe(code);
    }
  });
});

describe("a host that goes away", () => {
  it("has the cut-off call sent once more to a new one", async () => {
    const [first, second] = [new FakePort(), new FakePort()];
    const client = greetingClient(first, second);
    const call = client.call("budget.get", {});
    await first.sent(notHello);
    first.close();
    const again = await second.sent(notHello);
    second.reply({ id: again.id, result: budget });
    expect(await call).toEqual(budget);
  });

  it("rejects every waiting call when the second one goes as well", async () => {
    const [first, second] = [new FakePort(), new FakePort()];
    const client = greetingClient(first, second);
    const calls = [client.call("budget.get", {}), client.call("settings.get", {})];
    await first.sent((message) => message.id === 3);
    first.close();
    await second.sent((message) => message.method === "settings.get");
    second.close();
    for (const call of calls) expect(await codeOf(call)).toBe("HOST_UNAVAILABLE");
    expect(client.state).toEqual({ state: "exited" });
  });

  it("is not started again in a storm", async () => {
    let started = 0;
    let now = 0;
    const client = new HostClient({
      connect: () => {
        started += 1;
        const port = new FakePort();
        queueMicrotask(() => port.close());
        return port;
      },
      closeReason: () => "Native host has exited.",
      version: "0.1.0",
      now: () => now,
      random: () => 0.5,
    });
    for (; now < 60_000; now += 100) await codeOf(client.call("budget.get", {}));
    expect(started).toBeGreaterThan(3);
    expect(started).toBeLessThan(12); // 0, 0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5 s
    const before = started;
    client.forgive(); // the person asks
    await codeOf(client.call("budget.get", {}));
    expect(started).toBe(before + 1);
  });
});

describe("deadlines", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("end a call that is never answered, and let the stuck host go", async () => {
    const port = new FakePort();
    const client = greetingClient(port);
    const call = codeOf(client.call("budget.get", {}));
    await vi.advanceTimersByTimeAsync(callDeadline - 1);
    expect(port.closed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await call).toBe("TIMEOUT");
    expect(port.closed).toBe(true);
  });

  it("end a greeting that is never answered", async () => {
    const client = new HostClient({ connect: () => new FakePort(), closeReason: () => "", version: "0.1.0" });
    const call = codeOf(client.call("budget.get", {}));
    await vi.advanceTimersByTimeAsync(helloDeadline);
    expect(await call).toBe("TIMEOUT");
    expect(client.state).toEqual({ state: "exited" });
  });
});

describe("the state of the host", () => {
  it.each([
    ["Specified native messaging host not found.", "missing"],
    ["No such native application io.superlink.host", "missing"],
    ["Access to the specified native messaging host is forbidden.", "forbidden"],
    ["This extension does not have permission to use native application io.superlink.host", "forbidden"],
    ["Native host has exited.", "exited"],
    ["An unexpected error occurred", "exited"],
    ["", "exited"],
  ])("is told from the browser's words: %s", (words, state) => {
    expect(stateFrom(words)).toEqual({ state });
  });

  it.each([
    [protocolVersion + 1, "extension"],
    [protocolVersion - 1, "host"],
  ])("names the half to update when the host speaks protocol %i", async (protocol, update) => {
    const port = new FakePort();
    const states: HostState[] = [];
    const client = new HostClient({
      connect: () => port,
      closeReason: () => "",
      version: "0.1.0",
      onState: (state) => void states.push(state),
    });
    const call = codeOf(client.call("budget.get", {}));
    const { id } = await port.sent(() => true);
    port.reply({
      id,
      error: { code: "PROTOCOL_MISMATCH", message: "", params: { protocol, version: "7.0.0" } },
    });
    expect(await call).toBe("PROTOCOL_MISMATCH");
    expect(states).toEqual([{ state: "mismatch", update, hostVersion: "7.0.0" }]);
    expect(port.closed).toBe(true);
  });

  it("is missing when the browser refuses to connect at all", async () => {
    const client = new HostClient({
      connect: () => {
        throw new Error("Type error for parameter application");
      },
      closeReason: () => "",
      version: "0.1.0",
    });
    expect(await codeOf(client.call("budget.get", {}))).toBe("HOST_UNAVAILABLE");
    expect(client.state).toEqual({ state: "missing" });
  });
});

it("a port that closed before its event came is no call lost", async () => {
  const [first, second] = [new FakePort(), new FakePort()];
  const client = greetingClient(first, second);
  const warm = client.call("budget.get", {});
  const { id } = await first.sent(notHello);
  first.reply({ id, result: budget });
  await warm;
  first.closed = true;
  greetOn(second);
  const call = client.call("budget.get", {});
  const again = await second.sent(notHello);
  second.reply({ id: again.id, result: budget });
  expect(await call).toEqual(budget);
});

describe("where the person is", () => {
  const setUp = () => {
    const port = new FakePort();
    const place = { timeZone: "Europe/Lisbon", firstDay: "Monday" as const };
    let connections = 0;
    const client = new HostClient({
      connect: () => {
        connections += 1;
        return port;
      },
      closeReason: () => "",
      version: "0.1.0",
      place: () => ({ ...place }),
    });
    const answer = async (from: number) => {
      const sent = await port.sent(({ id }) => id === from);
      port.reply({ id: from, result: sent.method === "host.hello" ? greeting : budget });
      return sent;
    };
    return { port, place, client, answer, connections: () => connections };
  };

  it("is told with the greeting", async () => {
    const { client, answer } = setUp();
    const call = client.call("budget.get", {});
    expect((await answer(1)).params).toEqual({
      protocol: protocolVersion,
      version: "0.1.0",
      timeZone: "Europe/Lisbon",
      firstDay: "Monday",
    });
    await answer(2);
    await call;
  });

  it("is told again before the next call when it changed, once for all calls, over the same connection", async () => {
    const { port, place, client, answer, connections } = setUp();
    const first = client.call("budget.get", {});
    await answer(1);
    await answer(2);
    await first;
    place.timeZone = "America/Toronto";
    const both = [client.call("budget.get", {}), client.call("budget.get", {})];
    expect((await answer(3)).params).toMatchObject({ timeZone: "America/Toronto" });
    await answer(4);
    await answer(5);
    expect(await Promise.all(both)).toEqual([budget, budget]);
    expect(port.messages.map(({ method }) => method)).toEqual([
      "host.hello",
      "budget.get",
      "host.hello",
      "budget.get",
      "budget.get",
    ]);
    expect(connections()).toBe(1);
  });

  it("that the host would not take holds up no call, and is told again with the next one", async () => {
    const { port, place, client, answer } = setUp();
    const first = client.call("budget.get", {});
    await answer(1);
    await answer(2);
    await first;
    place.timeZone = "America/Toronto";
    const call = client.call("budget.get", {});
    await port.sent(({ id }) => id === 3);
    port.reply({ id: 3, error: { code: "BUSY", message: "" } });
    await answer(4);
    expect(await call).toEqual(budget);
    const next = client.call("budget.get", {});
    expect((await answer(5)).method).toBe("host.hello");
    await answer(6);
    expect(await next).toEqual(budget);
  });
});

it("a host that refuses the greeting is let go, and the next call starts another", async () => {
  const [first, second] = [new FakePort(), new FakePort()];
  const ports = [first, second];
  const client = new HostClient({
    connect: () => ports.shift() ?? new FakePort(),
    closeReason: () => "",
    version: "0.1.0",
  });
  const refused = codeOf(client.call("budget.get", {}));
  const { id } = await first.sent(() => true);
  first.reply({ id, error: { code: "STORAGE_FAILED", message: "" } });
  expect(await refused).toBe("STORAGE_FAILED");
  expect(first.closed).toBe(true);
  expect(client.state).toEqual({ state: "exited" });
  greetOn(second);
  const call = client.call("budget.get", {});
  const again = await second.sent(notHello);
  second.reply({ id: again.id, result: budget });
  expect(await call).toEqual(budget);
});
