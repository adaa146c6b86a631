import { beforeEach, expect, test } from "vitest";
import { hostLine, mendFor, type PageHostState } from "../../../extension/src/ui/host-words";
import { speak } from "./fake-words";

const commands = (host: PageHostState) => mendFor(host, "0.1.0")?.steps.map((step) => step.command);

beforeEach(() => speak("en"));

test("a missing host is mended by the installer", () => {
  expect(commands({ state: "missing" })).toEqual(["installer/quickstart.sh", "superlink install"]);
});

test("a host that does not know this extension is registered again", () => {
  expect(commands({ state: "forbidden" })).toEqual(["superlink install", "superlink doctor"]);
});

test("a host that stops at once is examined by the doctor", () => {
  expect(commands({ state: "exited" })).toEqual(["superlink doctor"]);
});

test("of two halves that differ, the older one is named, with both versions", () => {
  const host = mendFor({ state: "mismatch", update: "host", hostVersion: "0.0.9" }, "0.1.0");
  expect(host?.title).toBe("The host needs an update");
  expect(host?.steps[0]?.text).toContain("version 0.0.9");
  expect(host?.steps[0]?.text).toContain("version 0.1.0");
  expect(host?.thenReload).toBe(false);

  const extension = mendFor({ state: "mismatch", update: "extension", hostVersion: "0.2.0" }, "0.1.0");
  expect(extension?.title).toBe("This extension needs an update");
  expect(extension?.thenReload).toBe(true);
});

test("there is nothing to mend while the host is ready or connecting", () => {
  expect(mendFor({ state: "ready", version: "0.1.0" }, "0.1.0")).toBeNull();
  expect(mendFor({ state: "connecting" }, "0.1.0")).toBeNull();
  expect(hostLine({ state: "ready", version: "0.1.0" })).toBe("Host ready, version 0.1.0");
  expect(hostLine(null)).toBe("Connecting to the host…");
});
