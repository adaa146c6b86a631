/**
 * A question that changes faster than it is answered, such as what a draft would do. One is open at a time; while it
 * is, only the newest of the later ones waits. So the host is asked as often as it can answer, and a late answer never
 * beats a newer one: no timer decides.
 */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Reply } from "../messages";

export interface Latest<P, V> {
  /** The newest answer with the question that it answers; stays while the next one is awaited. */
  answered: { question: P; reply: Reply<V> } | null;
  /** The newest question is not answered yet. */
  waiting: boolean;
  /** Asks the same again. */
  again(): void;
}

/** `question` is null where there is nothing to ask; an answer that comes then is dropped. `put` must not change. */
export function useLatest<P, V>(put: (question: P) => Promise<Reply<V>>, question: P | null): Latest<P, V> {
  const [answered, setAnswered] = useState<{ question: P; key: string; reply: Reply<V> } | null>(null);
  const [turn, setTurn] = useState(0);
  const open = useRef(false);
  const wanted = useRef<{ question: P; key: string } | null>(null);
  const key = question === null ? null : `${turn} ${JSON.stringify(question)}`;
  wanted.current = question === null || key === null ? null : { question, key };

  const next = useCallback(() => {
    const now = wanted.current;
    if (open.current || !now) return;
    open.current = true;
    void put(now.question).then((reply) => {
      open.current = false;
      if (!wanted.current) return;
      setAnswered({ ...now, reply });
      if (wanted.current.key !== now.key) next();
    });
  }, [put]);
  useEffect(() => {
    if (key === null) setAnswered(null);
    else next();
  }, [key, next]);
  const again = useCallback(() => setTurn((last) => last + 1), []);
  return { answered, waiting: key !== null && key !== answered?.key, again };
}
