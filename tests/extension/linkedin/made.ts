/** Cards made in the page, for tests of what happens over time. Runs in the page; everyone is invented. */

declare global {
  interface Window {
    made: typeof import("./made");
  }
}

export interface Person {
  name: string;
  slug: string;
  headline?: string;
  mutual?: string;
  note?: string;
}

/** Persons by number: always the same ones. */
export function person(number: number): Person {
  return {
    name: `Ada Nowhere ${number}`,
    slug: `ada-nowhere-${number}`,
    headline: `Keeper of lighthouse ${number}`,
    mutual: `Tobin Askwith and ${number + 1} other mutual connections`,
  };
}

function element(
  tag: string,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A card as LinkedIn makes them in 2026. */
export function card({ name, slug, headline, mutual, note }: Person): HTMLElement {
  const link = (child: Node | string) => element("a", { href: `/in/${slug}/` }, child);
  const lines = [
    element("p", {}, link(element("strong", {}, name)), " wants to connect"),
    ...(headline ? [element("p", { class: "headline" }, headline)] : []),
    ...(mutual
      ? [element("div", {}, element("div", {}, element("img", { alt: "" })), element("p", {}, mutual))]
      : []),
  ];
  const button = (label: string, text: string, name: string) =>
    element("button", { type: "button", "aria-label": label, class: name }, element("span", {}, text));
  return element(
    "div",
    { role: "listitem", componentkey: `urn:li:invitation:${slug}` },
    element(
      "div",
      {},
      link(element("img", { alt: `${name}’s profile picture` })),
      element("div", {}, ...lines),
    ),
    element(
      "div",
      { class: "actions" },
      button(`Ignore an invitation to connect from ${name}`, "Ignore", "ignore"),
      button(`Accept ${name}’s invitation`, "Accept", "accept"),
    ),
    ...(note ? [element("div", {}, element("p", {}, note))] : []),
  );
}

/** The list on the page, filled with persons 0 to `count` - 1. */
export function list(count: number): HTMLElement {
  const made = element("div", { role: "list", id: "list" });
  for (let number = 0; number < count; number++) made.append(card(person(number)));
  document.querySelector("main")?.append(made);
  return made;
}

export function frames(count: number): Promise<void> {
  return new Promise((resolve) => {
    const next = (left: number) => (left === 0 ? resolve() : requestAnimationFrame(() => next(left - 1)));
    next(count);
  });
}
