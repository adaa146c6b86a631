/** One switch: badges on LinkedIn's cards, or not. With the side panel chosen instead there are none to begin with. */
import { ask } from "../messages";
import type { Prefs } from "../prefs";
import { t } from "../ui/i18n";
import { Switch } from "../ui/switch";

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
      <Switch on={shown} onChange={change} describedBy={inPanel ? "badges-hint" : undefined} action="badges">
        {t("popup_badges")}
      </Switch>
      {inPanel && (
        <p id="badges-hint" class="small">
          {t("popup_badges_panel")}
        </p>
      )}
    </div>
  );
}
