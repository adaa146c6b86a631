import { describe, expect, it } from "vitest";
import { examples, invitationsPage } from "../../../extension/src/linkedin/pages";

describe("which page an address is", () => {
  it.each(examples.map(({ url, page }) => [url, page] as const))("%s is %s", (url, page) => {
    expect(invitationsPage(url)).toBe(page);
  });

  it("takes an address that is parsed already", () => {
    expect(invitationsPage(new URL("https://www.linkedin.com/mynetwork/grow/"))).toBe("grow");
  });

  it("has examples of every page, and more that are none", () => {
    const count = (page: unknown) => examples.filter((example) => example.page === page).length;
    expect(count("received")).toBeGreaterThan(5);
    expect(count("grow")).toBeGreaterThan(2);
    expect(count(null)).toBeGreaterThan(count("received") + count("grow"));
  });
});
