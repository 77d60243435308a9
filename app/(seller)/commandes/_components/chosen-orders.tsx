import { FileArchive, FilePlus2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/app/_components/client-messages";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { startChosenRunAction } from "../../factures/actions";
import { ChooseAll } from "./choose-all";

const REFUSALS = ["nothing_chosen", "already_running", "nothing_to_issue", "not_allowed", "no_invoice"] as const;

type Props = {
  /** Why the last choice came to nothing, as the address tells it. */
  readonly refusal: unknown;
  readonly back: string;
  readonly mayIssue: boolean;
  /** False for a list of orders without any. */
  readonly mayHaveInvoices: boolean;
  readonly children: ReactNode;
};

/** What is done with the orders ticked in the list: their invoices issued, or taken away as an archive. */
export async function ChosenOrders({ refusal, back, mayIssue, mayHaveInvoices, children }: Props) {
  const t = await getTranslations("orders.list.chosen");
  const reason = REFUSALS.find((one) => one === refusal);
  return (
    <form action="/api/factures/archive" className="grid gap-stack">
      {reason && (
        <Alert kind="warning" announce>
          {t(reason)}
        </Alert>
      )}
      <input type="hidden" name="retour" value={back} />
      <div className="flex flex-wrap items-center gap-2">
        <ClientMessages namespaces={["orders"]}>
          <ChooseAll />
        </ClientMessages>
        {mayIssue && (
          <SubmitButton variant="secondary" formAction={startChosenRunAction}>
            <FilePlus2 aria-hidden />
            {t("issue")}
          </SubmitButton>
        )}
        {mayHaveInvoices && (
          <Button type="submit" variant="secondary">
            <FileArchive aria-hidden />
            {t("archive")}
          </Button>
        )}
      </div>
      {children}
    </form>
  );
}
