"use server";
import { z } from "zod";
import { type ActionState, fieldCodes, refusedState } from "@/lib/server/action-state";

const sample = z.object({
  solution: z.string(),
  street: z.string().trim().min(1),
  postcode: z.string().trim().min(1),
  email: z.union([z.literal(""), z.email()]),
  carrier: z.string().min(1, { error: "invalid_choice" }),
  until: z.iso.date(),
});

/** Checks the sample form of the development page, and keeps nothing. */
export async function sampleAction(_previous: unknown, form: FormData): Promise<ActionState<null, "invalid">> {
  const parsed = sample.safeParse(Object.fromEntries(form));
  if (parsed.success) return { status: "done", value: null };
  return refusedState({ ok: false, reason: "invalid", fields: fieldCodes(parsed.error) }, form, ["secret"]);
}
