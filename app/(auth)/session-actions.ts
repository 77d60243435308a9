"use server";
import { redirect } from "next/navigation";
import { switchSeller } from "@/db/commands/sessions";
import { switchSellerSchema } from "@/lib/auth/schema";
import { currentTime } from "@/lib/server/clock";
import { entryScope } from "@/lib/server/scope";
import { currentViewer, endSession } from "@/lib/server/session";

export async function signOutAction(): Promise<void> {
  await endSession(currentTime());
  redirect("/connexion?etat=deconnecte");
}

/** Work for another of one's sellers, from its first page on: what was open belonged to the other one. */
export async function switchSellerAction(form: FormData): Promise<void> {
  const viewer = await currentViewer();
  if (!viewer) redirect("/connexion");
  const parsed = switchSellerSchema.safeParse(Object.fromEntries(form));
  if (parsed.success) await switchSeller(entryScope(), { ...viewer, ...parsed.data });
  redirect("/reclamations");
}
