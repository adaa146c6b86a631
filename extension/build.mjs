// Builds dist/chromium and dist/firefox from src/ and ../manifests/extension.json, each loadable unpacked.
// `node build.mjs`. One manifest serves both browsers; what the other one warns about is dropped here. The licences of
// what others wrote and we bundle are shipped beside it.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const pages = ["popup", "review", "dashboard", "settings", "welcome", "panel"];
const scripts = ["background.ts", "content.ts", ...pages.map((page) => `${page}/${page}.tsx`)];

/** @param {Record<string, any>} manifest */
function forChromium(manifest) {
  const { browser_specific_settings: _, sidebar_action: _sidebar, background, ...rest } = manifest;
  return { ...rest, background: { service_worker: background.service_worker } };
}

/** @param {Record<string, any>} manifest */
function forFirefox(manifest) {
  const { key: _key, minimum_chrome_version: _version, side_panel: _panel, background, ...rest } = manifest;
  return {
    ...rest,
    background: { scripts: background.scripts },
    permissions: manifest.permissions.filter((/** @type {string} */ name) => name !== "sidePanel"),
  };
}

/**
 * The words of every language go into the background; what tells translators of them is needed only in `_locales`.
 * @type {import("esbuild").Plugin}
 */
const wordsAlone = {
  name: "words-alone",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]_locales[\\/][a-z]+[\\/]messages\.json$/ }, ({ path }) => {
      const entries = Object.entries(JSON.parse(readFileSync(path, "utf8")));
      const words = entries.map(([key, { message, placeholders = {} }]) => {
        const bare = Object.entries(placeholders).map(([name, { content }]) => [name, { content }]);
        return [key, bare.length > 0 ? { message, placeholders: Object.fromEntries(bare) } : { message }];
      });
      return { contents: JSON.stringify(Object.fromEntries(words)), loader: "json" };
    });
  },
};

/**
 * The licence of every package of which something is bundled; one without a licence must not be shipped.
 * @param {string[]} inputs the bundled files, as esbuild names them
 */
function licencesOf(inputs) {
  const packages = inputs.flatMap(
    (file) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [],
  );
  const texts = [...new Set(packages)].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} has no licence`);
    return `${name}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

async function bundle() {
  const out = await build({
    absWorkingDir: here,
    entryPoints: [...scripts, ...pages.map((page) => `${page}/${page}.css`)].map((file) => `src/${file}`),
    outbase: "src",
    outdir: "dist/any",
    bundle: true,
    write: false,
    format: "iife",
    target: ["chrome120", "firefox140"],
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "eof",
    metafile: true,
    plugins: [wordsAlone],
    logLevel: "warning",
  });
  const files = out.outputFiles.map(({ path, contents }) => ({
    name: path.slice(join(here, "dist/any/").length),
    contents,
  }));
  return [
    ...files,
    { name: "third-party-licences.txt", contents: licencesOf(Object.keys(out.metafile.inputs)) },
  ];
}

const manifest = JSON.parse(readFileSync(join(here, "../manifests/extension.json"), "utf8"));
const files = await bundle();

for (const [browser, change] of [
  ["chromium", forChromium],
  ["firefox", forFirefox],
]) {
  const folder = join(here, "dist", browser);
  rmSync(folder, { recursive: true, force: true });
  for (const { name, contents } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), contents);
  }
  for (const page of pages) {
    cpSync(join(here, "src", page, `${page}.html`), join(folder, page, `${page}.html`));
  }
  cpSync(join(here, "_locales"), join(folder, "_locales"), { recursive: true });
  cpSync(join(here, "icons"), join(folder, "icons"), {
    recursive: true,
    filter: (file) => !file.endsWith(".svg"),
  });
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(change(manifest), null, 2)}\n`);
  console.log(`extension/dist/${browser}`);
}
