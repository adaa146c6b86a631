import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageExpected, pageHtml } from "./browser";
import { compared, type Expected, pagesFolder } from "./linkedin/reading";

const extension = join(dirname(fileURLToPath(import.meta.url)), "../../extension");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "superlink-read-page-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Never blocks: the runner loses touch with a test that is deaf for a minute. */
function run(command: string, args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv }) {
  return new Promise<{ stdout: string; stderr: string; status: number | null }>((resolve) => {
    const child = execFile(command, args, options, (_, stdout, stderr) =>
      resolve({ stdout, stderr, status: child.exitCode }),
    );
  });
}

/** As a developer calls it, from any folder. */
const readPage = (args: string[], cwd = extension) =>
  run("npm", ["--prefix", extension, "run", "--silent", "read-page", "--", ...args], { cwd });

const saved = (name: string, content: string) => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};
const fixture = (name: string) => join(pagesFolder, `${name}.html`);
const all = (read: unknown) => (read as Expected[]).map((one) => compared(one));

describe("npm run read-page", () => {
  it.each([
    ["era-c2-lazycolumn", []],
    ["more/redesign-components", []],
    ["locale-de", ["--firefox"]],
  ])("prints what SuperLink reads on %s, in the form of the expected readings", async (name, options) => {
    const { stdout, stderr, status } = await readPage([fixture(name), ...options]);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const read = JSON.parse(stdout) as Expected[];
    const expected = pageExpected(name) as Expected[];
    expect(all(read)).toEqual(all(expected));
    expect(read.map((one) => Object.keys(one))).toEqual(expected.map((one) => Object.keys(one)));
  });

  it("prints the whole invitation and how sure it is with --full", async () => {
    const { stdout } = await readPage([fixture("more/lang-ar"), "--full"]);
    const [first] = JSON.parse(stdout) as { id: string; confidence: Record<string, string> }[];
    expect(first?.id).toMatch(/^person:/);
    expect(first?.confidence).toMatchObject({ name: "sure", mutualConnections: "unknown" });
  });

  it("reads nothing where SuperLink reads nothing, by the address told or that noted in the file", async () => {
    const sent = "https://www.linkedin.com/mynetwork/invitation-manager/sent/";
    const told = await readPage([fixture("era-c2-lazycolumn"), "--url", sent]);
    expect(told).toMatchObject({ stdout: "[]\n", status: 0 });
    expect(told.stderr).toContain(`reads nothing at ${sent}`);
    const noted = saved(
      "noted.html",
      `<!-- saved from url=(0055)${sent} -->\n${pageHtml("era-c2-lazycolumn")}`,
    );
    expect(await readPage([noted])).toMatchObject({ stdout: "[]\n", status: 0 });
  });

  it("runs no script of the page, loads nothing and stays where it is", async () => {
    const scripts = `<script>document.body.replaceChildren("gone")</script>
      <img src="https://www.linkedin.com/x.png" onerror="document.body.replaceChildren('gone')">
      <meta http-equiv="refresh" content="0;url=https://www.linkedin.com/feed/">`;
    const page = saved("scripts.html", pageHtml("grow-page").replace("</body>", `${scripts}</body>`));
    const { stdout, status } = await readPage([page]);
    expect(status).toBe(0);
    expect(all(JSON.parse(stdout))).toEqual(all(pageExpected("grow-page")));
  });

  it("finds the file from where it was called", async () => {
    copyFileSync(fixture("sent-tab"), join(folder, "near.html"));
    const { stdout, status } = await readPage(["near.html"], folder);
    expect({ stdout, status }).toEqual({ stdout: "[]\n", status: 0 });
  });

  it.each([
    ["no file named", () => [], 2, "usage: npm run read-page"],
    ["an option it does not have", () => ["x.html", "--loud"], 2, "--loud"],
    ["an address that is none", () => [fixture("sent-tab"), "--url", "nowhere"], 2, "nowhere is no address"],
    ["a file that is not there", () => [join(folder, "none.html")], 1, "There is no file"],
    ["a folder", () => [folder], 1, "cannot be read"],
    ["a file that is not HTML", () => [saved("x.json", '{"a": "<b>"}')], 1, "is not HTML"],
    [
      "a web archive",
      () => [saved("x.mhtml", "From: <Saved by Blink>\nMIME-Version: 1.0\n\n<html>")],
      1,
      "web archive",
    ],
  ])("says what is wrong with %s, and prints no reading", async (_what, args, status, words) => {
    const result = await readPage(args());
    expect(result).toMatchObject({ status, stdout: "" });
    expect(result.stderr).toContain(words);
    expect(result.stderr).not.toContain("at async");
  });

  it("says how to name a browser when there is none", async () => {
    const script = join(extension, "read-page.mjs");
    const { stderr, status } = await run(process.execPath, [script, fixture("sent-tab")], {
      env: { PATH: folder },
    });
    expect({ status }).toEqual({ status: 1 });
    expect(stderr).toContain("SUPERLINK_BROWSER=/path/to/it");
  });

  it("is what package.json runs", () => {
    const { scripts } = JSON.parse(readFileSync(join(extension, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    expect(scripts["read-page"]).toBe("node read-page.mjs");
  });
});
