/** The one line that tells what just happened: seen at the foot of the page, and read out by screen readers. */
import { useCallback, useState } from "preact/hooks";

export interface Said {
  text: string;
  /** Only read out, because the page shows it already. */
  quiet: boolean;
  /** Whether the last act can be undone from here. */
  undo: boolean;
  /** So that the same words twice are read out twice. */
  turn: number;
}

export interface Saying {
  said: Said;
  say(text: string, how?: "undo" | "quiet"): void;
  hush(): void;
}

export function useSaid(): Saying {
  const [said, setSaid] = useState<Said>({ text: "", undo: false, quiet: false, turn: 0 });
  const say = useCallback((text: string, how?: "undo" | "quiet") => {
    setSaid(({ turn }) => ({ text, undo: how === "undo", quiet: how === "quiet", turn: turn + 1 }));
  }, []);
  const hush = useCallback(() => {
    setSaid((old) => (old.text ? { text: "", undo: false, quiet: false, turn: old.turn } : old));
  }, []);
  return { said, say, hush };
}
