/** One switch: badges on LinkedIn's cards, or not. With the side panel chosen instead there are none to begin with. */
import { ask } from "../messages";
import type { Prefs } from "../prefs";
import { t } from "../ui/i18n";

export function BadgesSwitch({ prefs, onChange }: { prefs: Prefs; onChange(prefs: Prefs): void }) {
  const inPanel = prefs.mode === "panel";
  const shown = prefs.showBadges && !inPanel;
  const change = (showBadges: boolean) => {
    onChange({ ...prefs, showBadges, mode: showBadges ? "page" : prefs.mode });
    const part: Partial<Prefs> = inPanel && showBadges ? { showBadges, mode: "page" } : { showBadges };
    void ask("prefs.set", part).then((reply) => onChange(reply.ok ? reply.value : prefs));
  };
  return (
    <div class="switch-line">
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          data-action="badges"
          checked={shown}
          aria-checked={shown}
          aria-describedby={inPanel ? "badges-hint" : undefined}
          onChange={(event) => change(event.currentTarget.checked)}
        />
        <span>{t("popup_badges")}</span>
      </label>
      {inPanel && (
        <p id="badges-hint" class="small">
          {t("popup_badges_panel")}
        </p>
      )}
    </div>
  );
}
