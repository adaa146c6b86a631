import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { messagesOf } from "./own-page";

const source = join(dirname(fileURLToPath(import.meta.url)), "../../../extension/src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) =>
  /\.tsx?$/.test(file),
);
const texts = new Map(files.map((file) => [file, readFileSync(join(source, file), "utf8")]));

test("no page has words of its own beside those in _locales", () => {
  const found: string[] = [];
  for (const [file, text] of texts) {
    if (!file.endsWith(".tsx")) continue;
    for (const match of text.matchAll(
      /^\s*[A-Z][a-z]+ [\w ,.']+$|>\s*[A-Za-z][\w ,.']*<\/|(?:title|placeholder|aria-label)="/gm,
    )) {
      found.push(`${file}: ${match[0].trim()}`);
    }
  }
  expect(found).toEqual([]);
});

test("no page makes markup of text", () => {
  const risky = [...texts].filter(
    ([file, text]) => file.endsWith(".tsx") && /innerHTML|outerHTML|insertAdjacentHTML/i.test(text),
  );
  expect(risky.map(([file]) => file)).toEqual([]);
});

test("no message is left over", () => {
  const all = [...texts.values()].join("\n");
  // The overlay makes these keys from codes; the manifest uses the extension's own.
  const computed =
    /^(verdict|relationship|sender|reason|evidence|settles|held)_|^correct_(more|less|never|wrong)$|^extension/;
  const unused = Object.keys(messagesOf("en")).filter(
    (key) =>
      !computed.test(key) &&
      !all.includes(`"${key.replace(/_(one|other)$/, "")}"`) &&
      !all.includes(`"${key}"`),
  );
  expect(unused).toEqual([]);
});
