/**
 * What a person sees of the badges. They live in closed shadow roots that no script of the page can open, so the
 * browsers' debugging protocols look for us.
 */
import type { Browser, Page } from "puppeteer-core";
import type { BidiConnection, BrowserName } from "./story";

export interface BadgeSeen {
  /** The sender's name, by the accept control's label or the card's first strong text. */
  card: string;
  /** What a screen reader says of the badge. */
  label: string;
  /** All text of the badge with its explanation, if that is open. */
  text: string;
  /** How many elements stand in the badge that its text could have made: always none. */
  foreign: number;
}

/** A node as both protocols tell it. */
interface Tree {
  tag: string;
  attributes: Record<string, string>;
  text: string;
  children: Tree[];
  shadow: Tree | null;
}

const ownTags = new Set(["slot", "div", "button", "span", "bdi", "ul", "li", "i"]);

export async function badgesOn(page: Page, name: BrowserName, browser: Browser): Promise<BadgeSeen[]> {
  const tree = await (name === "chromium" ? chromiumTree(page) : firefoxTree(page, browser));
  const seen: BadgeSeen[] = [];
  walk(tree, (node, parent) => {
    const { shadow } = node;
    const pill = shadow && find(shadow, (at) => (at.attributes["aria-haspopup"] ?? "") === "dialog");
    if (!pill || !shadow) return;
    seen.push({
      // The shadow root is the card's own, or that of an empty element at its end.
      card: nameOf(node.children.length > 0 ? node : parent),
      label: pill.attributes["aria-label"] ?? "",
      text: textOf(shadow),
      foreign: count(shadow, (at) => at.tag !== "" && !ownTags.has(at.tag)),
    });
  });
  return seen;
}

function walk(node: Tree, visit: (node: Tree, parent: Tree) => void, parent = node): void {
  visit(node, parent);
  for (const child of node.children) walk(child, visit, node);
  if (node.shadow) walk(node.shadow, visit, node);
}

function find(node: Tree, test: (node: Tree) => boolean): Tree | null {
  let found: Tree | null = null;
  walk(node, (at) => {
    if (!found && test(at)) found = at;
  });
  return found;
}

function count(node: Tree, test: (node: Tree) => boolean): number {
  let total = 0;
  walk(node, (at) => {
    if (test(at)) total += 1;
  });
  return total;
}

function textOf(node: Tree): string {
  let text = "";
  walk(node, (at) => {
    text += at.text ? `${at.text} ` : "";
  });
  return text.replace(/\s+/g, " ").trim();
}

function nameOf(card: Tree): string {
  const strong = find(card, (at) => at.tag === "strong");
  return strong ? textOf(strong) : "";
}

interface CdpNode {
  nodeType: number;
  localName: string;
  nodeValue: string;
  attributes?: string[];
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
}

async function chromiumTree(page: Page): Promise<Tree> {
  const session = await page.createCDPSession();
  const { root } = (await session.send("DOM.getDocument", { depth: -1, pierce: true })) as { root: CdpNode };
  await session.detach();
  return fromCdp(root);
}

function fromCdp(node: CdpNode): Tree {
  const attributes: Record<string, string> = {};
  const pairs = node.attributes ?? [];
  for (let at = 0; at + 1 < pairs.length; at += 2) attributes[pairs[at] ?? ""] = pairs[at + 1] ?? "";
  const shadow = node.shadowRoots?.[0];
  return {
    tag: node.nodeType === 1 ? node.localName : "",
    attributes,
    text: node.nodeType === 3 ? node.nodeValue : "",
    children: (node.children ?? []).map(fromCdp),
    shadow: shadow ? fromCdp(shadow) : null,
  };
}

interface BidiNode {
  value?: {
    nodeType: number;
    localName?: string;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: BidiNode[];
    shadowRoot?: BidiNode | null;
  };
}

async function firefoxTree(page: Page, browser: Browser): Promise<Tree> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  const { result } = await connection.send("script.evaluate", {
    expression: "document.documentElement",
    target: { context },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: null, includeShadowTree: "all" },
  });
  return fromBidi((result as { result: BidiNode }).result);
}

function fromBidi(node: BidiNode): Tree {
  const value = node.value;
  const shadow = value?.shadowRoot;
  return {
    tag: value?.nodeType === 1 ? (value.localName ?? "") : "",
    attributes: value?.attributes ?? {},
    text: value?.nodeType === 3 ? (value.nodeValue ?? "") : "",
    children: (value?.children ?? []).map(fromBidi),
    shadow: shadow ? fromBidi(shadow) : null,
  };
}
