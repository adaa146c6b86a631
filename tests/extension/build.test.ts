/** What `npm run build` puts into dist, beyond the manifest. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const extension = join(dirname(fileURLToPath(import.meta.url)), "../../extension");

describe.each(["chromium", "firefox"])("the extension built for %s", (browser) => {
  const folder = join(extension, "dist", browser);
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const scripts = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".js"));

  it("carries the licence of everything in it that others wrote", () => {
    // esbuild names the file that each part is from.
    const packages = new Set(
      scripts.flatMap((file) =>
        [...read(file).matchAll(/^ *\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)].map(([, name]) => name),
      ),
    );
    expect(packages).toContain("preact");
    expect(packages).toContain("chart.js");
    const licences = read("third-party-licences.txt");
    for (const name of packages) expect(licences).toMatch(new RegExp(`^${name}$`, "m"));
    expect(licences.match(/Permission is hereby granted/g)).toHaveLength(packages.size);
    expect(read("dashboard/dashboard.js")).toMatch(
      /Chart\.js Contributors\s*\* Released under the MIT License/,
    );
  });

  it("speaks all its languages from the background, without what only translators need", () => {
    const background = read("background.js");
    for (const language of ["en", "de", "fr", "es", "pt"]) {
      expect(background).toContain(`language_code: { message: "${language}" }`);
    }
    expect(background).not.toMatch(/\b(description|example): "/);
  });
});
