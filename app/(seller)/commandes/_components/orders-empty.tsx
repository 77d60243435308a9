import { Package, SearchX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { LinkButton } from "@/app/_components/ui/link-button";

/** Nothing matches, or nothing was ever imported. */
export async function OrdersEmpty({ reason }: { readonly reason: "no_match" | "none_yet" }) {
  const t = await getTranslations(`orders.list.${reason}`);
  return (
    <EmptyState
      icon={reason === "no_match" ? SearchX : Package}
      title={t("title")}
      actions={
        <LinkButton href={reason === "no_match" ? "/commandes" : "/commandes/import"} variant="secondary">
          {t("action")}
        </LinkButton>
      }
    >
      <p>{t("text")}</p>
    </EmptyState>
  );
}
