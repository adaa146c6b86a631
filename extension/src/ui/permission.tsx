/**
 * Access to linkedin.com, which a person (Firefox: at any time; Chromium: "on click") may hold back. The request
 * must start in the click itself, before anything is awaited, or browsers refuse it.
 */
import { useEffect, useState } from "preact/hooks";
import { t } from "./i18n";
import { linkedInOrigin } from "./places";

export type Access = "unknown" | "held-back" | "refused" | "granted-now" | "granted";
const wanted = { origins: [linkedInOrigin] };

export function useAccess(): { access: Access; request(): void } {
  const [access, setAccess] = useState<Access>("unknown");
  useEffect(() => {
    chrome.permissions.contains(wanted).then(
      (has) => setAccess(has ? "granted" : "held-back"),
      () => setAccess("unknown"),
    );
  }, []);
  const request = () => {
    chrome.permissions.request(wanted).then(
      (has) => setAccess(has ? "granted-now" : "refused"),
      () => setAccess("refused"),
    );
  };
  return { access, request };
}

export function AccessNotice() {
  const { access, request } = useAccess();
  if (access === "unknown" || access === "granted") return null;
  if (access === "granted-now") return <output class="notice notice-good">{t("permission_granted")}</output>;
  return (
    <section class="notice notice-warn" data-access={access} aria-labelledby="access">
      <h2 id="access">{t("permission_title")}</h2>
      <p>{t("permission_text")}</p>
      <div class="actions">
        <button type="button" class="button button-main" data-action="grant" onClick={request}>
          {t("permission_button")}
        </button>
      </div>
      <output class="small">{access === "refused" && t("permission_refused")}</output>
    </section>
  );
}
