/**
 * What the host's vocabulary offers while a person types, and which of it the arrow keys point at. The host may be
 * away or say nothing: typing goes on as if there were no such thing.
 */
import { useState } from "preact/hooks";
import { ask } from "../messages";
import type { SuggestedList } from "../native/protocol";
import { fold } from "./terms";
import { useLatest } from "./use-latest";

interface Question {
  list: SuggestedList;
  text: string;
}
const put = (question: Question) => ask("settings.suggest", question);

export interface Suggestions {
  /** Empty while the list is closed. */
  offered: string[];
  /** The one that Enter would take; -1 for none. */
  active: number;
  /** Points to the next or the one before, round and round, and back to none. */
  move(by: 1 | -1): void;
  close(): void;
  /** The text changed: an older pointing or closing no longer counts. */
  reset(): void;
}

/** `list` is null where nothing may be asked. Terms that are `known` are not offered. */
export function useSuggestions(
  list: SuggestedList | null,
  typed: string,
  known: readonly string[],
): Suggestions {
  const [closed, setClosed] = useState(true);
  const [active, setActive] = useState(-1);
  const text = typed.trim();
  const { answered } = useLatest(put, list && text && !closed ? { list, text } : null);
  const offered = answered?.reply.ok && !closed ? fitting(answered.reply.value.terms, text, known) : [];
  const size = offered.length + 1; // none is a place of its own
  return {
    offered,
    active: active < offered.length ? active : -1,
    move: (by) => setActive((at) => ((at + 1 + by + size) % size) - 1),
    close() {
      setClosed(true);
      setActive(-1);
    },
    reset() {
      setClosed(false);
      setActive(-1);
    },
  };
}

/** Of an answer to an older text, what still goes on as the newer one begins. */
export function fitting(terms: readonly string[], text: string, known: readonly string[]): string[] {
  const there = new Set(known.map(fold));
  return terms.filter((term) => fold(term).includes(fold(text)) && !there.has(fold(term)));
}
