/** Opens a page with the stage, the React page and the real content script in it. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Page } from "puppeteer-core";
import type { Driver as Browser } from "../browser";

const here = dirname(fileURLToPath(import.meta.url));

declare global {
  interface Window {
    staging: typeof import("./stage");
    react: typeof import("./react-driver");
    stage: import("./stage").Stage;
  }
}

export interface Scripts {
  stage: string;
  react: string;
  content: string;
}

export async function scripts(): Promise<Scripts> {
  const [stage, react, content] = await Promise.all([
    script(join(here, "stage.ts"), "staging"),
    script(join(here, "react-driver.tsx"), "react"),
    script(join(here, "../../../extension/src/content.ts")),
  ]);
  return { stage, react, content: `(function (chrome) {${content}})(window.stage.chrome)` };
}

async function script(path: string, globalName?: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"development"' },
    ...(globalName ? { globalName } : {}),
  });
  return outputFiles[0]?.text ?? "";
}

/** A page with the stage set; `body` is what LinkedIn's server sent. */
export async function openStage(browser: Browser, { stage, react }: Scripts, body: string): Promise<Page> {
  const page = await browser.open(
    `<!DOCTYPE html><html lang="en"><head><title>Invitations</title></head><body>${body}</body></html>`,
  );
  for (const content of [stage, react]) await page.addScriptTag({ content });
  await page.evaluate(() => {
    window.stage = new window.staging.Stage();
  });
  return page;
}

/** The body of one of tests/pages. */
export function bodyOf(html: string): string {
  const head = /<style>[\s\S]*?<\/style>/.exec(html)?.[0] ?? "";
  return head + html.slice(html.indexOf("<body"), html.lastIndexOf("</body>")).replace(/^<body[^>]*>/, "");
}
