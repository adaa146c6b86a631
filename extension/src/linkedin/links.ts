/**
 * What a link of LinkedIn points to. Addresses have outlived every redesign: `/in/<slug>` has meant a member since
 * 2018, so they carry more weight than any class name or wording.
 */
import { clean } from "./text";

export type LinkKind = "member" | "company" | "newsletter" | "event" | "group";

export interface Link {
  element: Element;
  kind: LinkKind;
  /** The part of the address that names the target, percent-decoded. */
  slug: string;
  /** What the link says; empty around a picture. */
  text: string;
}

const kindOfSegment: Readonly<Record<string, LinkKind>> = {
  in: "member",
  company: "company",
  school: "company",
  showcase: "company",
  newsletters: "newsletter",
  newsletter: "newsletter",
  events: "event",
  groups: "group",
};

interface Address {
  kind: LinkKind;
  slug: string;
}

const addresses = new Map<string, Address | null>();

/** Kind and slug of an address on LinkedIn; null for every other address and page. */
export function parseAddress(href: string): Address | null {
  const known = addresses.get(href);
  if (known !== undefined) return known;
  const parsed = parse(href);
  // A card holds the same address several times, and it is asked for at every step of the way.
  if (addresses.size > 500) addresses.clear();
  addresses.set(href, parsed);
  return parsed;
}

function parse(href: string): Address | null {
  const segments = pathOf(href);
  const kind = segments ? kindOfSegment[segments[0] ?? ""] : undefined;
  const raw = segments?.[1];
  if (kind === undefined || raw === undefined || raw === "") return null;
  return { kind, slug: clean(decode(raw), 500) };
}

/** True for the way from an invitation to a conversation: "Reply to ...", "Message". */
export function isMessaging(href: string): boolean {
  return pathOf(href)?.[0] === "messaging";
}

/**
 * True if a link can be a button in disguise: LinkedIn's Accept is at times an `<a>` to the page itself. Every
 * link that leads to another page is not.
 */
export function staysHere(href: string): boolean {
  const segments = pathOf(href);
  if (segments === null) return false;
  if (segments.length === 0) return true;
  return segments[0] === "mynetwork" && segments[2] !== "sent" && segments[1] !== "catch-up";
}

/** Path segments of an address on LinkedIn; relative addresses are LinkedIn's. */
function pathOf(href: string): string[] | null {
  const trimmed = href.trim();
  // No `URL` here: it costs microseconds, and a page has thousands of links.
  let path: string;
  if (trimmed === "" || trimmed.startsWith("#")) return [];
  if (trimmed.startsWith("/") && !trimmed.startsWith("//")) {
    path = trimmed;
  } else {
    const match = /^https:\/\/(?:[a-z0-9-]+\.)?linkedin\.com(?=[/?#]|$)/i.exec(trimmed);
    if (match === null) return null;
    path = trimmed.slice(match[0].length);
  }
  const end = path.search(/[?#]/);
  return (end < 0 ? path : path.slice(0, end)).split("/").filter((segment) => segment !== "");
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray % is part of the slug as it stands
  }
}

/** True if some link below the element both leads to someone or something and says so. */
export function hasNamedLink(element: Element): boolean {
  for (const anchor of element.querySelectorAll("a[href]")) {
    if ((anchor.textContent ?? "").trim() !== "" && parseAddress(anchor.getAttribute("href") ?? "") !== null)
      return true;
  }
  return false;
}

/** The links below an element that point to a member, page, newsletter, event or group, in document order. */
export function linksIn(element: Element): Link[] {
  const links: Link[] = [];
  for (const anchor of element.querySelectorAll("a[href]")) {
    const address = parseAddress(anchor.getAttribute("href") ?? "");
    if (address !== null)
      links.push({ ...address, element: anchor, text: clean(anchor.textContent ?? "", 4_000) });
  }
  return links;
}
