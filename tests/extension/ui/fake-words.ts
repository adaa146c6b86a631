/** The product's words in one language, in Node, for what turns figures into sentences. */
import { installFakeChrome } from "./fake-chrome";
import { messagesOf } from "./own-page";

export function speak(
  language: "en" | "de" | "fr" | "es" | "pt",
  browserLanguage: string = language,
  direction: "ltr" | "rtl" = "ltr",
): void {
  installFakeChrome({
    messages: messagesOf(language),
    language: browserLanguage,
    direction,
    access: true,
    answers: {},
    version: "0.1.0",
  });
}
