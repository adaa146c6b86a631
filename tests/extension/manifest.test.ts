import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const read = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8"));
const source = read("manifests/extension.json");
const chromium = read("extension/dist/chromium/manifest.json");
const firefox = read("extension/dist/firefox/manifest.json");

const everywhere = ["nativeMessaging", "storage", "alarms"];

describe.each([
  ["chromium", chromium, [...everywhere, "sidePanel"]],
  ["firefox", firefox, everywhere],
])("the manifest for %s", (_name, manifest, permissions) => {
  it("asks for what README explains and nothing more, and for notifications only when the person wants them", () => {
    expect(manifest.permissions).toEqual(permissions);
    expect(manifest.host_permissions).toEqual(["https://www.linkedin.com/*"]);
    expect(manifest.optional_permissions).toEqual(["notifications"]);
    expect(manifest.optional_host_permissions).toBeUndefined();
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const explained = [...readme.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
    const asked = [...everywhere, "sidePanel", "notifications", "https://www.linkedin.com/*"];
    expect(explained).toEqual(asked);
  });

  it("shows nothing to pages and to other extensions", () => {
    expect(manifest.web_accessible_resources).toEqual([]);
    expect(manifest.externally_connectable).toEqual({ ids: [] });
    expect(manifest.incognito).toBe("not_allowed");
  });

  it("lets its pages load nothing from anywhere", () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/unsafe|http|\*/);
  });

  it("reads the whole site, since LinkedIn changes pages without loading them, and the top frame alone", () => {
    expect(manifest.content_scripts).toEqual([
      {
        matches: ["https://www.linkedin.com/*"],
        js: ["content.js"],
        run_at: "document_idle",
        all_frames: false,
      },
    ]);
  });
});

it("what is stored and sent to the host is what Firefox is told of", () => {
  const { gecko } = firefox.browser_specific_settings;
  expect(gecko.id).toBe("superlink@superlink.io");
  expect(Number.parseInt(gecko.strict_min_version, 10)).toBeGreaterThanOrEqual(140);
  // Names and headlines; notes; the person's accepts and ignores; what stands on the page.
  expect(gecko.data_collection_permissions.required).toEqual([
    "personallyIdentifyingInfo",
    "personalCommunications",
    "websiteActivity",
    "websiteContent",
  ]);
});

it("each browser's manifest lacks what the other one would warn about", () => {
  expect(chromium.background).toEqual({ service_worker: "background.js" });
  expect(chromium.browser_specific_settings).toBeUndefined();
  expect(firefox.background).toEqual({ scripts: ["background.js"] });
  expect(firefox.key).toBeUndefined();
  expect(chromium.sidebar_action).toBeUndefined();
  expect(firefox.side_panel).toBeUndefined();
});

it("the panel stands beside the page in both browsers, each in its own words, and opens only when asked to", () => {
  expect(chromium.side_panel).toEqual({ default_path: "panel/panel.html" });
  expect(firefox.sidebar_action).toMatchObject({
    default_panel: "panel/panel.html",
    open_at_install: false,
  });
});

it("every page that the manifest names is built", () => {
  for (const [folder, manifest] of [
    ["chromium", chromium],
    ["firefox", firefox],
  ]) {
    const pages = JSON.stringify(manifest).match(/[a-z]+\/[a-z]+\.html/g) ?? [];
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(existsSync(join(root, "extension/dist", folder, page)), page).toBe(true);
  }
});

it("the fixed ids are those that the host's manifests allow", async () => {
  const key = Uint8Array.from(Buffer.from(source.key, "base64"));
  const { createHash } = await import("node:crypto");
  const hex = createHash("sha256").update(key).digest("hex").slice(0, 32);
  const id = [...hex].map((digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)]).join("");
  expect(read("manifests/native-host.chromium.json").allowed_origins).toEqual([`chrome-extension://${id}/`]);
  expect(read("manifests/native-host.firefox.json").allowed_extensions).toEqual(["superlink@superlink.io"]);
});

it("one version is told everywhere", () => {
  const host = readFileSync(join(root, "host/common/version.hpp"), "utf8");
  expect(host).toContain(`"${source.version}"`);
  expect(read("extension/package.json").version).toBe(source.version);
  expect(readFileSync(join(root, "CMakeLists.txt"), "utf8")).toContain(`VERSION ${source.version}`);
});
