/**
 * Which page of LinkedIn an address is, as far as received invitations go. The address alone decides: the markup
 * of the sent list is nearly that of the received one, and only the address tells them apart in every language.
 *
 * `examples` stands beside the predicates so that a test can hold each of them to "here and nowhere else".
 */

export type InvitationsPage = "received" | "grow";

/** Addresses that belong to each page, and (`null`) addresses that must never be taken for one. */
export const examples: readonly { url: string; page: InvitationsPage | null }[] = [
  { url: "https://www.linkedin.com/mynetwork/invitation-manager/received/", page: "received" },
  { url: "https://www.linkedin.com/mynetwork/invitation-manager/received", page: "received" },
  { url: "https://www.linkedin.com/mynetwork/invitation-manager/", page: "received" },
  { url: "https://www.linkedin.com/mynetwork/invitation-manager", page: "received" },
  {
    url: "https://www.linkedin.com/mynetwork/invitation-manager/received/PEOPLE_WITH_MUTUAL_CONNECTION/",
    page: "received",
  },
  {
    url: "https://www.linkedin.com/mynetwork/invitation-manager/received/PEOPLE_WITH_MUTUAL_SCHOOL",
    page: "received",
  },
  { url: "https://www.linkedin.com/mynetwork/invitation-manager/received/CONNECTION/", page: "received" },
  {
    url: "https://www.linkedin.com/mynetwork/invitation-manager/received/A_FILTER/OF_TOMORROW/",
    page: "received",
  },
  {
    url: "https://www.linkedin.com/mynetwork/invitation-manager/?invitationType=CONNECTION&filterCriteria=null",
    page: "received",
  },
  { url: "https://www.linkedin.com/mynetwork/invitation-manager/received/?page=2#top", page: "received" },
  { url: "https://linkedin.com/mynetwork/invitation-manager/received/", page: "received" },
  { url: "https://de.linkedin.com/mynetwork/invitation-manager/received/", page: "received" },
  { url: "https://www.linkedin.com/mynetwork/grow/", page: "grow" },
  { url: "https://www.linkedin.com/mynetwork/grow?origin=nav", page: "grow" },
  { url: "https://www.linkedin.com/mynetwork/", page: "grow" },
  { url: "https://www.linkedin.com/mynetwork", page: "grow" },
  { url: "https://www.linkedin.com/mynetwork/invitation-manager/sent/", page: null },
  { url: "https://www.linkedin.com/mynetwork/invitation-manager/sent", page: null },
  { url: "https://www.linkedin.com/mynetwork/invitation-manager/sent/CONNECTION/", page: null },
  { url: "https://www.linkedin.com/mynetwork/invitation-manager/sent/?next=/received/", page: null },
  { url: "https://www.linkedin.com/mynetwork/invitation-manager/receivedness/", page: null },
  { url: "https://www.linkedin.com/mynetwork/invitation-managers/received/", page: null },
  { url: "https://www.linkedin.com/mynetwork/catch-up/all/", page: null },
  { url: "https://www.linkedin.com/mynetwork/invite-connect/connections/", page: null },
  { url: "https://www.linkedin.com/mynetwork/growth/", page: null },
  { url: "https://www.linkedin.com/mynetwork/import-contacts/", page: null },
  { url: "https://www.linkedin.com/mynetwork/network-manager/company/", page: null },
  { url: "https://www.linkedin.com/mysettings-api/invitations", page: null },
  { url: "https://www.linkedin.com/in/mynetwork/", page: null },
  { url: "https://www.linkedin.com/in/ottoline-grackle/", page: null },
  { url: "https://www.linkedin.com/feed/", page: null },
  { url: "https://www.linkedin.com/messaging/", page: null },
  { url: "https://www.linkedin.com/feed/?back=/mynetwork/invitation-manager/received/", page: null },
  { url: "https://www.linkedin.com/feed/#/mynetwork/grow/", page: null },
  { url: "https://www.linkedin.com/", page: null },
  { url: "http://www.linkedin.com/mynetwork/grow/", page: null },
  { url: "https://www.linkedin.com.example.org/mynetwork/grow/", page: null },
  { url: "https://notlinkedin.com/mynetwork/grow/", page: null },
  { url: "https://example.org/mynetwork/invitation-manager/received/", page: null },
  { url: "about:blank", page: null },
  { url: "not an address", page: null },
];

/** Any filter may follow `received/`; the bare manager is redirected there. */
function isReceived(segments: readonly string[]): boolean {
  return segments[1] === "invitation-manager" && (segments.length === 2 || segments[2] === "received");
}

/** The preview of a few invitations above "People you may know"; bare `/mynetwork/` is redirected there. */
function isGrow(segments: readonly string[]): boolean {
  return segments.length === 1 || (segments.length === 2 && segments[1] === "grow");
}

export function isLinkedIn(url: URL): boolean {
  return (
    url.protocol === "https:" && (url.hostname === "linkedin.com" || url.hostname.endsWith(".linkedin.com"))
  );
}

/** The invitations page at this address, or null for every other page of the web. */
export function invitationsPage(url: string | URL): InvitationsPage | null {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  if (!isLinkedIn(parsed)) return null;
  const segments = parsed.pathname.split("/").filter((segment) => segment !== "");
  if (segments[0] !== "mynetwork") return null;
  if (isReceived(segments)) return "received";
  return isGrow(segments) ? "grow" : null;
}
