/** Whether badges stand in LinkedIn's page as well, or nothing at all is inserted there; with the switch for it. */
import { useEffect, useState } from "preact/hooks";
import { ask, onEvent } from "../messages";
import type { Prefs } from "../prefs";
import { t } from "../ui/i18n";
import { Switch } from "../ui/switch";

export function Mode() {
  const [prefs, setPrefs] = useState<Prefs | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void ask("prefs.get", {}).then((reply) => reply.ok && setPrefs(reply.value));
    return onEvent("prefs.changed", setPrefs);
  }, []);
  if (!prefs) return null;
  const badges = prefs.mode === "page" && prefs.showBadges;
  const change = (on: boolean) => {
    const wanted: Partial<Prefs> = on ? { mode: "page", showBadges: true } : { mode: "panel" };
    void ask("prefs.set", wanted).then((reply) => {
      setFailed(!reply.ok);
      // What holds is shown, also where it could not be changed.
      setPrefs(reply.ok ? reply.value : { ...prefs });
    });
  };
  return (
    <section class="mode" data-badges={badges ? "on" : "off"}>
      <Switch on={badges} onChange={change} describedBy="mode">
        {t("panel_badges")}
      </Switch>
      <p id="mode" class="small">
        {t(badges ? "panel_mode_page" : "panel_mode_panel")}
      </p>
      <output class="small error">{failed && t("correct_failed")}</output>
    </section>
  );
}
