/** Single keys that act on the whole page, and never while the person types, holds a modifier or has a dialog open. */
import { useEffect, useRef } from "preact/hooks";

/** By `event.key`, letters in lower case. */
export type Keys = Record<string, () => void>;

/** Held down, these go on; what acts does so once. */
const repeating = new Set(["j", "k", "ArrowDown", "ArrowUp"]);
const arrows = new Set(["ArrowDown", "ArrowUp"]);

/** With `letters` off only the arrows act: who speaks to the computer, or errs on a key, sets nothing off. */
export function useKeys(keys: Keys, letters: boolean): void {
  const latest = useRef({ keys, letters });
  latest.current = { keys, letters };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = Object.hasOwn(latest.current.keys, key) ? latest.current.keys[key] : undefined;
      if (!act || isForOthers(event) || (!latest.current.letters && !arrows.has(key))) return;
      if (event.repeat && !repeating.has(key)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function isForOthers(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.defaultPrevented || event.isComposing) return true;
  if (event.ctrlKey || event.altKey || event.metaKey || (event.shiftKey && event.key !== "?")) return true;
  if (document.querySelector("dialog[open]")) return true;
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
  );
}
