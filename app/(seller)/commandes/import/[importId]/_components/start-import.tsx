"use client";
import { ActionForm } from "@/app/_components/ui/action-form";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { startImportAction } from "../actions";

type Props = {
  readonly importId: string;
  readonly label: string;
  readonly reasons: Readonly<Record<string, string>>;
};

/** Hands the file to the worker; the page then shows how far it is. */
export function StartImport({ importId, label, reasons }: Props) {
  return (
    <ActionForm id="importer" action={startImportAction} reasons={reasons}>
      <input type="hidden" name="importId" value={importId} />
      <SubmitButton>{label}</SubmitButton>
    </ActionForm>
  );
}
