/** What just happened, at the foot of the page, with the way back where there is one. */
import { t } from "../ui/i18n";
import { Key } from "./help";
import type { Said } from "./use-said";

export function SaidLine({ said, onUndo }: { said: Said; onUndo(): void }) {
  return (
    <div class={said.text && !said.quiet ? "said" : "said said-nothing"}>
      <output data-said={said.turn}>
        <span key={said.turn}>{said.text}</span>
      </output>
      {said.undo && (
        <button type="button" class="button button-small" data-action="undo" onClick={onUndo}>
          {t("correct_undo")} <Key name="u" />
        </button>
      )}
    </div>
  );
}
