/** Erasing everything: what goes and what stays is said before, and it takes a second press. */
import { useRef, useState } from "preact/hooks";
import { ask } from "../messages";
import { t } from "../ui/i18n";
import { Question } from "./stored-question";

export function ErasePart({ onErased }: { onErased(): void }) {
  const [asked, setAsked] = useState(false);
  const [state, setState] = useState<{ busy: boolean; code: string | null }>({ busy: false, code: null });
  const opener = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setAsked(false);
    setState({ busy: false, code: null });
    opener.current?.focus();
  };
  const erase = async () => {
    setState({ busy: true, code: null });
    const reply = await ask("data.erase", {});
    if (reply.ok && reply.value.erased) return onErased();
    setState({ busy: false, code: reply.ok ? "STORAGE_FAILED" : reply.code });
  };
  return (
    <div class="stored-part" data-erase={asked ? "asked" : "idle"}>
      <h3>{t("data_erase_title")}</h3>
      <Reach />
      <div class="actions">
        <button
          type="button"
          ref={opener}
          class="button"
          data-action="erase"
          aria-expanded={asked}
          onClick={() => (asked ? leave() : setAsked(true))}
        >
          {t("data_erase_button")}
        </button>
      </div>
      {asked && (
        <Question
          id="erase"
          careful
          yes={t("data_erase_yes")}
          no={t("data_erase_no")}
          busy={state.busy}
          error={state.code === null ? null : t("data_erase_failed", [state.code])}
          onYes={() => void erase()}
          onNo={leave}
        >
          <p>{t("data_erase_ask")}</p>
        </Question>
      )}
    </div>
  );
}

function Reach() {
  return (
    <div class="stored-lists">
      <Points title={t("data_erase_goes")} points={goes()} />
      <Points title={t("data_erase_stays")} points={stays()} />
    </div>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <div>
      <p class="stored-list-title">{title}</p>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}

function goes(): string[] {
  return [t("data_goes_host"), t("data_goes_waiting"), t("data_goes_prefs"), t("data_goes_consent")];
}

function stays(): string[] {
  return [t("data_stays_linkedin"), t("data_stays_files")];
}
