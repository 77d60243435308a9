/** The directions of the house (ARCHITECTURE.md): what is not allowed here is forbidden. */
const DOMAINS =
  "^lib/(calendar|deadlines|claims|orders|sellers|replies|evidence|carriers|invoices|messages|notifications|money|policy|journal|compliance|auth)/";

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "nothing-imports-app", severity: "error", from: { pathNot: "^(app|tests)/" }, to: { path: "^app/" } },
    {
      name: "domain-imports-domain-only",
      comment: "A domain is pure: other domains, lib/outcome and zod.",
      severity: "error",
      from: { path: DOMAINS },
      to: { path: "^(lib|db|app|scripts)/", pathNot: [DOMAINS, "^lib/outcome\\.ts$"] },
    },
    {
      name: "domain-npm",
      severity: "error",
      from: { path: DOMAINS, pathNot: "^lib/calendar/" },
      to: {
        dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "core"],
        pathNot: "^(node_modules/zod/|node:crypto$|crypto$)",
      },
    },
    {
      name: "calendar-npm",
      severity: "error",
      from: { path: "^lib/calendar/" },
      to: {
        dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "core"],
        pathNot: "^node_modules/(zod|date-holidays|temporal-polyfill)/",
      },
    },
    {
      name: "db-imports-domain-only",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^(lib/(server|i18n)|app|scripts)/" },
    },
    {
      name: "db-npm",
      severity: "error",
      from: { path: "^db/", pathNot: "^db/migrate\\.ts$" },
      to: {
        dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer"],
        pathNot: "^node_modules/(drizzle-orm|postgres|zod|uuidv7)/",
      },
    },
    {
      name: "migrator-npm",
      comment: "The migrator also makes the job queue's tables.",
      severity: "error",
      from: { path: "^db/migrate\\.ts$" },
      to: {
        dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer"],
        pathNot: "^node_modules/(drizzle-orm|postgres|graphile-worker)/",
      },
    },
    {
      name: "server-not-db-internals",
      comment: "lib/server uses queries and commands, never a table.",
      severity: "error",
      from: { path: "^lib/server/" },
      to: { path: "^(db/schema/|app/)" },
    },
    {
      name: "app-never-sees-a-table",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^(db/(schema/|client)|node_modules/(drizzle-orm|postgres)/)" },
    },
    {
      name: "drizzle-only-in-db",
      severity: "error",
      from: { pathNot: "^(db/|tests/|scripts/|drizzle\\.config)" },
      to: { path: "^node_modules/(drizzle-orm|postgres)/" },
    },
    { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    { name: "no-test-in-product", severity: "error", from: { pathNot: "^tests/" }, to: { path: "^tests/" } },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.next|\\.data" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
