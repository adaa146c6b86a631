/**
 * LinkedIn's terms, and beside them the two ways to show the advice: one changes how LinkedIn's page looks, the other
 * changes nothing on it. None is chosen beforehand.
 */
import type { ComponentChildren } from "preact";
import { modes, type Prefs } from "../prefs";
import { type MessageKey, t } from "../ui/i18n";

const words: Record<Prefs["mode"], [name: MessageKey, hint: MessageKey]> = {
  page: ["welcome_mode_page", "welcome_mode_page_hint"],
  panel: ["welcome_mode_panel", "welcome_mode_panel_hint"],
};

interface Props {
  mode: Prefs["mode"] | null;
  /** The person agreed without choosing. */
  missed: boolean;
  onChoose(mode: Prefs["mode"]): void;
}

/** Said before the question, and still there for who agreed. */
export function Terms({ children }: { children?: ComponentChildren }) {
  return (
    <section class="notice notice-warn" data-fact="terms" aria-labelledby="terms">
      <h2 id="terms">{t("welcome_terms_title")}</h2>
      <p>{t("welcome_terms")}</p>
      {children}
    </section>
  );
}

export function ModeChoice({ mode, missed, onChoose }: Props) {
  return (
    <Terms>
      <fieldset class="modes" aria-describedby="mode-missed">
        <legend>{t("welcome_mode")}</legend>
        {modes.map((known) => (
          <label key={known} class="mode">
            <input
              type="radio"
              name="mode"
              value={known}
              checked={mode === known}
              onChange={() => onChoose(known)}
            />
            <span>
              <strong>{t(words[known][0])}</strong>
              <span class="small">{t(words[known][1])}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p id="mode-missed" class="error" role="alert">
        {missed && t("welcome_mode_wanted")}
      </p>
    </Terms>
  );
}
