/**
 * The words of every language that SuperLink speaks, for a person who chose another one than their browser's. All five
 * are bundled into whatever imports this, so that the background alone does, and answers `words.get` from it.
 */
import de from "../_locales/de/messages.json";
import en from "../_locales/en/messages.json";
import es from "../_locales/es/messages.json";
import fr from "../_locales/fr/messages.json";
import pt from "../_locales/pt/messages.json";
import type { Words } from "./messages";
import type { Prefs } from "./prefs";

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

const spoken: Record<Exclude<Prefs["language"], "auto">, Record<string, Message>> = { en, de, fr, es, pt };

/** The words of this language by their keys, with `$1` to `$9` for what is filled in; null for the browser's own. */
export function wordsOf(language: Prefs["language"]): Words | null {
  if (language === "auto") return null;
  return Object.fromEntries(
    Object.entries(spoken[language]).map(([key, message]) => [key, numbered(message)]),
  );
}

/** `$NAME$` becomes the `$1` that it stands for, as the browser does it. */
function numbered({ message, placeholders }: Message): string {
  return message.replace(
    /\$(\w+)\$/g,
    (whole, name: string) => placeholders?.[name.toLowerCase()]?.content ?? whole,
  );
}
