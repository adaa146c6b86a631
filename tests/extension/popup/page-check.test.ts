import { expect, test } from "vitest";
import { pageFinding } from "../../../extension/src/popup/page-check";

test("a tab without invitations page, an empty page and a read page are told apart", () => {
  expect(pageFinding(null)).toBe("none");
  expect(pageFinding({ seen: 0, read: 0 })).toBe("empty");
  expect(pageFinding({ seen: 12, read: 12 })).toBe("read");
});

test("one odd card among many is no alarm; most of them unread is", () => {
  expect(pageFinding({ seen: 12, read: 11 })).toBe("read");
  expect(pageFinding({ seen: 12, read: 3 })).toBe("changed");
  expect(pageFinding({ seen: 1, read: 0 })).toBe("changed");
});
