import { desc, eq, lte } from "drizzle-orm";
import { marketplace, policies } from "@/db/schema/marketplace";
import { type Transaction, withScope } from "@/db/scope";
import type { EntryScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { PolicyContent } from "@/lib/policy/policy";
import { policyContentSchema } from "@/lib/policy/schema";

export type Policy = { readonly version: number; readonly content: PolicyContent };

/** Published versions never change, so each is parsed once per process. */
const parsed = new Map<number, Policy>();

/** The policy in force at an instant. */
export async function getPolicyAt(tx: Transaction, at: Instant): Promise<Policy> {
  const [row] = await tx
    .select({ version: policies.version })
    .from(policies)
    .where(lte(policies.effectiveFrom, at))
    .orderBy(desc(policies.effectiveFrom), desc(policies.version))
    .limit(1);
  if (!row) throw new Error(`No policy is in force at ${at}`);
  return getPolicy(tx, row.version);
}

export async function getPolicy(tx: Transaction, version: number): Promise<Policy> {
  const known = parsed.get(version);
  if (known) return known;
  const [row] = await tx.select({ content: policies.content }).from(policies).where(eq(policies.version, version));
  if (!row) throw new Error(`There is no policy version ${version}`);
  const policy = { version, content: policyContentSchema.parse(row.content) };
  parsed.set(version, policy);
  return policy;
}

export type NumberedPolicy = Policy & { readonly effectiveFrom: Instant };

/** The last version published, in force or to come: the one the next follows. */
export async function getLastPolicy(tx: Transaction): Promise<NumberedPolicy> {
  const [row] = await tx
    .select({ version: policies.version, effectiveFrom: policies.effectiveFrom })
    .from(policies)
    .orderBy(desc(policies.version))
    .limit(1);
  if (!row) throw new Error("There is no policy: run the migrations");
  return { ...row, content: (await getPolicy(tx, row.version)).content };
}

/** The operator's name, mediator, calendar and zone, as commands need them. */
export async function getMarketplace(tx: Transaction) {
  const [row] = await tx.select().from(marketplace).limit(1);
  if (!row) throw new Error("The marketplace has no row: run the migrations");
  return row;
}

/** What a claim received now would be ruled by: what a guide tells. */
export async function findPolicyInForce(scope: EntryScope, now: Instant): Promise<PolicyContent> {
  return (await withScope(scope, (tx) => getPolicyAt(tx, now))).content;
}

/** The periods a claim received now would be counted by. */
export async function findRulesInForce(scope: EntryScope, now: Instant) {
  return (await findPolicyInForce(scope, now)).deadlines.rules;
}
