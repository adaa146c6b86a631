/** The host's state for a person: one quiet line when all is well, the exact mend when it is not. */
import { useState } from "preact/hooks";
import { hostLine, mendFor, type Step } from "./host-words";
import { locale, t } from "./i18n";
import { extensionVersion } from "./places";
import type { Host } from "./use-host";

export function HostLine({ host }: { host: Host }) {
  const state = host.state?.state ?? "connecting";
  const tone = state === "ready" ? "good" : state === "connecting" ? "idle" : "bad";
  return (
    <output class="host-line" data-host={state}>
      <span class={`dot dot-${tone}`} />
      <span>{hostLine(host.state)}</span>
    </output>
  );
}

/** Nothing at all while the host is ready or not yet known. */
export function HostMend({ host }: { host: Host }) {
  const mend = host.state && mendFor(host.state, extensionVersion());
  if (!mend) return null;
  return (
    <section class="notice notice-bad" data-mend={host.state?.state} aria-labelledby="host-mend">
      <h2 id="host-mend">{mend.title}</h2>
      {mend.steps.map((step) => (
        <MendStep key={step.text} step={step} />
      ))}
      <div class="actions">
        <button type="button" class="button" data-action="retry" onClick={host.retry}>
          {t("common_retry")}
        </button>
        {mend.thenReload && (
          <button type="button" class="button" onClick={() => chrome.runtime.reload()}>
            {t("common_reload_extension")}
          </button>
        )}
      </div>
      <output class="small">{host.retriedAt !== null && t("host_still", [clock(host.retriedAt)])}</output>
    </section>
  );
}

function clock(time: number): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: "medium" }).format(time);
}

function MendStep({ step }: { step: Step }) {
  return (
    <>
      <p>{step.text}</p>
      {step.command !== null && <Command line={step.command} />}
    </>
  );
}

/** A line for the terminal, always left to right, with a button that copies it. */
function Command({ line }: { line: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(line).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div class="command">
      <code dir="ltr">
        {line.split(" ").map((word, index) => (
          <>
            {index > 0 && " "}
            <span>{word}</span>
          </>
        ))}
      </code>
      <button
        type="button"
        class="button button-small"
        aria-label={t("common_copy_line", [line])}
        onClick={copy}
      >
        <span aria-live="polite">{copied ? t("common_copied") : t("common_copy")}</span>
      </button>
    </div>
  );
}
