/** Takes back what was just changed. The link goes with its use, so the focus moves on to `then` first. */
import { t } from "../ui/i18n";

export function Undo({ of, onUndo, then }: { of: string; onUndo(): void; then(): HTMLElement | null }) {
  const undo = () => {
    onUndo();
    then()?.focus();
  };
  return (
    <button type="button" class="link" data-action={`undo-${of}`} onClick={undo}>
      {t("popup_undo")}
    </button>
  );
}
