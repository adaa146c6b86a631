/**
 * How a part of the page is built, in words that anyone may read: what is left of markup when everything that a
 * person wrote, and everything that leads to a person, is taken away. Every word that comes out stands in this
 * module's lists, but for the names of `data-` attributes, which are LinkedIn's code; of all else only its length,
 * rounded, or its presence is told. So no name, text, number or address of the page is in it, whatever the page
 * says. Plain ASCII.
 */
import { describe as describeControl, isControl } from "./actions";
import { controlSelector, isElement } from "./dom";
import { roleOfAnyLabel } from "./words";

export interface SkeletonOptions {
  /** The page's language: which words mean accept and ignore. */
  language: string;
  /** The longest result, in characters. */
  limit: number;
  /** What to say beside certain elements. */
  marks?: ReadonlyMap<Element, string>;
  /** Nodes that are left out, because they are not the page's. */
  isOurs?(node: Node): boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const tags = words(`
  a abbr address article aside audio b blockquote body br button canvas code dd details dialog div dl dt em fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html i iframe img input label legend li main menu nav ol
  option output p picture pre q s search section select slot small span strong sub summary sup svg table tbody td
  textarea tfoot th thead time tr u ul video`);
const withoutContent = words("script style noscript template link meta title");
const roles = words(`
  alert alertdialog article banner button cell checkbox complementary contentinfo dialog feed figure form grid
  gridcell group heading img link list listbox listitem log main menu menubar menuitem navigation none note option
  presentation progressbar radio radiogroup region row search separator status switch tab table tablist tabpanel text
  textbox toolbar tooltip`);
/** Attributes whose values are words of the standard, and which of those are repeated. */
const standard: Readonly<Record<string, ReadonlySet<string>>> = {
  role: roles,
  type: words("button submit reset checkbox radio text hidden search"),
  dir: words("ltr rtl auto"),
};
const ariaStates = words(`
  aria-hidden aria-expanded aria-checked aria-selected aria-current aria-disabled aria-pressed aria-haspopup
  aria-modal aria-live aria-busy aria-atomic`);
const stateValues = words("true false mixed page step location menu dialog listbox polite assertive off");
const spoken = words("aria-label aria-description aria-roledescription aria-valuetext alt title placeholder");
const onlyNamed = words(`
  id src srcset lang hidden disabled tabindex datetime value name for slot part contenteditable inert itemscope
  itemtype itemprop onclick aria-labelledby aria-describedby aria-controls aria-owns aria-posinset aria-setsize
  aria-level`);
const noise = words(`
  style width height viewbox fill stroke d xmlns focusable loading decoding fetchpriority rel target preserveaspectratio`);
/** What LinkedIn has written into its own marks, as far as it is known. */
const knownMarks = words(`
  true false lazy-column LazyColumn pending-invitation invitation-action expandable-text-box expandable-text-button
  interop-shadowdom interop-iframe InvitationManagerPage_InvitationsList MyNetwork_InvitationsPreview accept_all
  accept_invite_btn ignore profile`);
const knownBeginnings = [
  "urn:li:invitation:",
  "urn:li:fsd_invitation:",
  "urn:li:fsd_profile:",
  "urn:li:member:",
  "urn:li:",
  "auto-component-",
  "ConnectButton",
  "InvitationManagerPage_",
  "MyNetwork_",
  "com.linkedin.sdui.",
];
const pathBeginnings = words(`
  in company school showcase newsletters newsletter events groups mynetwork messaging feed search preload jobs posts
  pulse notifications`);

const deepest = 40;

/** The skeleton of what is below `root`, and of `root` itself; indented lines. Reads the page, changes nothing. */
export function skeleton(root: Element, options: SkeletonOptions): string {
  const sheet: Sheet = { ...options, lines: [], left: options.limit - cut.length };
  outline(root, 0, 0, sheet);
  return sheet.lines.join("\n");
}

/** An element and those around it, outermost first, without what else is in them. */
export function placeOf(path: readonly Element[], language: string): string {
  return path.map((element) => headOf(element, language)).join(" > ");
}

interface Sheet extends SkeletonOptions {
  lines: string[];
  /** Characters that may still be written. */
  left: number;
}

const cut = "... cut here";

/** Writes an element; an only child stands in the same line. `depth` is the indentation, `level` the true depth. */
function outline(element: Element, depth: number, level: number, sheet: Sheet): void {
  let line = " ".repeat(depth);
  for (let at = element; ; level++) {
    line += headOf(at, sheet.language);
    const mark = sheet.marks?.get(at);
    if (mark !== undefined) line += ` <- ${mark}`;
    const parts = level < deepest ? partsOf(at, sheet) : [];
    const [only] = parts;
    if (parts.length !== 1 || only === undefined || line.length > 200) {
      write(line, sheet);
      for (const part of parts) {
        if (sheet.left <= 0) return;
        if (typeof part === "number") write(`${" ".repeat(depth + 1)}${textOf(part)}`, sheet);
        else outline(part, depth + 1, level + 1, sheet);
      }
      return;
    }
    line += " > ";
    if (typeof only === "number") {
      write(line + textOf(only), sheet);
      return;
    }
    at = only;
  }
}

function write(line: string, sheet: Sheet): void {
  if (sheet.left <= 0) return;
  const fits = line.length < sheet.left;
  sheet.lines.push(fits ? line : cut);
  sheet.left = fits ? sheet.left - line.length - 1 : 0;
}

/** The elements in an element, and the lengths of the texts between them. */
function partsOf(element: Element, { isOurs }: Sheet): (Element | number)[] {
  if (element.localName === "svg") return [];
  const parts: (Element | number)[] = [];
  const nodes = [...(element.shadowRoot?.childNodes ?? []), ...element.childNodes];
  for (const node of nodes) {
    if (isOurs?.(node)) continue;
    if (isElement(node)) {
      if (!withoutContent.has(node.localName)) parts.push(node);
      continue;
    }
    const length = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? "").trim().length : 0;
    const last = parts.at(-1);
    if (length > 0 && typeof last === "number") parts[parts.length - 1] = last + length;
    else if (length > 0) parts.push(length);
  }
  return parts;
}

function textOf(length: number): string {
  return `text~${rounded(length)}`;
}

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** Up to the next step, so that a length tells no text from another. */
export function rounded(length: number): number {
  return steps.find((step) => length <= step) ?? 10_000;
}

function headOf(element: Element, language: string): string {
  const { localName } = element;
  const own = tags.has(localName) ? localName : localName.includes("-") ? "custom-element" : "other-element";
  const told: string[] = [];
  let others = 0;
  for (const { name, value } of element.attributes) {
    const lower = name.toLowerCase();
    if (noise.has(lower)) continue;
    const shape = attributeOf(lower, value, language);
    if (shape === null) others++;
    else told.push(shape);
  }
  if (others > 0) told.push(`others=${others}`);
  // A link to someone is no control: what it says is a name.
  const acts = element.matches(controlSelector) && isControl(element);
  const role = acts ? describeControl(element, language).role : null;
  if (role !== null) told.push(`says=${role}`);
  if (element.shadowRoot !== null) told.push("shadow");
  return [own, ...told].join(" ");
}

/** What may be told of an attribute; null if not even its name. */
function attributeOf(name: string, value: string, language: string): string | null {
  if (name === "class") return `classes=${value.split(/\s+/).filter((one) => one !== "").length}`;
  if (name === "href") return `href=${addressOf(value)}`;
  const values = Object.hasOwn(standard, name) ? standard[name] : undefined;
  if (values !== undefined) return `${name}=${values.has(value) ? value : "other"}`;
  if (ariaStates.has(name)) return `${name}=${stateValues.has(value) ? value : "other"}`;
  if (spoken.has(name)) return spokenOf(name, value, language);
  if (onlyNamed.has(name)) return name;
  if (name !== "componentkey" && !name.startsWith("data-")) return null;
  // Names of marks are LinkedIn's code, but one with a number in it may be made.
  return /^[a-z]+(-[a-z]+){0,4}$/.test(name) && name.length <= 40 ? `${name}=${markOf(value)}` : "data-other";
}

function spokenOf(name: string, value: string, language: string): string {
  if (value.trim() === "") return `${name}=empty`;
  const role = name === "aria-label" && value.length < 1_000 ? roleOfAnyLabel(value, language) : null;
  return `${name}~${rounded(value.length)}${role === "accept" || role === "ignore" ? `(${role})` : ""}`;
}

function markOf(value: string): string {
  if (value === "") return "empty";
  if (knownMarks.has(value)) return value;
  const beginning = knownBeginnings.find((one) => value.startsWith(one));
  return beginning === undefined ? `~${rounded(value.length)}` : `${beginning}#`;
}

/** Where an address leads, as far as the kind of page: `/in/*`, `linkedin:/company/*`, `external`. */
function addressOf(href: string): string {
  const trimmed = href.trim();
  if (trimmed === "") return "empty";
  if (trimmed.startsWith("#")) return "#";
  const origin = /^https:\/\/(?:[a-z0-9-]+\.)?linkedin\.com(?=[/?#]|$)/i.exec(trimmed)?.[0] ?? "";
  const isPath = trimmed.startsWith("/") && !trimmed.startsWith("//");
  if (origin === "" && !isPath) return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(trimmed) ? "external" : "relative";
  const path = trimmed.slice(origin.length).replace(/[?#].*$/s, "");
  const [first, ...rest] = path.split("/").filter((segment) => segment !== "");
  const where = origin === "" ? "" : "linkedin:";
  if (first === undefined) return `${where}/`;
  if (!pathBeginnings.has(first)) return `${where}/*`;
  return `${where}/${first}${rest.length > 0 ? "/*" : ""}`;
}
