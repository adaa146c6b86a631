/**
 * The real client plays every golden case of tests/contract through a fake port: what it sends must be the case's
 * request, and the case's reply must pass its check or become that error. The host's tests play the same files.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checks } from "../../extension/src/native/checks";
import { HostError } from "../../extension/src/native/client";
import type { Method } from "../../extension/src/native/protocol";
import { FakePort, greetingClient } from "./native/fake-port";

const contract = join(dirname(fileURLToPath(import.meta.url)), "../contract");
const vocabulary = readJson("vocabulary.json") as { methods: string[]; errors: string[]; reasons: string[] };

interface Case {
  shows: string;
  request: { id: number; method: Method; params: never };
  reply: { id: number; result?: unknown; error?: { code: string; params?: object } };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(contract, path), "utf8"));
}

const cases = readdirSync(join(contract, "cases")).flatMap((method) =>
  readdirSync(join(contract, "cases", method)).map((file): [string, Case] => {
    const path = `cases/${method}/${file}`;
    return [path, readJson(path) as Case];
  }),
);

describe("every golden case", () => {
  it.each(cases)("%s", async (_path, { request, reply }) => {
    const port = new FakePort();
    const client = greetingClient(port);
    const answer = client.call(request.method, request.params).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    const sent = await port.sent((message) => message.id > 1);
    expect({ method: sent.method, params: sent.params }).toEqual({
      method: request.method,
      params: request.params,
    });
    port.reply({ ...reply, id: sent.id });
    const got = await answer;
    if (reply.error) {
      const { error } = got as { error: HostError };
      expect(error).toBeInstanceOf(HostError);
      expect(error.code).toBe(reply.error.code);
      expect(error.params).toEqual(reply.error.params ?? {});
    } else {
      expect(got).toEqual({ value: reply.result });
    }
    expect(reasonsIn(reply.result).filter((code) => !vocabulary.reasons.includes(code))).toEqual([]);
  });
});

it("the extension knows the methods of the vocabulary", () => {
  expect(Object.keys(checks).sort()).toEqual(vocabulary.methods);
});

it("every reason of the vocabulary has words, and no words are for another", () => {
  const words = JSON.parse(
    readFileSync(join(contract, "../../extension/_locales/en/messages.json"), "utf8"),
  ) as Record<string, unknown>;
  const spoken = Object.keys(words)
    .filter((key) => key.startsWith("reason_"))
    .map((key) => key.slice("reason_".length).replace(/_(term|for|against|none|single|count)$/, ""));
  expect([...new Set(spoken)].sort()).toEqual([...vocabulary.reasons].sort());
});

/** The codes of all reasons in a reply, of judgements and of corrections alike. */
function reasonsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const { code } = value as { code?: unknown };
  return [...(typeof code === "string" ? [code] : []), ...Object.values(value).flatMap(reasonsIn)];
}
