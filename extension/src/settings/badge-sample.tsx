/** How a badge will look: drawn here as the overlay draws it, on a made-up card, so that a choice is seen at once. */
import type { Prefs } from "../prefs";
import { type MessageKey, t } from "../ui/i18n";

const samples = [
  { verdict: "accept", mark: "✓", name: "verdict_accept", reason: "reason_VERIFIED" },
  { verdict: "ignore", mark: "–", name: "verdict_ignore", reason: "reason_SALES_LANGUAGE" },
] as const satisfies readonly { name: MessageKey; reason: MessageKey; [more: string]: unknown }[];

export function BadgeSample({ prefs }: { prefs: Prefs }) {
  const shown = prefs.mode === "page" && prefs.showBadges;
  return (
    <figure class="sample" data-look={prefs.look} data-density={prefs.density} data-shown={shown}>
      <figcaption class="small">{t(shown ? "prefs_sample" : "prefs_sample_none")}</figcaption>
      {samples.map(({ verdict, mark, name, reason }) => (
        <div key={verdict} class="sample-card">
          <span class="sample-face" />
          <span class="sample-line" />
          {shown && (
            <span class={`sample-badge sample-${verdict}`}>
              <span class="sample-verdict">
                <span aria-hidden="true">{mark}</span>
                {t(name)}
              </span>
              {prefs.density === "comfortable" && <span class="sample-reason">{t(reason)}</span>}
            </span>
          )}
        </div>
      ))}
    </figure>
  );
}
