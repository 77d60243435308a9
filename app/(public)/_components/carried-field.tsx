"use client";
import { firstText, useFieldState } from "@/app/_components/ui/form-state";

/** What the server put in its answer to be sent along with the corrected form. Empty the first time. */
export function CarriedField({ name }: { readonly name: string }) {
  const { typed } = useFieldState(name);
  return <input type="hidden" name={name} value={firstText(typed) ?? ""} />;
}
