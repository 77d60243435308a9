import { type BrowserContext, type BrowserContextOptions, test as base } from "@playwright/test";
import { type Demo, readDemo } from "./demo.ts";

export { expect } from "@playwright/test";

type Fixtures = {
  /** Console errors a test provokes on purpose, as a 404 it visits: `test.use({ expectedErrors: [/404/] })`. */
  readonly expectedErrors: readonly RegExp[];
  readonly demo: Demo;
  /** A second visitor with cookies of its own, watched like the first. */
  readonly openContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  readonly consoleErrors: string[];
};

/** Browser tests fail on any error in the browser's console, and on any exception in a page. */
export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function wants from this pattern.
  baseURL: async ({}, use) => use(process.env.E2E_BASE_URL),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function wants from this pattern.
  demo: async ({}, use) => use(readDemo()),

  consoleErrors: [
    async ({ expectedErrors }, use) => {
      const errors: string[] = [];
      await use(errors);
      const unexpected = errors.filter((error) => !expectedErrors.some((pattern) => pattern.test(error)));
      if (unexpected.length > 0) throw new Error(`Errors in the browser's console:\n${unexpected.join("\n")}`);
    },
    { auto: true },
  ],

  context: async ({ context, consoleErrors }, use) => {
    watch(context, consoleErrors);
    await use(context);
  },

  openContext: async ({ browser, baseURL, locale, timezoneId, consoleErrors }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const shared = { ...(baseURL && { baseURL }), ...(locale && { locale }), ...(timezoneId && { timezoneId }) };
      const context = await browser.newContext({ ...shared, ...options });
      watch(context, consoleErrors);
      opened.push(context);
      return context;
    });
    for (const context of opened) await context.close();
  },
});

function watch(context: BrowserContext, errors: string[]) {
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => errors.push(String(error.error())));
}
