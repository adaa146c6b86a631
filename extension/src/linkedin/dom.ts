/**
 * The page's tree, seen through open shadow roots. Nothing here asks for layout or computed style, so reading
 * never makes the browser do work that it had put off.
 */

export const controlSelector = "button, a, [role=button], input[type=button], input[type=submit]";

/** The parent, or the host when the element is the top of a shadow tree. */
export function parentOf(node: Node): Element | null {
  const parent = node.parentNode;
  if (parent === null) return null;
  if (parent.nodeType === Node.ELEMENT_NODE) return parent as Element;
  return parent.nodeType === Node.DOCUMENT_FRAGMENT_NODE && "host" in parent
    ? (parent as ShadowRoot).host
    : null;
}

/** The nearest of the element and its ancestors that the selector describes, across shadow roots. */
export function closest(element: Element, selector: string): Element | null {
  for (let top: Element | null = element; top !== null; ) {
    const found = top.closest(selector);
    if (found !== null) return found;
    const root = top.getRootNode();
    top = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** The element and its ancestors, innermost first. */
export function ancestry(element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at !== null; at = parentOf(at)) path.push(at);
  return path;
}

export function commonAncestor(a: Element, b: Element): Element | null {
  const above = new Set(ancestry(a));
  for (let at: Element | null = b; at !== null; at = parentOf(at)) {
    if (above.has(at)) return at;
  }
  return null;
}

/** Every open shadow root below `root`, outermost first. */
export function shadowRoots(root: Document | Element | ShadowRoot): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  if ("shadowRoot" in root && root.shadowRoot) found.push(root.shadowRoot, ...shadowRoots(root.shadowRoot));
  for (const element of root.querySelectorAll("*")) {
    if (element.shadowRoot) found.push(element.shadowRoot, ...shadowRoots(element.shadowRoot));
  }
  return found;
}

/** True if `a` comes before `b` as a reader meets them; shadow trees stand where their hosts stand. */
export function precedes(a: Element, b: Element): boolean {
  const position = a.compareDocumentPosition(b);
  if ((position & Node.DOCUMENT_POSITION_DISCONNECTED) === 0) return isFollowing(position);
  const common = commonAncestor(a, b);
  if (common === null) return isFollowing(position);
  if (common === a) return true;
  if (common === b) return false;
  return isFollowing(childToward(common, a).compareDocumentPosition(childToward(common, b)));
}

function isFollowing(position: number): boolean {
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The child of `ancestor` (or of its shadow root) on the way down to `element`. */
function childToward(ancestor: Element, element: Element): Element {
  let at = element;
  for (let up = parentOf(at); up !== null && up !== ancestor; up = parentOf(up)) at = up;
  return at;
}

/** The nodes a reader sees below an element: its open shadow tree where it has one. */
export function childrenOf(element: Element): Node[] {
  const children: Node[] = [];
  let child: Node | null = (element.shadowRoot ?? element).firstChild;
  for (; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
