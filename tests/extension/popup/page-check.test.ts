import { expect, test } from "vitest";
import type { PageReport } from "../../../extension/src/messages";
import { pageFinding } from "../../../extension/src/popup/page-check";

const found = (report: Partial<PageReport>) =>
  pageFinding({ seen: 12, read: 12, unsure: 0, items: 0, ...report });

test("a tab without invitations page, an empty page and a read page are told apart", () => {
  expect(pageFinding(null)).toBe("none");
  expect(found({ seen: 0, read: 0 })).toBe("empty");
  expect(found({})).toBe("read");
});

test("one odd card among many is no alarm; most of them unread is", () => {
  expect(found({ read: 11 })).toBe("read");
  expect(found({ read: 3 })).toBe("changed");
  expect(found({ seen: 1, read: 0 })).toBe("changed");
});

test("some cards in doubt are no alarm; most of them are", () => {
  expect(found({ unsure: 6 })).toBe("read");
  expect(found({ unsure: 7 })).toBe("unsure");
  expect(found({ seen: 1, read: 1, unsure: 1 })).toBe("unsure");
});

test("cards that cannot be read weigh more than cards in doubt", () => {
  expect(found({ read: 3, unsure: 3 })).toBe("changed");
});

test("a page without any card, but with lists of something, may have been missed", () => {
  expect(found({ seen: 0, read: 0, items: 4 })).toBe("missed");
});
