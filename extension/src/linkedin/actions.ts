/**
 * The controls of a page and the accept/ignore pairs among them. A pair is told by words where a language is
 * known. Where none is, it is told by shape: two neighbouring controls with different words, nothing between
 * them, whose spoken labels name the same someone. What a lone "Connect", a cookie banner or a "×" beside a
 * suggestion lacks is exactly that.
 */
import { closest, commonAncestor, controlSelector, isElement, parentOf, precedes } from "./dom";
import { parseAddress, staysHere } from "./links";
import { digitRuns } from "./numbers";
import { clean, fold, hasLetter } from "./text";
import { allWords, type Role, roleOf, roleOfAnyLabel } from "./words";

export interface Control {
  element: Element;
  /** What it shows, whole. */
  text: string;
  /** What it says to a screen reader, if that is more than it shows. */
  label: string | null;
  role: Role | null;
}

export interface Pair {
  accept: Control;
  ignore: Control;
  /** The smallest element that holds both. */
  around: Element;
  /** Told by words of a known language, not by shape alone. */
  byWords: boolean;
}

/** Longer texts are no button of an invitation. */
const longestText = 120;

/** Which parts of the page to look at, and which controls need no look. */
export interface Scope {
  language: string;
  shadows: readonly ShadowRoot[];
  skip?: ((control: Element) => boolean) | undefined;
}

/** All controls below `root`, in document order; a control within a control counts once. */
export function collectControls(root: Document | Element, scope: Scope): Control[] {
  const controls = controlsOfTree(root, scope).map((element) => describe(element, scope.language));
  for (const shadow of scope.shadows) {
    const inside = controlsOfTree(shadow, scope);
    const [only] = inside;
    // A button that is a component of its own: its host stands for it among the others.
    const isComponent = inside.length === 1 && only !== undefined && shadow.host.childElementCount === 0;
    if (isComponent && !scope.skip?.(shadow.host))
      controls.push(describeComponent(shadow.host, only, scope.language));
    else if (!isComponent) controls.push(...inside.map((element) => describe(element, scope.language)));
  }
  if (scope.shadows.length > 0) controls.sort((a, b) => (precedes(a.element, b.element) ? -1 : 1));
  return controls;
}

function controlsOfTree(tree: Document | Element | ShadowRoot, { skip }: Scope): Element[] {
  return withoutNested(
    [...tree.querySelectorAll(controlSelector)].filter((one) => !skip?.(one) && isControl(one)),
  );
}

/** A host whose shadow tree is a button; its text may be in either tree. */
function describeComponent(host: Element, inner: Element, language: string): Control {
  const { text, label } = describe(inner, language);
  const own = describe(host, language);
  const shown = text !== "" ? text : own.text;
  const spoken = label ?? own.label;
  return { element: host, text: shown, label: spoken, role: roleOfControl(inner, shown, spoken, language) };
}

export function isControl(element: Element): boolean {
  if (element.localName !== "a" || element.getAttribute("role") === "button") return true;
  const href = element.getAttribute("href");
  return href === null || (parseAddress(href) === null && staysHere(href));
}

/**
 * A chain of nested controls is one control, the outermost. A control that holds several side by side is a
 * clickable card: then they count, and it does not.
 */
function withoutNested(candidates: readonly Element[]): Element[] {
  const inside = new Map<Element, Element[]>();
  const tops: Element[] = [];
  const open: Element[] = [];
  for (const element of candidates) {
    while (open.length > 0 && !(open.at(-1) as Element).contains(element)) open.pop();
    const holder = open.at(-1);
    if (holder === undefined) tops.push(element);
    else inside.set(holder, [...(inside.get(holder) ?? []), element]);
    open.push(element);
  }
  const unfold = (element: Element): Element[] => {
    const inner = (inside.get(element) ?? []).flatMap(unfold);
    return inner.length > 1 ? inner : [element];
  };
  return tops.flatMap(unfold);
}

/** A control of a card that was found before, whichever kind it is. */
export function describeAgain(element: Element, language: string): Control {
  const inner = element.shadowRoot?.querySelector(controlSelector);
  return inner ? describeComponent(element, inner, language) : describe(element, language);
}

export function describe(element: Element, language: string): Control {
  const raw = element.textContent ?? "";
  const value = element.localName === "input" ? element.getAttribute("value") : null;
  const text = raw.length > 2_000 ? "" : clean(value ?? raw, longestText);
  const spoken = clean(element.getAttribute("aria-label") ?? "", 1_000);
  const label = spoken !== "" && fold(spoken) !== fold(text) ? spoken : null;
  return { element, text, label, role: roleOfControl(element, text, label, language) };
}

function roleOfControl(element: Element, text: string, label: string | null, language: string): Role | null {
  // "People you may know": its key also contains the word "invitation".
  if (/^ConnectButton/.test(element.getAttribute("componentkey") ?? "")) return "other";
  const whole = text === "" ? null : roleOf(text, language);
  if (whole !== null) return whole;
  if (label !== null && !hasLetter(text)) return roleOfAnyLabel(label, language);
  return text.includes(" ") ? roleOfAnyLabel(text, language) : null;
}

/** The pairs among the controls, in document order; no control is in two. */
export function findPairs(controls: readonly Control[]): Pair[] {
  const taken = new Set<Control>();
  const pairs: Pair[] = [];
  const candidates = [...pairsByWords(controls), ...pairsByShape(controls)];
  candidates.sort((a, b) => Number(b.byWords) - Number(a.byWords) || a.distance - b.distance);
  for (const { accept, ignore, around, byWords } of candidates) {
    if (taken.has(accept) || taken.has(ignore)) continue;
    taken.add(accept).add(ignore);
    pairs.push({ accept, ignore, around, byWords });
  }
  const places = new Map(controls.map((control, at) => [control, at]));
  return pairs.sort((a, b) => (places.get(a.accept) ?? 0) - (places.get(b.accept) ?? 0));
}

interface Candidate extends Pair {
  /** Steps through the tree from one control to the other. */
  distance: number;
}

function* pairsByWords(controls: readonly Control[]): Generator<Candidate> {
  for (const [at, accept] of controls.entries()) {
    if (accept.role !== "accept") continue;
    for (const offset of [-1, 1, -2, 2]) {
      const ignore = controls[at + offset];
      if (ignore?.role !== "ignore") continue;
      const candidate = together(accept, ignore, true);
      if (candidate !== null) yield candidate;
    }
  }
}

function* pairsByShape(controls: readonly Control[]): Generator<Candidate> {
  for (const [at, first] of controls.entries()) {
    const second = controls[at + 1];
    if (second === undefined || !couldBePair(first, second)) continue;
    const [ignore, accept] = inOrder(first, second);
    const candidate = together(accept, ignore, false);
    // A tight pair first: the button that tells mutual connections may stand right before it.
    if (candidate !== null) yield candidate;
  }
}

function couldBePair(first: Control, second: Control): boolean {
  if (!couldAct(first) || !couldAct(second)) return false;
  if (first.role !== null && first.role === second.role) return false;
  if (first.role !== null && second.role !== null) return false; // told by words
  if (fold(first.text) === fold(second.text)) return false;
  // Ignore has been a button ever since; two links are navigation.
  if (first.element.localName === "a" && second.element.localName === "a") return false;
  if ((first.label === null) !== (second.label === null)) return false;
  return nothingBetween(first.element, second.element);
}

/** A control of unknown words that could be half of a pair: a few words, no number. */
function couldAct(control: Control): boolean {
  if (control.role === "other" || control.text.length > 40) return false;
  return hasLetter(control.text) && digitRuns(control.text).runs === 0;
}

/** Ignore and accept: by words where one is known, else accept is the link of the two, else the second. */
function inOrder(first: Control, second: Control): [Control, Control] {
  if (first.role === "accept" || second.role === "ignore") return [second, first];
  if (first.role === "ignore" || second.role === "accept") return [first, second];
  return first.element.localName === "a" ? [second, first] : [first, second];
}

function together(accept: Control, ignore: Control, byWords: boolean): Candidate | null {
  if (accept.element.getRootNode() !== ignore.element.getRootNode()) return null;
  const around = commonAncestor(accept.element, ignore.element);
  if (around === null) return null;
  const distance = stepsTo(accept.element, around) + stepsTo(ignore.element, around);
  return { accept, ignore, around, byWords, distance };
}

function stepsTo(element: Element, ancestor: Element): number {
  let steps = 0;
  for (let at: Element | null = element; at !== null && at !== ancestor; at = parentOf(at)) steps++;
  return steps;
}

/** True if no text and no picture stands between the end of one control and the beginning of the next. */
function nothingBetween(first: Element, second: Element): boolean {
  let at: Node | null = afterSubtree(first);
  while (at !== null && at !== second) {
    if (at.nodeType === Node.TEXT_NODE && (at.textContent ?? "").trim() !== "") return false;
    if (isElement(at) && at.localName === "img") return false;
    at = at.firstChild ?? afterSubtree(at);
  }
  return at === second;
}

function afterSubtree(node: Node): Node | null {
  for (let at: Node | null = node; at !== null; at = at.parentNode) {
    if (at.nextSibling !== null) return at.nextSibling;
  }
  return null;
}

/** Where no invitation can be: other landmarks, dialogs, menus. */
const elsewhere =
  "aside, nav, dialog, [role=dialog], [role=alertdialog], [role=complementary], [role=navigation], " +
  "[role=banner], [role=menu], [role=listbox], [role=alert], [aria-modal=true], [data-testid=interop-shadowdom]";

export function standsElsewhere(element: Element): boolean {
  return closest(element, elsewhere) !== null;
}

/** True for an element that makes everything in it no invitation: another landmark, an advertisement. */
export function isElsewhere(element: Element): boolean {
  return element.matches(elsewhere) || adWords.has(fold(element.getAttribute("aria-label") ?? ""));
}

const adWords = new Set(allWords.flatMap((words) => words.ads ?? []).map(fold));

/** True if a text is what marks advertisements, in any language. */
export function isAdWord(text: string): boolean {
  return adWords.has(fold(text));
}
