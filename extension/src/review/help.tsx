/** The keys of this page, in a dialog of the browser's own; and whether single ones act at all. */
import { useCallback, useRef, useState } from "preact/hooks";
import { type MessageKey, t } from "../ui/i18n";

const rows: [keys: string[], words: MessageKey][] = [
  [["j", "k", "↓", "↑"], "review_key_move"],
  [["o"], "review_open"],
  [["e"], "review_key_reasons"],
  [["x"], "review_key_aside"],
  [["u"], "review_key_undo"],
  [["?"], "review_key_help"],
];

/** Beside what a button says: the key that does the same, which `aria-keyshortcuts` tells whoever does not see it. */
export function Key({ name }: { name: string }) {
  return (
    <span class="key" aria-hidden="true">
      {name}
    </span>
  );
}

export interface HelpState {
  dialog: { current: HTMLDialogElement | null };
  /** Whether single letters act. */
  letters: boolean;
  setLetters(on: boolean): void;
  open(): void;
  close(): void;
}

export function useHelp(): HelpState {
  const dialog = useRef<HTMLDialogElement>(null);
  const [letters, setLetters] = useState(true);
  const from = useRef<Element | null>(null);
  const open = useCallback(() => {
    from.current = document.activeElement;
    dialog.current?.showModal();
  }, []);
  const close = useCallback(() => {
    dialog.current?.close();
    if (from.current instanceof HTMLElement) from.current.focus();
  }, []);
  return { dialog, letters, setLetters, open, close };
}

export function Help({ help }: { help: HelpState }) {
  return (
    <dialog ref={help.dialog} class="help" aria-labelledby="help-title" onCancel={help.close}>
      <h2 id="help-title">{t("review_help")}</h2>
      <dl>
        {rows.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={help.letters}
          onChange={({ currentTarget }) => help.setLetters(currentTarget.checked)}
        />
        {t("review_keys_on")}
      </label>
      <div class="actions">
        <button type="button" class="button button-main" data-action="close-help" onClick={help.close}>
          {t("badge_close")}
        </button>
      </div>
    </dialog>
  );
}
