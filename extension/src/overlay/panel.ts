/**
 * The panel beside a pill: opens while the pointer or the focus is on the badge, and stays after a click until it
 * is closed. A popover in the browser's top layer, so that no scroller of LinkedIn's clips it. Filled anew while
 * it is open, it stays where it is and keeps the focus.
 */
import { direction } from "../ui/i18n";
import { sayFromBrowser as say } from "../ui/reason-words";
import { button, element, onTrusted } from "./element";

/** Between badge and panel, and between panel and the window's edge, in pixels. */
const gap = 6;
const margin = 8;
/** A pointer that only passes over opens nothing. */
const hoverDelay = 150;

export class Panel {
  #panel: HTMLElement | null = null;
  #body = element("div", "");
  #said = element("div", "said quiet");
  #pinned = false;
  /** While its contents are exchanged, the focus only seems to leave. */
  #refilling = false;
  #hover: ReturnType<typeof setTimeout> | undefined;
  readonly #frame: HTMLElement;
  readonly #pill: HTMLButtonElement;
  readonly #contents: () => Node[];

  /** `contents` is asked at each opening and refilling; its nodes are known again by their `data-at`. */
  constructor(frame: HTMLElement, pill: HTMLButtonElement, contents: () => Node[]) {
    this.#frame = frame;
    this.#pill = pill;
    this.#contents = contents;
    this.#said.setAttribute("role", "status");
    this.#listen();
  }

  close(): void {
    clearTimeout(this.#hover);
    removeEventListener("scroll", this.#follow, { capture: true });
    const panel = this.#panel;
    this.#panel = null;
    this.#pinned = false;
    panel?.remove();
    this.#pill.setAttribute("aria-expanded", "false");
  }

  /** Closes a panel that the page hid by taking the badge out. */
  closeIfHidden(): void {
    if (this.#panel && !this.#panel.matches(":popover-open")) this.close();
  }

  /** Exchanges the contents if it is open; a focus inside goes to `focus`, or to where it was. */
  refill(focus?: string): void {
    const panel = this.#panel;
    if (!panel) return;
    const active = (this.#frame.getRootNode() as Document | ShadowRoot).activeElement;
    const at = active instanceof HTMLElement && panel.contains(active) ? (focus ?? active.dataset.at) : null;
    this.#refilling = true;
    this.#body.replaceChildren(...this.#contents());
    if (at !== null) focusOn(panel, [at ?? "", "close"]);
    this.#refilling = false;
    keepInWindow(panel);
  }

  /** One line at the foot, read out by screen readers; the quiet ones are for them alone. */
  say(text: string, quiet: boolean): void {
    this.#said.textContent = text;
    this.#said.className = quiet ? "said quiet" : "said";
    if (this.#panel) keepInWindow(this.#panel);
  }

  #listen(): void {
    const frame = this.#frame;
    onTrusted(frame, "pointerenter", () => this.#soon(() => this.#open()));
    // Time to reach the panel across the gap.
    onTrusted(frame, "pointerleave", () => this.#soon(() => this.#closeUnlessPinned()));
    onTrusted(this.#pill, "focus", () => this.#open());
    onTrusted(frame, "focusout", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node) || !frame.contains(relatedTarget)) this.#closeUnlessPinned();
    });
    onTrusted(this.#pill, "click", () => {
      if (this.#pinned) return this.close();
      this.#open();
      this.#pinned = true;
    });
    onTrusted(frame, "keydown", (event) => {
      if (event.key !== "Escape" || !this.#panel) return;
      event.stopPropagation(); // LinkedIn's own dialogs stay open
      this.#dismiss();
    });
  }

  #soon(act: () => void): void {
    clearTimeout(this.#hover);
    this.#hover = setTimeout(act, hoverDelay);
  }

  #open(): void {
    this.closeIfHidden();
    if (this.#panel) return;
    const close = button("close", "×", () => this.#dismiss());
    close.dataset.at = "close";
    close.setAttribute("aria-label", say("badge_close"));
    const panel = element("div", "panel", close, this.#body, this.#said);
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", say("badge_why"));
    panel.dir = direction();
    panel.popover = "manual";
    this.#panel = panel;
    this.#body.replaceChildren(...this.#contents());
    this.say("", true);
    onTrusted(panel, "click", () => {
      this.#pinned = this.#panel !== null;
    });
    this.#frame.append(panel);
    panel.showPopover();
    place(panel, this.#pill);
    this.#pill.setAttribute("aria-expanded", "true");
    addEventListener("scroll", this.#follow, { capture: true, passive: true });
  }

  /** Focusing a badge below the fold scrolls to it: the panel goes along, and closes with its badge out of view. */
  #follow = (event: Event): void => {
    const { top, bottom } = this.#pill.getBoundingClientRect();
    if (!this.#panel || bottom < 0 || top > innerHeight) this.close();
    else if (event.target !== this.#panel) place(this.#panel, this.#pill);
  };

  #closeUnlessPinned(): void {
    if (!this.#pinned && !this.#refilling) this.close();
  }

  /** Closed by the person, who is then back at the pill. */
  #dismiss(): void {
    this.close();
    this.#pill.focus({ preventScroll: true });
    this.close(); // focusing the pill opened it again
  }
}

/** The first of these places that there is. */
function focusOn(panel: HTMLElement, places: readonly string[]): void {
  const nodes = [...panel.querySelectorAll<HTMLElement>("[data-at]")];
  const found = places.map((place) => nodes.find(({ dataset }) => dataset.at === place));
  found.find((node) => node !== undefined)?.focus({ preventScroll: true });
}

/**
 * Below the pill; where there is no room, beside it, so that the card that it explains stays in sight; else above it.
 * Never beyond the window's edges.
 */
function place(panel: HTMLElement, pill: HTMLElement): void {
  const anchor = pill.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  // As the page reads; the pill and the panel read as our words do.
  const rightToLeft = getComputedStyle(pill.parentElement ?? pill).direction === "rtl";
  let top = anchor.bottom + gap;
  let left = rightToLeft ? anchor.right - width : anchor.left;
  if (top + height > innerHeight) {
    const beside = rightToLeft ? anchor.left - gap - width : anchor.right + gap;
    const fits = beside >= margin && beside + width <= innerWidth - margin;
    top = fits ? innerHeight - margin - height : anchor.top - gap - height;
    if (fits) left = beside;
  }
  panel.style.top = `${Math.max(margin, top)}px`;
  panel.style.left = `${Math.max(margin, Math.min(left, innerWidth - width - margin))}px`;
}

/** A panel that grew moves up no more than it must: what the person just used stays under the pointer. */
function keepInWindow(panel: HTMLElement): void {
  const { top, height } = panel.getBoundingClientRect();
  panel.style.top = `${Math.max(margin, Math.min(top, innerHeight - margin - height))}px`;
}
