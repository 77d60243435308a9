"use server";
import { revalidatePath } from "next/cache";
import { createApiKey, revokeApiKey } from "@/db/commands/api-keys";
import { createApiKeySchema, revokeApiKeySchema } from "@/lib/auth/schema";
import { sellerAction } from "@/lib/server/seller-action";

export const createKeyAction = sellerAction(createApiKeySchema, async ({ label }, { scope, now }) => {
  const outcome = await createApiKey(scope, label, now);
  revalidatePath("/reglages/cles-api");
  return outcome;
});

export const revokeKeyAction = sellerAction(revokeApiKeySchema, async ({ keyId }, { scope, now }) => {
  const outcome = await revokeApiKey(scope, keyId, now);
  revalidatePath("/reglages/cles-api");
  return outcome;
});
