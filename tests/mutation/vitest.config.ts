import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests a mutant must answer to: those of the engine that run in one process and decide quickly. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  resolve: { alias: { "@": fileURLToPath(new URL("../..", import.meta.url)) } },
  test: {
    include: [
      "tests/unit/calendar/**/*.test.ts",
      "tests/unit/deadlines/**/*.test.ts",
      "tests/unit/claims/withdrawal-phase.test.ts",
    ],
    exclude: ["tests/unit/deadlines/properties.test.ts", "tests/unit/deadlines/naive-algorithms.test.ts"],
    testNamePattern: /^(?!.*(with TZ=|^the command))/,
  },
});
