import { startApp } from "../running-app.ts";

/**
 * The product every browser test uses, with the demo marketplace. E2E_BASE_URL
 * names one that runs already, for work on a test.
 */
export default async function setup() {
  if (process.env.E2E_BASE_URL) {
    if (!process.env.E2E_DATA_DIR) throw new Error("E2E_BASE_URL also needs E2E_DATA_DIR, where demo.json lies.");
    return;
  }
  const app = await startApp();
  process.env.E2E_BASE_URL = app.baseUrl;
  process.env.E2E_DATA_DIR = app.dataDir;
  return async () => {
    await app.stop();
    app.remove();
  };
}
