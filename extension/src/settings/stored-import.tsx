/** A file of an earlier export: read here, told what is in it, and brought in only when the person says so. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ask } from "../messages";
import { formatNumber, t } from "../ui/i18n";
import { type Brought, bringIn, countsOf, type ExportFile, maxFileBytes, readExport } from "./export";
import { Progress } from "./stored-export";
import { Question } from "./stored-question";
import { countWords, dateWords, problemWords, refusalWords } from "./stored-words";

type State =
  | { kind: "idle" }
  | { kind: "problem"; words: string }
  | { kind: "offered"; file: ExportFile; name: string }
  | { kind: "importing"; done: number; of: number }
  | { kind: "done"; brought: Brought; of: number; prefsKept: boolean };

export function ImportPart({ onChanged }: { onChanged(): void }) {
  const [state, setState] = useState<State>({ kind: "idle" });
  const field = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (file) void open(file).then(setState);
  };
  const leave = () => {
    setState({ kind: "idle" });
    field.current?.focus();
  };
  return (
    <div class="stored-part" data-import={state.kind}>
      <h3>{t("data_import_title")}</h3>
      <p class="small">{t("data_import_hint")}</p>
      {state.kind === "importing" ? <Running {...state} /> : <Picker field={field} onFile={take} />}
      {state.kind === "offered" && (
        <Offer
          file={state.file}
          name={state.name}
          onNo={leave}
          onYes={(withPrefs) => void run(state.file, withPrefs, setState).then(onChanged)}
        />
      )}
      <Outcome state={state} />
    </div>
  );
}

function Running({ done, of }: { done: number; of: number }) {
  const words = t("data_import_progress", [formatNumber(done), formatNumber(of)]);
  return <Progress label={t("data_import_running")} words={words} done={of > 0 ? done / of : 1} />;
}

function Outcome({ state }: { state: State }) {
  const told = useRef<HTMLOutputElement>(null);
  const finished = state.kind === "done";
  // The question went away with its buttons, and the focus would with them.
  useLayoutEffect(() => {
    if (finished) told.current?.focus();
  }, [finished]);
  return (
    <output ref={told} tabIndex={-1} class={isBad(state) ? "error" : "stored-told"}>
      {outcome(state)}
    </output>
  );
}

function isBad(state: State): boolean {
  return state.kind === "problem" || (state.kind === "done" && state.brought.code !== null);
}

function outcome(state: State): string {
  if (state.kind === "problem") return state.words;
  if (state.kind !== "done") return "";
  const { brought, of, prefsKept } = state;
  const figures = [brought.imported, brought.known].map(formatNumber);
  const sentences = [t("data_import_done", figures)];
  if (brought.code !== null) {
    sentences.unshift(refusalWords(brought.code));
    sentences.push(t("data_import_stopped", [brought.done, of].map(formatNumber)));
  }
  if (!prefsKept) sentences.push(t("data_import_no_prefs"));
  return sentences.join(" ");
}

async function open(file: File): Promise<State> {
  const problem = (words: string): State => ({ kind: "problem", words });
  if (file.size > maxFileBytes) return problem(problemWords({ kind: "too-large" }));
  try {
    const read = readExport(await file.text());
    return read.ok
      ? { kind: "offered", file: read.file, name: file.name }
      : problem(problemWords(read.problem));
  } catch {
    return problem(t("data_problem_unreadable"));
  }
}

async function run(file: ExportFile, withPrefs: boolean, tell: (state: State) => void): Promise<void> {
  const of = file.records.length;
  tell({ kind: "importing", done: 0, of });
  const brought = await bringIn(
    file.records,
    (records) => ask("data.import", { records }),
    (done) => tell({ kind: "importing", done, of }),
  );
  const wanted = withPrefs && brought.code === null;
  const prefs = wanted ? await ask("prefs.set", file.prefs) : null;
  tell({ kind: "done", brought, of, prefsKept: prefs === null || prefs.ok });
}

interface PickerProps {
  field: { current: HTMLInputElement | null };
  onFile(file: File | undefined): void;
}

function Picker({ field, onFile }: PickerProps) {
  const [over, setOver] = useState(false);
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer?.files[0]);
  };
  const onChange = (event: { currentTarget: HTMLInputElement }) => {
    onFile(event.currentTarget.files?.[0]);
    // The same file, mended meanwhile, may be chosen again.
    event.currentTarget.value = "";
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a mouse's way; the field within is everybody's
    <div
      class={over ? "drop drop-over" : "drop"}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <label class="picker">
        <input ref={field} type="file" accept=".json,application/json" onChange={onChange} />
        <span class="button">{t("data_import_button")}</span>
      </label>
      <span class="small">{t("data_import_drop")}</span>
    </div>
  );
}

interface OfferProps {
  file: ExportFile;
  name: string;
  onYes(withPrefs: boolean): void;
  onNo(): void;
}

function Offer({ file, name, onYes, onNo }: OfferProps) {
  const [withPrefs, setWithPrefs] = useState(true);
  const what = countWords(countsOf(file.records)) || t("data_import_empty");
  return (
    <Question
      id="import"
      yes={t("data_import_yes")}
      no={t("data_import_no")}
      busy={false}
      error={null}
      onYes={() => onYes(withPrefs)}
      onNo={onNo}
    >
      <p>
        <bdi>{name}</bdi>
        {file.exportedAt !== null && ` · ${dateWords(file.exportedAt)}`}
      </p>
      <p data-offer={file.records.length}>{t("data_import_offer", [what])}</p>
      <label class="toggle">
        <input
          type="checkbox"
          checked={withPrefs}
          onChange={(event) => setWithPrefs(event.currentTarget.checked)}
        />
        <span>{t("data_import_prefs")}</span>
      </label>
    </Question>
  );
}
