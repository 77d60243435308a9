import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";

const RESULTS = ["opened", "joined", "already_recorded"] as const;

/** What became of a claim just recorded by hand (`?saisie=`). */
export async function RecordedNotice({ result }: { readonly result: unknown }) {
  const t = await getTranslations("claim.record.results");
  const known = RESULTS.find((one) => one === result);
  if (!known) return null;
  return (
    <Alert kind="success" announce className="mb-stack">
      {t(known)}
    </Alert>
  );
}
