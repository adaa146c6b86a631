/** The one connection to the host, and the decisions on their way to it. */

import type { HostState } from "../messages";
import { HostClient } from "../native/client";
import { Outbox } from "../native/outbox";
import { hostName } from "../native/protocol";
import { firstDayOf } from "../week-custom";

let onState: (state: HostState) => void = () => undefined;
let deliveries = 0;

export const client = new HostClient({
  connect: () => chrome.runtime.connectNative(hostName),
  // Chromium tells through lastError, Firefox through the port itself.
  closeReason: (port) =>
    (port as { error?: { message?: string } }).error?.message ?? chrome.runtime.lastError?.message ?? "",
  version: chrome.runtime.getManifest().version,
  place: () => ({
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    firstDay: firstDayOf(chrome.i18n.getUILanguage()),
  }),
  onState: (state) => onState(state),
});

export const outbox = new Outbox(chrome.storage.local, async (decision) => {
  await client.call("decisions.record", decision);
  deliveries += 1;
});

/** How many decisions the host has taken since the background woke. */
export function delivered(): number {
  return deliveries;
}

export function followHost(listener: (state: HostState) => void): void {
  onState = listener;
}
