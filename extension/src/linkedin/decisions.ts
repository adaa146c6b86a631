/**
 * What the person decides on LinkedIn's own page: their own Accept or Ignore, by mouse, keyboard or the bulk
 * toolbar. A click is only an intention. It becomes a decision, once, when the page confirms it: the card is gone
 * or its controls have given way to an acknowledgement, and it stays so for a few seconds. A card that is still
 * there, or comes back (failed, undone, cancelled in a dialog), was no decision; nor is one that leaves without
 * a click, by scrolling or by going to another page. Nothing is ever clicked here, and while no click is waiting
 * nothing is observed but clicks and keys.
 */
import type { Action, Invitation } from "../native/protocol";
import { describe, standsElsewhere } from "./actions";
import { languageOf } from "./cards";
import { controlSelector, isElement } from "./dom";
import type { Seen } from "./watch";

export interface Timers {
  setTimeout(run: () => void, milliseconds: number): number;
  clearTimeout(timer: number): void;
}

export interface DecisionOptions {
  document: Document;
  /** The cards now on the page, as `watchInvitations` last told them. */
  cards(): readonly Seen[];
  onDecision(decision: { invitation: Invitation; action: Action }): void;
  signal: AbortSignal;
  /** True for nodes that the extension has put into the page. */
  isOurs?(node: Node): boolean;
  /** Stands in for the window's timers in tests. */
  timers?: Timers;
}

/** A card that is still there after this long was not decided on, in milliseconds. */
export const patience = 10_000;
/** A card that stays away this long will not come back by itself. */
export const settling = 4_000;
/** A dialog may stand between click and decision; it is waited for this many times `patience`. */
const dialogRounds = 12;

interface Pending {
  seen: Seen;
  action: Action;
  address: string;
  /** The page has taken the card away while the rest of the list stayed. */
  gone: boolean;
  rounds: number;
  timer: number;
}

/** Watches until `signal` aborts. Decisions that the page had confirmed by then are still told. */
export function watchDecisions(options: DecisionOptions): void {
  const { document, signal } = options;
  if (signal.aborted) return;
  const decisions = new Decisions(options);
  const listen = { capture: true, signal };
  document.addEventListener("click", (event) => decisions.activated(event), listen);
  document.addEventListener("keydown", (event) => decisions.keyPressed(event), listen);
  signal.addEventListener("abort", () => decisions.end(), { once: true });
}

class Decisions {
  private readonly pending = new Map<string, Pending>();
  private readonly observer = new MutationObserver(() => this.look());
  private readonly timers: Timers;

  constructor(private readonly options: DecisionOptions) {
    this.timers = options.timers ?? {
      setTimeout: (run, milliseconds) => window.setTimeout(run, milliseconds),
      clearTimeout: (timer) => window.clearTimeout(timer),
    };
  }

  /** Native controls turn Enter and Space into clicks; others ("role=button") act on the key itself. */
  keyPressed(event: KeyboardEvent): void {
    if ((event.key !== "Enter" && event.key !== " ") || event.repeat) return;
    const target = event.composedPath()[0];
    const isNative = target instanceof Element && target.matches("button, a[href], input");
    if (!isNative) this.activated(event);
  }

  activated(event: Event): void {
    if (!event.isTrusted) return;
    const path = event.composedPath().filter((node): node is Element => node instanceof Element);
    if (path.some((node) => this.options.isOurs?.(node) ?? false)) return;
    for (const seen of this.options.cards()) {
      const accepts = path.includes(seen.card.accept);
      if (!accepts && !path.includes(seen.card.ignore)) continue;
      this.intend(seen, accepts ? "accept" : "ignore");
      return;
    }
    const control = path.find((node) => node.matches(controlSelector));
    if (control !== undefined) this.bulk(control);
  }

  /** The page is left: what it had confirmed is decided, what was only intended is not. */
  end(): void {
    for (const pending of [...this.pending.values()]) this.close(pending, pending.gone);
    this.observer.disconnect();
  }

  /** A toolbar above the list that acts on every selected card. */
  private bulk(control: Element): void {
    const { role } = describe(control, languageOf(this.options.document));
    if ((role !== "accept" && role !== "ignore") || standsElsewhere(control)) return;
    for (const seen of this.options.cards()) {
      if (isSelected(seen.card.root)) this.intend(seen, role);
    }
  }

  private intend(seen: Seen, action: Action): void {
    const key = seen.reading.invitation.id;
    const before = this.pending.get(key);
    if (before !== undefined) this.timers.clearTimeout(before.timer);
    const address = this.options.document.location.href;
    const pending: Pending = { seen, action, address, gone: false, rounds: 0, timer: 0 };
    this.pending.set(key, pending);
    this.wait(pending);
    this.observer.observe(this.options.document, { childList: true, subtree: true });
  }

  private wait(pending: Pending): void {
    pending.gone = false;
    pending.timer = this.timers.setTimeout(() => this.lostPatience(pending), patience);
  }

  private lostPatience(pending: Pending): void {
    this.look();
    if (pending.gone || !this.isPending(pending)) return;
    pending.rounds++;
    const undecided = isBusy(pending.seen.card) || hasDialog(this.options.document);
    if (undecided && pending.rounds < dialogRounds) this.wait(pending);
    else this.close(pending, false);
  }

  /** The page has changed: which of the waiting cards have gone, which are back? */
  private look(): void {
    for (const pending of this.pending.values()) {
      const here = this.isHere(pending);
      if (here === !pending.gone) continue;
      if (!here && !this.isListHere(pending)) continue;
      this.timers.clearTimeout(pending.timer);
      if (here) this.wait(pending);
      else this.settle(pending);
    }
  }

  private settle(pending: Pending): void {
    pending.gone = true;
    pending.timer = this.timers.setTimeout(() => {
      this.look();
      if (pending.gone && this.isPending(pending)) this.close(pending, true);
    }, settling);
  }

  private close(pending: Pending, decided: boolean): void {
    this.timers.clearTimeout(pending.timer);
    this.pending.delete(pending.seen.reading.invitation.id);
    if (this.pending.size === 0) this.observer.disconnect();
    const { seen, action } = pending;
    if (decided) this.options.onDecision({ invitation: seen.reading.invitation, action });
  }

  private isPending(pending: Pending): boolean {
    return this.pending.get(pending.seen.reading.invitation.id) === pending;
  }

  /** True while the invitation still stands on the page with both its controls, in whatever nodes. */
  private isHere(pending: Pending): boolean {
    const { id } = pending.seen.reading.invitation;
    const { card } = pending.seen;
    const others = this.options.cards().filter(({ reading }) => reading.invitation.id === id);
    return isStanding(card) || others.some((other) => isStanding(other.card));
  }

  /** False if the whole list went, or the address changed: the person left, the page confirmed nothing. */
  private isListHere(pending: Pending): boolean {
    if (this.options.document.location.href !== pending.address) return false;
    const rest = this.options.cards().filter(({ reading }) => !this.pending.has(reading.invitation.id));
    return rest.length === 0 || rest.some(({ card }) => card.root.isConnected);
  }
}

function isStanding({ root, accept, ignore }: Seen["card"]): boolean {
  return root.isConnected && accept.isConnected && ignore.isConnected;
}

/** True while the page works on it: its controls are disabled. */
function isBusy(card: Seen["card"]): boolean {
  return [card.accept, card.ignore].some((control) =>
    [control, ...control.querySelectorAll("*")].some((at) => at.matches(":disabled, [aria-disabled=true]")),
  );
}

function isSelected(root: Element): boolean {
  return root.querySelector("input[type=checkbox]:checked, [role=checkbox][aria-checked=true]") !== null;
}

/** A dialog that is open, in the page or in the shadow trees that LinkedIn keeps for overlays. */
function hasDialog(document: Document): boolean {
  const open = "dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]";
  if (document.querySelector(open) !== null) return true;
  const hosts = [...document.querySelectorAll("*")].filter(
    (element) => isElement(element) && element.shadowRoot,
  );
  return hosts.some((host) => host.shadowRoot?.querySelector(open) != null);
}
