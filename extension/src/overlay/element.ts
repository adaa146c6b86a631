/** The least that is needed to build DOM from hostile text: text goes in as text, never as markup. */

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** Somebody else's words among ours: isolated, so that bidi controls in them cannot reorder the rest. */
export function isolated(text: string): HTMLElement {
  const made = document.createElement("bdi");
  made.textContent = text;
  return made;
}

export function button(className: string, text: string, act: () => void): HTMLButtonElement {
  const made = element("button", className, text);
  made.type = "button";
  onTrusted(made, "click", act);
  return made;
}

/** Only what a person caused is honoured: the page can make up any event. */
export function onTrusted<K extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  type: K,
  act: (event: HTMLElementEventMap[K]) => void,
): void {
  target.addEventListener(type, (event) => {
    if (event.isTrusted) act(event);
  });
}
