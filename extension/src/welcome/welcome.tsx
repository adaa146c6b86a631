/**
 * The first-run page: what is read, where it stays, what LinkedIn's terms say, two equal ways to show the advice, and
 * two equal answers. Nothing is read, and no host is started, before the person agrees; afterwards the page leads to
 * the first advice.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../messages";
import type { Prefs } from "../prefs";
import { HostLine, HostMend } from "../ui/host-panel";
import { type MessageKey, t } from "../ui/i18n";
import { EyeIcon, HandIcon, HomeIcon, Mark } from "../ui/icons";
import { mount } from "../ui/mount";
import { AccessNotice } from "../ui/permission";
import { invitationsUrl, openSettings } from "../ui/places";
import { useAnswer } from "../ui/use-answer";
import { useConsent } from "../ui/use-consent";
import { useHost } from "../ui/use-host";
import { ModeChoice, Terms } from "./mode";

const whatIsRead: readonly MessageKey[] = [
  "welcome_reads_sender",
  "welcome_reads_mutual",
  "welcome_reads_note",
  "welcome_reads_marks",
  "welcome_reads_decisions",
];

type Answered = "agreed" | "declined" | "failed" | null;

/** The mode is kept before the consent: it must hold when the first page is read. */
async function keep(given: boolean, mode: Prefs["mode"] | null): Promise<Answered> {
  if (given && mode && !(await ask("prefs.set", { mode })).ok) return "failed";
  const reply = await ask("consent.set", { given });
  if (!reply.ok) return "failed";
  return given ? "agreed" : "declined";
}

function Welcome() {
  const { agreed: before } = useConsent();
  const [answered, setAnswered] = useState<Answered>(null);
  const answer = async (given: boolean, mode: Prefs["mode"] | null) => setAnswered(await keep(given, mode));
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
        {agreed && <Terms />}
        {!agreed && <Question answered={answered} onAnswer={(...given) => void answer(...given)} />}
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
  answered: Answered;
  /** Who agrees has chosen a mode. */
  onAnswer(given: boolean, mode: Prefs["mode"] | null): void;
}

/** Two modes and two buttons, each of the same size and weight as its like: none is the answer we would like. */
function Question({ answered, onAnswer }: QuestionProps) {
  const [mode, setMode] = useState<Prefs["mode"] | null>(null);
  const [missed, setMissed] = useState(false);
  const agree = () => {
    setMissed(mode === null);
    if (mode) onAnswer(true, mode);
    else document.querySelector<HTMLInputElement>("input[name=mode]")?.focus();
  };
  return (
    <>
      <ModeChoice mode={mode} missed={missed && mode === null} onChoose={setMode} />
      <section class="card question" aria-labelledby="question">
        <h2 id="question">{t("welcome_question")}</h2>
        <p class="hint">{t("welcome_before")}</p>
        <div class="answers">
          <button type="button" class="button button-large" data-action="agree" onClick={agree}>
            {t("welcome_agree")}
          </button>
          <button
            type="button"
            class="button button-large"
            data-action="decline"
            onClick={() => onAnswer(false, null)}
          >
            {t("welcome_not_now")}
          </button>
        </div>
        <output class={answered === "failed" ? "error" : "hint"}>
          {answered === "declined" && t("welcome_declined")}
          {answered === "failed" && t("consent_failed")}
        </output>
      </section>
    </>
  );
}

function NextSteps({ takeFocus }: { takeFocus: boolean }) {
  const host = useHost(true, true);
  const prefs = useAnswer("prefs.get", {}, true).reply;
  const panel = prefs?.ok === true && prefs.value.mode === "panel";
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
          <p class="hint">{t(panel ? "welcome_step_panel_text" : "welcome_step_invitations_text")}</p>
          <a class="button" href={invitationsUrl} target="_blank" rel="noopener noreferrer">
            {t("common_open_invitations")}
          </a>
        </li>
      </ol>
    </section>
  );
}

mount("welcome_title", <Welcome />);
