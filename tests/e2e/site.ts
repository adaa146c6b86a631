/**
 * LinkedIn's invitations page, as we know it, doing what LinkedIn's own scripts do: a click on Accept puts an
 * acknowledgement in the card's place, one on Ignore takes the card away, and lists grow while one scrolls.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const pages = join(dirname(fileURLToPath(import.meta.url)), "../pages");

const behaviour = `
document.addEventListener("click", (event) => {
  const control = event.target.closest("[aria-label^='Accept '], [aria-label^='Ignore ']");
  const card = control?.closest("[role=listitem]");
  if (!card) return;
  event.preventDefault();
  if (control.getAttribute("aria-label").startsWith("Ignore ")) { card.remove(); return; }
  const name = card.querySelector("strong").textContent;
  const done = document.createElement("p");
  done.textContent = name + " is now a connection";
  card.replaceChildren(done);
});
`;

export function invitationsPage(name = "era-c2-lazycolumn"): string {
  const html = readFileSync(join(pages, `${name}.html`), "utf8");
  return html.replace("</body>", () => `<script>${behaviour}</script></body>`);
}

export interface Sender {
  slug: string;
  name: string;
  headline: string;
  note?: string;
}

/** A card in today's layout, for senders that a story invents. Texts are escaped: what they hold is text. */
export function card({ slug, name, headline, note }: Sender): string {
  const person = escaped(name);
  const words = note
    ? `<div><p><span data-testid="expandable-text-box">${escaped(note)}</span></p></div>`
    : "";
  return `<div data-display-contents="true"><div role="listitem" componentkey="urn:li:invitation:7${slug.length}${[
    ...slug,
  ]
    .map((letter) => letter.charCodeAt(0))
    .join("")
    .slice(0, 17)}">
  <div><a href="/in/${encodeURIComponent(slug)}/"><img alt="${person}’s profile picture" src="data:,"></a>
  <div><p><a href="/in/${encodeURIComponent(slug)}/"><strong>${person}</strong></a> wants to connect</p>
  <p>${escaped(headline)}</p></div></div>
  <div><button type="button" aria-label="Ignore an invitation to connect from ${person}">Ignore</button>
  <button type="button" aria-label="Accept ${person}’s invitation">Accept</button></div>${words}</div></div>`;
}

export function pageOf(senders: Sender[]): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Invitations | LinkedIn</title>
  <style>body{font:14px system-ui;margin:24px;background:#f4f2ee} [role=listitem]{background:#fff;padding:16px;border-bottom:1px solid #ddd}</style>
  </head><body><main><div role="list">${senders.map(card).join("")}</div></main><script>${behaviour}</script></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
