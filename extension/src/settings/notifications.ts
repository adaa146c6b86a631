/**
 * The browser's permission to notify at the review time, asked for only when the person sets such a time. The request
 * must start in the click itself, before anything is awaited, or browsers refuse it. Without it the time still counts.
 */
import { useCallback, useEffect, useState } from "preact/hooks";

export type Notifying = "unknown" | "allowed" | "not-allowed" | "refused";
const wanted: chrome.permissions.Permissions = { permissions: ["notifications"] };

export function useNotifications(): { notifying: Notifying; request(): void } {
  const [notifying, setNotifying] = useState<Notifying>("unknown");
  useEffect(() => {
    chrome.permissions.contains(wanted).then(
      (has) => setNotifying((now) => (has ? "allowed" : now === "refused" ? now : "not-allowed")),
      () => setNotifying("not-allowed"),
    );
  }, []);
  const request = useCallback(() => {
    chrome.permissions.request(wanted).then(
      (has) => setNotifying(has ? "allowed" : "refused"),
      () => setNotifying("refused"),
    );
  }, []);
  return { notifying, request };
}
