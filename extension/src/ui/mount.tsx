/**
 * Starts one of the extension's own pages: words first, then the page into `#app`.
 *
 * A page in the browser's language, the usual case, paints at once and asks nothing. Whether another language was
 * chosen is told by a note in the page's own storage, which unlike the extension's is read without waiting; only then
 * are its words asked for before the first paint. The preferences are the truth, the note follows them.
 */
import { cloneElement, render, type VNode } from "preact";
import { ask, onEvent } from "../messages";
import { languages, type Prefs } from "../prefs";
import { localiseDocument, type MessageKey } from "./i18n";
import { setWords } from "./words";

type Language = Prefs["language"];
const noteKey = "superlink.language";
let current: Language = noted();
let paint = (): void => undefined;

export function mount(title: MessageKey, page: VNode): void {
  paint = () => {
    localiseDocument(title);
    const app = document.getElementById("app");
    // A new element each time: the same one would be taken for unchanged, and keep its old words.
    if (app) render(cloneElement(page), app);
  };
  onEvent("prefs.changed", ({ language }) => void followLanguage(language));
  if (current === "auto") paint();
  else void speak().then(paint);
}

/** What all words rest on has changed: the page is told anew, with all that was typed. */
export function repaint(): void {
  paint();
}

/** The person chose this language, here or on another page: the page goes on in it, with all that was typed. */
export async function followLanguage(language: Language): Promise<void> {
  if (language === current) return;
  current = language;
  note(language);
  await speak();
  paint();
}

/** The words of the current language, unless yet another one was chosen meanwhile. */
async function speak(): Promise<void> {
  const wanted = current;
  const reply = wanted === "auto" ? null : await ask("words.get", {});
  if (wanted === current) setWords(reply?.ok ? reply.value : null);
}

/** A browser that keeps nothing for pages (it may be told to) begins in its own language. */
function noted(): Language {
  try {
    const stored = localStorage.getItem(noteKey);
    return languages.find((known) => known === stored) ?? "auto";
  } catch {
    return "auto";
  }
}

function note(language: Language): void {
  try {
    if (language === "auto") localStorage.removeItem(noteKey);
    else localStorage.setItem(noteKey, language);
  } catch {
    // As above; the page still changes its language now.
  }
}
