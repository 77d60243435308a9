import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/support/chromium.ts";

process.env.CHROMIUM_PATH ??= findChromium() ?? "";
if (!process.env.CHROMIUM_PATH)
  throw new Error("No Chromium starts here: `npm test` installs one, or set CHROMIUM_PATH.");

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "./tests/support/global/app.ts",
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_RESULTS
    ? [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_RESULTS }]]
    : [["list"]],
  use: {
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
