/** Which version this is, and the way to take one's consent back: at hand whether the host answers or not. */
import { useState } from "preact/hooks";
import { ask, type Consent } from "../messages";
import { HostLine } from "../ui/host-panel";
import { t } from "../ui/i18n";
import { extensionVersion, openWelcome } from "../ui/places";
import type { Answer } from "../ui/use-answer";
import type { Host } from "../ui/use-host";
import { Section } from "./fields";

export function About({ host, consent }: { host: Host; consent: Answer<Consent> }) {
  return (
    <Section id="about" title={t("about_title")}>
      <p>{t("about_version", [extensionVersion()])}</p>
      {host.state && <HostLine host={host} />}
      <ConsentLine consent={consent} />
    </Section>
  );
}

function ConsentLine({ consent }: { consent: Answer<Consent> }) {
  const [failed, setFailed] = useState(false);
  const withdraw = async () => {
    const reply = await ask("consent.set", { given: false });
    setFailed(!reply.ok);
    consent.again();
  };
  if (!consent.reply?.ok) return null;
  const { given } = consent.reply.value;
  return (
    <div class="consent" data-consent={given ? "given" : "none"}>
      <output>{t(given ? "consent_given" : "consent_withdrawn")}</output>
      <div class="actions">
        {given && (
          <button type="button" class="button" data-action="withdraw" onClick={() => void withdraw()}>
            {t("consent_withdraw")}
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={() => void openWelcome()}>
          {t("consent_button")}
        </button>
      </div>
      {failed && <p class="error">{t("consent_failed")}</p>}
    </div>
  );
}
