import { defineConfig } from "vitest/config";

// Tests stand in tests/ beside this folder, mirroring the source; `tests/node_modules` links back here.
export default defineConfig({
  root: "..",
  test: {
    reporters: ["default"],
    // A project takes over nothing from here; its limits only end what would never end, on the busiest machine.
    projects: [
      // Units and the contract: plain Node, milliseconds.
      {
        test: {
          name: "unit",
          root: "..",
          include: ["tests/extension/**/*.test.{ts,tsx}", "tests/house/**/*.test.{ts,mjs}"],
          exclude: ["**/node_modules/**", "tests/extension/**/*.browser.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Pages: our modules on pages of LinkedIn, in the browsers' own DOM.
      {
        test: {
          name: "page",
          root: "..",
          include: ["tests/extension/**/*.browser.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // Stories: built extension, real host, real database, real browsers.
      {
        test: {
          name: "story",
          root: "..",
          include: ["tests/e2e/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
