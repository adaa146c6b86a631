// What stands on the page for a person to see. Badges live in closed shadow roots that no script of a page can open,
// so the browser's debugging protocol looks for us; explanations are opened by the keyboard's focus, as by a person.

/**
 * The cards of the page in order, each with its badge or null.
 * @param {import("puppeteer-core").CDPSession} session
 */
export async function readCards(session) {
  const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
  const cards = all(root, (node) => (attribute(node, "componentkey") ?? "").startsWith("urn:li:invitation:"));
  return cards.map((card) => {
    // The badge's root is the card's own, or that of an element at the card's end.
    const host = [card, ...(card.children ?? [])].find((node) => node.shadowRoots?.length);
    const pill = host && all(host, (node) => attribute(node, "aria-haspopup") === "dialog")[0];
    const [name, thing] = new Set(all(card, (node) => node.localName === "strong").map(text));
    return {
      name,
      headline: thing ? `invites to: ${thing}` : text(all(card, isHeadline)[0]),
      badge: pill ? { host: host.backendNodeId, pill: pill.backendNodeId } : null,
    };
  });
}

const isHeadline = (node) => node.localName === "p" && attribute(node, "class") === "_0b47cc9d";

/** Brings the badge into view and gives it the focus; resolves once its explanation stands open. */
export async function openExplanation(session, { host, pill }) {
  await session.send("DOM.scrollIntoViewIfNeeded", { backendNodeId: pill });
  await session.send("Runtime.evaluate", {
    expression: "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))",
    awaitPromise: true,
  });
  await session.send("DOM.focus", { backendNodeId: pill });
  return until(async () => {
    const { node } = await session.send("DOM.describeNode", {
      backendNodeId: host,
      depth: -1,
      pierce: true,
    });
    const panel = all(node, (each) => attribute(each, "role") === "dialog")[0];
    return panel && understood(node, panel);
  }, "the explanation of a badge");
}

/** The explanation as it is written: verdict, score in per cent, what speaks for and against. */
function understood(host, panel) {
  const frame = all(host, (node) => (attribute(node, "class") ?? "").startsWith("badge "))[0];
  const score = all(panel, (node) => attribute(node, "class") === "score")[0];
  const items = (side) =>
    all(panel, (node) => node.localName === "ul" && attribute(node, "class") === side)
      .flatMap((list) => all(list, (node) => node.localName === "li"))
      .map(text);
  return {
    verdict: attribute(frame, "class").split(" ")[1],
    score: Number(/\d+/.exec(text(score))?.[0]),
    speaksFor: items("for"),
    against: items("against"),
  };
}

/** Asks again until there is an answer. */
export async function until(ask, what, patience = 20_000) {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`this never came: ${what} (waited ${patience / 1000} s)`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function all(node, test, found = []) {
  if (test(node)) found.push(node);
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) all(child, test, found);
  return found;
}

function attribute(node, name) {
  const pairs = node.attributes ?? [];
  const at = pairs.findIndex((word, index) => index % 2 === 0 && word === name);
  return at < 0 ? undefined : pairs[at + 1];
}

function text(node) {
  if (!node) return "";
  return all(node, (each) => each.nodeType === 3)
    .map((each) => each.nodeValue)
    .join("")
    .trim();
}
