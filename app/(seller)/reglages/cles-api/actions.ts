"use server";
import { revalidatePath } from "next/cache";
import { createApiKey, revokeApiKey, rotateApiKey } from "@/db/commands/api-keys";
import { createApiKeySchema, revokeApiKeySchema, rotateApiKeySchema } from "@/lib/auth/schema";
import { sellerAction } from "@/lib/server/seller-action";

export const createKeyAction = sellerAction(createApiKeySchema, async (key, { scope, now }) => {
  const outcome = await createApiKey(scope, key, now);
  revalidatePath("/reglages/cles-api");
  return outcome;
});

export const revokeKeyAction = sellerAction(revokeApiKeySchema, async ({ keyId }, { scope, now }) => {
  const outcome = await revokeApiKey(scope, keyId, now);
  revalidatePath("/reglages/cles-api");
  return outcome;
});

export const rotateKeyAction = sellerAction(rotateApiKeySchema, async (input, { scope, now }) => {
  const outcome = await rotateApiKey(scope, input, now);
  revalidatePath("/reglages/cles-api");
  return outcome;
});
