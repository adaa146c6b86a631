/** Starts one of the extension's own pages: words first, then the page into `#app`. */
import { type ComponentChild, render } from "preact";
import { localiseDocument, type MessageKey } from "./i18n";

export function mount(title: MessageKey, page: ComponentChild): void {
  localiseDocument(title);
  const app = document.getElementById("app");
  if (app) render(page, app);
}
