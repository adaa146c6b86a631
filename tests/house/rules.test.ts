/**
 * The house's rules as a plain text search: which folder may know which, and what is never written. A rule that a
 * reviewer would have to repeat stands here.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "");
const text = (file: string) => readFileSync(join(root, file), "utf8");
const within = (folder: string, ending: RegExp) =>
  files.filter((file) => file.startsWith(folder) && ending.test(file));

const cpp = /\.(cpp|hpp)$/;
const ts = /\.(ts|tsx)$/;

function includes(file: string): string[] {
  return [...text(file).matchAll(/^#include [<"]([^>"]+)[>"]/gm)].map((match) => match[1] ?? "");
}

function imports(file: string): string[] {
  return [...text(file).matchAll(/from "([^"]+)"/g)].map((match) => match[1] ?? "");
}

/** Files below `folder` that include something that `banned` matches. */
function offenders(folder: string, banned: RegExp, except: RegExp = /^$/): string[] {
  return within(folder, cpp).filter(
    (file) => !except.test(file) && includes(file).some((name) => banned.test(name)),
  );
}

describe("the host's arrows", () => {
  it.each(["host/scoring/", "host/planning/"])("%s is pure: no files, no JSON, no SQL, no wire", (folder) => {
    expect(
      offenders(folder, /^(wire|store|cli|nlohmann|SQLiteCpp|sqlite3|spdlog|fstream|boost|unistd)/),
    ).toEqual([]);
  });
  it("only store/ knows SQL", () => {
    expect(offenders("host/", /sqlite/i, /^host\/store\//)).toEqual([]);
  });
  it("only wire/stdio_channel knows Asio", () => {
    expect(offenders("host/", /asio/, /^host\/wire\/stdio_channel\.cpp$/)).toEqual([]);
  });
  it("store/ knows neither the wire nor the judgement", () => {
    expect(offenders("host/store/", /^(wire|scoring|planning|cli|nlohmann)/)).toEqual([]);
  });
  it("common/ knows nobody", () => {
    expect(offenders("host/common/", /^(wire|store|scoring|planning|cli|installer|nlohmann)/)).toEqual([]);
  });
  it("handlers know no JSON", () => {
    expect(offenders("host/wire/handlers", /nlohmann/)).toEqual([]);
  });
  it("nothing prints to stdout but the programs for people", () => {
    const printing = within("host/", cpp).filter((file) => /std::cout|\bprintf\(|std::puts/.test(text(file)));
    expect(printing.filter((file) => !/^host\/(cli\/|training\/main\.cpp|main\.cpp)/.test(file))).toEqual([]);
  });
  it("std::regex, which crashes on long text, is used nowhere", () => {
    const sources = [...within("host/", cpp), ...within("installer/", cpp)];
    expect(sources.filter((file) => /std::regex/.test(text(file)))).toEqual([]);
  });
});

describe("the extension's arrows", () => {
  const outside = (folder: string, banned: RegExp) =>
    within(folder, ts).filter((file) => imports(file).some((name) => banned.test(name)));
  it("linkedin/ knows the page and the shape of an invitation, nothing else", () => {
    const others =
      /overlay|popup|review|dashboard|settings|welcome|panel|\/ui\/|messages|client|outbox|background|advice/;
    expect(outside("extension/src/linkedin/", others)).toEqual([]);
  });
  it("overlay/ knows neither LinkedIn's page nor the host's pipe", () => {
    expect(
      outside(
        "extension/src/overlay/",
        /linkedin|native\/(client|outbox)|background|popup|review|dashboard|settings|welcome|panel\//,
      ),
    ).toEqual([]);
  });
  it("only the background opens the pipe", () => {
    const files = within("extension/src/", ts).filter(
      (file) => /native\/(client|outbox)"/.test(text(file)) || /"\.\/client"/.test(text(file)),
    );
    const others = files.filter((file) => !/^extension\/src\/background(\.ts|\/)/.test(file));
    expect(others).toEqual(["extension/src/native/outbox.ts"]);
  });
  it("pages speak to the background through messages alone", () => {
    expect(
      ["popup", "review", "dashboard", "settings", "welcome", "panel", "ui"].flatMap((page) =>
        outside(`extension/src/${page}/`, /linkedin\/|overlay|background|native\/(client|outbox)/),
      ),
    ).toEqual([]);
  });
  it("no text is ever made into markup or code", () => {
    const dangerous =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|dangerouslySet/;
    expect(within("extension/src/", ts).filter((file) => dangerous.test(text(file)))).toEqual([]);
  });
  it("nothing is clicked and nothing is fetched", () => {
    const acting = /\.click\(\)|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|dispatchEvent\(/;
    expect(within("extension/src/", ts).filter((file) => acting.test(text(file)))).toEqual([]);
  });
  it("the content script needs no library", () => {
    const shared = ["linkedin", "overlay", "native"].flatMap((folder) =>
      within(`extension/src/${folder}/`, ts),
    );
    const libraries = [...shared, "extension/src/content.ts", "extension/src/advice.ts"].filter((file) =>
      imports(file).some((name) => !name.startsWith(".")),
    );
    expect(libraries).toEqual([]);
  });
});

describe("what is written", () => {
  const written = files.filter(
    (file) =>
      /\.(cpp|hpp|ts|tsx|mjs|sh|md|css|html|json|txt|tsv)$/.test(file) && !file.endsWith("package-lock.json"),
  );
  it("TODOs carry a date that has not passed", () => {
    const today = new Date().toISOString().slice(0, 10);
    const due = written
      .filter((file) => !file.startsWith("tests/house/"))
      .flatMap((file) =>
        [...text(file).matchAll(/\bTODO\b(?: \[(\d{4}-\d\d-\d\d)\])?/g)]
          .filter((match) => !match[1] || match[1] < today)
          .map(() => file),
      );
    expect(due).toEqual([]);
  });
  it("no test is skipped or singled out", () => {
    const marked = written.filter(
      (file) =>
        file.startsWith("tests/") &&
        !file.startsWith("tests/house/") &&
        /\b(it|test|describe)\.(skip|only|todo)\b|\[!mayfail\]|\[\.\]/.test(text(file)),
    );
    expect(marked).toEqual([]);
  });
  it("the lock file records no download addresses", () => {
    expect(text("extension/package-lock.json")).not.toContain('"resolved": "http');
  });
  it("the top level is what the house says", () => {
    const top = new Set(
      files.map((file) => file.split("/")[0] ?? "").filter((name) => !name.startsWith(".")),
    );
    const allowed = [
      "CMakeLists.txt",
      "LICENSE",
      "README.md",
      "extension",
      "host",
      "installer",
      "manifests",
      "tests",
    ];
    expect([...top].filter((name) => !allowed.includes(name))).toEqual([]);
  });
});
