"use server";
import { revalidatePath } from "next/cache";
import { createApiKey, revokeApiKey, rotateApiKey } from "@/db/commands/api-keys";
import { changeMarketplace } from "@/db/commands/marketplace";
import { createApiKeySchema, revokeApiKeySchema, rotateApiKeySchema } from "@/lib/auth/schema";
import { marketplaceSchema } from "@/lib/sellers/marketplace-schema";
import { mediatorOf } from "@/lib/sellers/schema";
import { adminAction } from "@/lib/server/admin-action";

export const changeMarketplaceAction = adminAction(marketplaceSchema, async (input, { scope, now }) => {
  const { mediatorName: _name, mediatorAddress: _address, mediatorWebsite: _website, ...identity } = input;
  const outcome = await changeMarketplace(scope, { ...identity, mediator: mediatorOf(input) }, now);
  revalidatePath("/place-de-marche");
  return outcome;
});

export const createOperatorKeyAction = adminAction(createApiKeySchema, async (key, { scope, now }) => {
  const outcome = await createApiKey(scope, key, now);
  revalidatePath("/place-de-marche");
  return outcome;
});

export const revokeOperatorKeyAction = adminAction(revokeApiKeySchema, async ({ keyId }, { scope, now }) => {
  const outcome = await revokeApiKey(scope, keyId, now);
  revalidatePath("/place-de-marche");
  return outcome;
});

export const rotateOperatorKeyAction = adminAction(rotateApiKeySchema, async (input, { scope, now }) => {
  const outcome = await rotateApiKey(scope, input, now);
  revalidatePath("/place-de-marche");
  return outcome;
});
