/** A question in place, before something that matters: it takes the focus, and Escape leaves it. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  id: string;
  children: ComponentChildren;
  yes: string;
  no: string;
  busy: boolean;
  /** What cannot be undone does not lie under the first press of Enter. */
  careful?: boolean;
  error: string | null;
  onYes(): void;
  onNo(): void;
}

export function Question({ id, children, yes, no, busy, careful = false, error, onYes, onNo }: Props) {
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !busy) onNo();
  };
  const yesButton = (
    <button
      key="yes"
      ref={careful ? null : first}
      type="button"
      class={careful ? "button button-bad" : "button button-main"}
      data-action={`${id}-yes`}
      aria-disabled={busy}
      onClick={() => !busy && onYes()}
    >
      {yes}
    </button>
  );
  const noButton = (
    <button
      key="no"
      ref={careful ? first : null}
      type="button"
      class="button"
      data-action={`${id}-no`}
      aria-disabled={busy}
      onClick={() => !busy && onNo()}
    >
      {no}
    </button>
  );
  return (
    <fieldset class="question" aria-labelledby={`${id}-question`} onKeyDown={onKeyDown}>
      <div id={`${id}-question`}>{children}</div>
      <div class="actions">{careful ? [noButton, yesButton] : [yesButton, noButton]}</div>
      <output class="error">{error}</output>
    </fieldset>
  );
}
