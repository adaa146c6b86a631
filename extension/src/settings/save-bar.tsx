/** What state the settings are in, and the one button that matters: in sight as long as there is something to say. */
import { t, tCount } from "../ui/i18n";
import { CheckIcon } from "../ui/icons";
import type { Editing } from "./use-settings";

type Props = Pick<Editing, "dirty" | "progress" | "problems" | "undo">;

export function SaveBar({ dirty, progress, problems, undo }: Props) {
  const saving = progress.kind === "saving";
  const justSaved = progress.kind === "saved" && !dirty;
  return (
    <div class="save-bar" data-progress={progress.kind} data-dirty={dirty}>
      <output class={`save-state save-${progress.kind}`}>
        {justSaved && <CheckIcon />}
        {words({ dirty, progress, problems })}
      </output>
      {justSaved && (
        <button type="button" class="button" data-action="undo" onClick={undo}>
          {t("save_undo")}
        </button>
      )}
      {/* Not disabled: the focus would be lost from under a keyboard. Saving what is saved does no harm. */}
      <button type="submit" class="button button-main" data-action="save" aria-disabled={saving || !dirty}>
        {t(saving ? "save_saving" : "save_button")}
      </button>
    </div>
  );
}

function words({ dirty, progress, problems }: Omit<Props, "undo">): string {
  if (progress.kind === "failed") return failure(progress.code);
  if (problems.length > 0) return tCount("save_invalid", problems.length);
  if (progress.kind === "saved" && !dirty) return t("save_saved");
  if (progress.kind === "undone") return t("save_undone");
  return dirty ? t("save_dirty") : t("save_clean");
}

/** The host (or the background) is away: its return mends it. Any other code is a refusal, which only a bug explains. */
const away = ["HOST_UNAVAILABLE", "EXTENSION_GONE", "PROTOCOL_MISMATCH"];

export function failure(code: string): string {
  return away.includes(code) ? t("save_failed_away") : t("save_failed_refused", [code]);
}
