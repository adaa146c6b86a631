import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const here = dirname(fileURLToPath(import.meta.url));
const css = readFileSync(join(here, "../../../extension/src/ui/tokens.css"), "utf8");
const [light = {}, dark = {}] = [...css.matchAll(/:root \{([^}]*)\}/g)].map((block) =>
  Object.fromEntries(
    [...(block[1] ?? "").matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((token) => [
      token[1] ?? "",
      token[2] ?? "",
    ]),
  ),
);

/** Relative luminance and contrast ratio by WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

const texts: [text: string, grounds: string[]][] = [
  ["text", ["ground", "surface", "accent-soft", "warn-soft", "bad-soft", "track"]],
  ["muted", ["ground", "surface", "accent-soft", "track"]],
  ["accent", ["ground", "surface", "accent-soft"]],
  ["accent-strong", ["ground", "surface"]],
  ["on-accent", ["accent", "accent-strong"]],
  ["later", ["surface", "later-soft"]],
  ["warn", ["surface", "warn-soft"]],
  ["bad", ["surface", "bad-soft", "ground"]],
];
const marks: [mark: string, grounds: string[]][] = [
  ["control", ["surface", "ground"]],
  ["accent", ["track", "surface"]],
  ["warn-mark", ["surface"]],
];

test("the verdict Later is told in the same colours as on LinkedIn's page", () => {
  const badge = readFileSync(join(here, "../../../extension/src/overlay/style.ts"), "utf8");
  const [onLight, onDark] = [...badge.matchAll(/--later: (#[0-9a-f]{6}); --later-bg: (#[0-9a-f]{6});/g)];
  expect([light.later, light["later-soft"]]).toEqual(onLight?.slice(1));
  expect([dark.later, dark["later-soft"]]).toEqual(onDark?.slice(1));
});

describe.each([
  ["light", light],
  ["dark", { ...light, ...dark }],
])("in the %s theme", (_name, theme) => {
  const ratio = (one: string, other: string) => contrast(theme[one] ?? "", theme[other] ?? "");

  test.each(texts)("text in --%s can be read on every ground it stands on", (text, grounds) => {
    for (const ground of grounds) expect(ratio(text, ground), ground).toBeGreaterThanOrEqual(4.5);
  });

  test.each(marks)("marks and borders in --%s stand out from their ground", (mark, grounds) => {
    for (const ground of grounds) expect(ratio(mark, ground), ground).toBeGreaterThanOrEqual(3);
  });
});
