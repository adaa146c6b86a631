import { expect, it } from "vitest";
import { clipped } from "../../../extension/src/native/clip";
import type { Invitation } from "../../../extension/src/native/protocol";

const bytes = (text: string | null) => new TextEncoder().encode(text ?? "").length;

function invitation(text: string): Invitation {
  return {
    id: `person:${text}`,
    kind: "person",
    profileId: text,
    name: text,
    headline: text,
    subject: text,
    mutualConnections: 3,
    mutualNames: Array.from({ length: 200 }, () => text),
    note: text,
    sentAgo: text,
    ageDays: 14,
    badges: [],
  };
}

it.each(["plain ", "é", "沐", "👩‍👩‍👧‍👦", "\ud83d\ude80"])(
  "texts of %s beyond the host's limits are clipped to whole characters",
  (unit) => {
    const clip = clipped(invitation(unit.repeat(20_000)));
    for (const text of [clip.headline, clip.note]) {
      expect(bytes(text)).toBeLessThanOrEqual(16 * 1024);
      expect(bytes(text)).toBeGreaterThan(15 * 1024);
      expect(text).not.toContain("\ufffd");
    }
    for (const text of [clip.name, clip.subject, clip.sentAgo]) expect([...(text ?? "")].length).toBe(1000);
    expect([...clip.id].length).toBe(600);
    expect(clip.mutualNames.length).toBe(100);
  },
);

it("what is within the limits stays as it is", () => {
  const short = { ...invitation("Ottoline 🚀"), mutualNames: ["Tobin"] };
  expect(clipped(short)).toEqual(short);
});
