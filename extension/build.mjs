// Builds dist/chromium and dist/firefox from src/ and ../manifests/extension.json, each loadable unpacked.
// `node build.mjs`. One manifest serves both browsers; what the other one warns about is dropped here.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const pages = ["popup", "settings", "welcome"];
const scripts = ["background.ts", "content.ts", ...pages.map((page) => `${page}/${page}.tsx`)];

/** @param {Record<string, any>} manifest */
function forChromium(manifest) {
  const { browser_specific_settings: _, background, ...rest } = manifest;
  return { ...rest, background: { service_worker: background.service_worker } };
}

/** @param {Record<string, any>} manifest */
function forFirefox(manifest) {
  const { key: _key, minimum_chrome_version: _version, background, ...rest } = manifest;
  return { ...rest, background: { scripts: background.scripts } };
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
    legalComments: "none",
    logLevel: "warning",
  });
  return out.outputFiles.map(({ path, contents }) => ({
    name: path.slice(join(here, "dist/any/").length),
    contents,
  }));
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
