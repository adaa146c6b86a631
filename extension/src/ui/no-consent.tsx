/** What a page of ours shows before the person has agreed: nothing but the way to the first-run page. */
import { t } from "./i18n";
import { openWelcome } from "./places";

/** `open`: how this page goes there. */
export function NoConsent({ open = () => void openWelcome() }: { open?: () => void }) {
  return (
    <section class="card" data-consent="none">
      <h2>{t("consent_title")}</h2>
      <p>{t("consent_text")}</p>
      <div class="actions">
        <button type="button" class="button button-main" data-action="welcome" onClick={open}>
          {t("consent_button")}
        </button>
      </div>
    </section>
  );
}
