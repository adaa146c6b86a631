// Firefox's own linter over the built extension; `node lint-manifest.mjs` after `npm run build`. Prints what it
// finds and fails on anything but what is explained here.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import linter from "addons-linter";

const folder = join(dirname(fileURLToPath(import.meta.url)), "dist/firefox");

/** code, or code and message → why it does not concern us */
const explained = {
  UNSAFE_VAR_ASSIGNMENT: "Preact's dangerouslySetInnerHTML, which nothing of ours uses (tests/house checks)",
  "UNSUPPORTED_API: sidePanel.open is not supported":
    "Chromium's; popup/doors.ts calls Firefox's own sidebarAction there",
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION: "Firefox for Android has no native messaging",
  DATA_COLLECTION_PERMISSIONS_PROP_RESERVED:
    "this linter is older than the property, known since Firefox 140",
};

const instance = linter.createInstance({
  config: {
    _: [folder],
    logLevel: "fatal",
    output: "none",
    stack: false,
    pretty: false,
    warningsAsErrors: false,
  },
  runAsBinary: false,
});
const { errors, warnings } = await instance.run();
const found = [...errors, ...warnings].filter(
  ({ code, message }) => ![code, `${code}: ${message}`].some((key) => Object.hasOwn(explained, key)),
);
for (const { code, message, file } of found) console.error(`${code}: ${message} ${file ?? ""}`);
console.log(`${found.length} findings, ${errors.length + warnings.length - found.length} explained`);
process.exitCode = found.length === 0 ? 0 : 1;
