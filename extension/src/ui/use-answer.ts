/** One question to the background: null while it is open, then its reply. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ask, type PageMessages, type Reply } from "../messages";
import { heedZone } from "./heed-zone";

export interface Answer<T> {
  reply: Reply<T> | null;
  again(): void;
}

/** Asks once `wanted`, and again when it is wanted anew or `again()` is called. A late answer never beats a newer one. */
export function useAnswer<M extends keyof PageMessages>(
  type: M,
  params: PageMessages[M]["params"],
  wanted: boolean,
): Answer<PageMessages[M]["value"]> {
  const [reply, setReply] = useState<Reply<PageMessages[M]["value"]> | null>(null);
  const turn = useRef(0);
  const latest = useRef(params);
  latest.current = params;
  const again = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    void ask(type, latest.current).then((answer) => {
      if (mine !== turn.current) return;
      if (answer.ok) heedZone(type, answer.value);
      setReply(answer);
    });
  }, [type]);
  useEffect(() => {
    if (wanted) again();
  }, [wanted, again]);
  return { reply, again };
}
