/**
 * The first-run page: what is read, where it stays, what LinkedIn's terms say, and two equal answers. Nothing is
 * read, and no host is started, before the person agrees; afterwards the page leads to the first badge.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../messages";
import { HostLine, HostMend } from "../ui/host-panel";
import { type MessageKey, t } from "../ui/i18n";
import { EyeIcon, HandIcon, HomeIcon, Mark } from "../ui/icons";
import { mount } from "../ui/mount";
import { AccessNotice } from "../ui/permission";
import { invitationsUrl, openSettings } from "../ui/places";
import { useAnswer } from "../ui/use-answer";
import { useHost } from "../ui/use-host";

const whatIsRead: readonly MessageKey[] = [
  "welcome_reads_sender",
  "welcome_reads_mutual",
  "welcome_reads_note",
  "welcome_reads_marks",
  "welcome_reads_decisions",
];

function Welcome() {
  const stored = useAnswer("consent.get", {}, true).reply;
  const [answered, setAnswered] = useState<"agreed" | "declined" | "failed" | null>(null);
  const answer = async (given: boolean) => {
    const reply = await ask("consent.set", { given });
    setAnswered(!reply.ok ? "failed" : given ? "agreed" : "declined");
  };
  const before = stored?.ok === true && stored.value.given;
  const agreed = answered === "agreed" || (before && answered !== "declined");
  return (
    <div class="page" data-consent={agreed ? "given" : (answered ?? "asked")}>
      <header class="page-head">
        <Mark size={56} />
        <div>
          <h1>{t("welcome_title")}</h1>
          <p class="lead">{t("welcome_lead")}</p>
        </div>
      </header>
      <main class="stack">
        {agreed && <NextSteps takeFocus={answered === "agreed"} />}
        <Facts />
        {!agreed && <Question answered={answered} onAnswer={(given) => void answer(given)} />}
      </main>
    </div>
  );
}

function Facts() {
  return (
    <>
      <Fact icon={<EyeIcon />} title={t("welcome_reads_title")}>
        <p>{t("welcome_reads_intro")}</p>
        <ul>
          {whatIsRead.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </Fact>
      <Fact icon={<HomeIcon />} title={t("welcome_stays_title")}>
        <p>{t("welcome_stays")}</p>
      </Fact>
      <Fact icon={<HandIcon />} title={t("welcome_never_title")}>
        <p>{t("welcome_never")}</p>
      </Fact>
      <section class="notice notice-warn" data-fact="terms">
        <h2>{t("welcome_terms_title")}</h2>
        <p>{t("welcome_terms")}</p>
      </section>
    </>
  );
}

function Fact({
  icon,
  title,
  children,
}: {
  icon: ComponentChildren;
  title: string;
  children: ComponentChildren;
}) {
  return (
    <section class="card fact">
      <span class="fact-icon">{icon}</span>
      <div>
        <h2>{title}</h2>
        {children}
      </div>
    </section>
  );
}

interface QuestionProps {
  answered: "declined" | "failed" | "agreed" | null;
  onAnswer(given: boolean): void;
}

/** Two buttons of the same size and weight: neither is the answer we would like. */
function Question({ answered, onAnswer }: QuestionProps) {
  return (
    <section class="card question" aria-labelledby="question">
      <h2 id="question">{t("welcome_question")}</h2>
      <p class="hint">{t("welcome_before")}</p>
      <div class="answers">
        <button type="button" class="button button-large" data-action="agree" onClick={() => onAnswer(true)}>
          {t("welcome_agree")}
        </button>
        <button
          type="button"
          class="button button-large"
          data-action="decline"
          onClick={() => onAnswer(false)}
        >
          {t("welcome_not_now")}
        </button>
      </div>
      <output class={answered === "failed" ? "error" : "hint"}>
        {answered === "declined" && t("welcome_declined")}
        {answered === "failed" && t("consent_failed")}
      </output>
    </section>
  );
}

function NextSteps({ takeFocus }: { takeFocus: boolean }) {
  const host = useHost(true, true);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) heading.current?.focus();
  }, [takeFocus]);
  return (
    <section class="card next" aria-labelledby="next">
      <h2 id="next" ref={heading} tabIndex={-1}>
        {t("welcome_next_title")}
      </h2>
      <ol class="steps">
        <li>
          <h3>{t("welcome_step_host")}</h3>
          <HostLine host={host} />
          <HostMend host={host} />
          <AccessNotice />
        </li>
        <li>
          <h3>{t("welcome_step_settings")}</h3>
          <p class="hint">{t("welcome_step_settings_text")}</p>
          <button type="button" class="button" data-action="settings" onClick={() => void openSettings()}>
            {t("common_open_settings")}
          </button>
        </li>
        <li>
          <h3>{t("welcome_step_invitations")}</h3>
          <p class="hint">{t("welcome_step_invitations_text")}</p>
          <a class="button" href={invitationsUrl} target="_blank" rel="noopener noreferrer">
            {t("common_open_invitations")}
          </a>
        </li>
      </ol>
    </section>
  );
}

mount("welcome_title", <Welcome />);
