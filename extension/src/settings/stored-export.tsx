/**
 * Everything that is stored as one file. The first press gathers it; then a real link saves it, which the person
 * presses: nothing is ever clicked for anybody.
 */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ask } from "../messages";
import { t, tCount } from "../ui/i18n";
import { collect, fileName, fileText } from "./export";
import { sizeWords } from "./stored-words";

type State =
  | { kind: "idle" }
  | { kind: "gathering"; records: number }
  | { kind: "ready"; url: string; name: string; bytes: number; records: number }
  | { kind: "failed"; code: string };

export function ExportPart() {
  const [state, setState] = useState<State>({ kind: "idle" });
  const link = useRef<HTMLAnchorElement>(null);
  const url = state.kind === "ready" ? state.url : null;
  useLayoutEffect(() => {
    if (url === null) return;
    link.current?.focus();
    return () => URL.revokeObjectURL(url);
  }, [url]);
  const gather = () => {
    if (state.kind !== "gathering") void prepare(setState);
  };
  return (
    <div class="stored-part" data-export={state.kind}>
      <h3>{t("data_export_title")}</h3>
      <p class="small">{t("data_export_hint")}</p>
      <div class="actions">
        {state.kind === "ready" ? (
          <a ref={link} class="button button-main" href={state.url} download={state.name}>
            {t("data_export_save", [state.name])}
          </a>
        ) : (
          <button
            type="button"
            class="button"
            data-action="export"
            aria-disabled={state.kind === "gathering"}
            onClick={gather}
          >
            {t("data_export_button")}
          </button>
        )}
      </div>
      {state.kind === "gathering" && (
        <Progress label={t("data_export_gathering")} words={tCount("data_records", state.records)} />
      )}
      <output class={state.kind === "failed" ? "error" : "small"}>{outcome(state)}</output>
    </div>
  );
}

function outcome(state: State): string {
  if (state.kind === "ready") {
    return t("data_export_ready", [tCount("data_records", state.records), sizeWords(state.bytes)]);
  }
  return state.kind === "failed" ? t("data_failed", [state.code]) : "";
}

async function prepare(tell: (state: State) => void): Promise<void> {
  tell({ kind: "gathering", records: 0 });
  const prefs = await ask("prefs.get", {});
  if (!prefs.ok) return tell({ kind: "failed", code: prefs.code });
  const gathered = await collect(
    (from) => ask("data.export", { from }),
    (records) => tell({ kind: "gathering", records }),
  );
  if (!gathered.ok) return tell({ kind: "failed", code: gathered.code });
  const now = new Date();
  const blob = new Blob(fileText(gathered.value, prefs.value, now.getTime()), { type: "application/json" });
  tell({
    kind: "ready",
    url: URL.createObjectURL(blob),
    name: fileName(now),
    bytes: blob.size,
    records: gathered.value.length,
  });
}

/** `done` is 0 to 1; without it nobody knows how much is still to come. */
export function Progress({ label, words, done }: { label: string; words: string; done?: number }) {
  return (
    <div class="stored-progress">
      <progress aria-label={label} {...(done === undefined ? {} : { value: done, max: 1 })} />
      <span class="small">{words}</span>
    </div>
  );
}
