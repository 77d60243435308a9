import { Search, Upload } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageHeader } from "@/app/_components/ui/page-header";
import { Pagination } from "@/app/_components/ui/pagination";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { Tabs } from "@/app/_components/ui/tabs";
import { TextField } from "@/app/_components/ui/text-field";
import { listOrders } from "@/db/queries/orders";
import { mayHandleClaims } from "@/lib/claims/permissions";
import { mayImportOrders } from "@/lib/orders/permissions";
import { requireSeller } from "@/lib/server/session";
import { ChosenOrders } from "./_components/chosen-orders";
import { filterOf, ordersHref, pageOf, readOrderSearch, type SearchParams } from "./_components/order-search";
import { OrderTable } from "./_components/order-table";
import { OrdersEmpty } from "./_components/orders-empty";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders.list"))("title") };
}

export default async function OrdersPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const scope = await requireSeller();
  const params = await searchParams;
  const search = readOrderSearch(params);
  const [t, rows] = await Promise.all([getTranslations("orders.list"), listOrders(scope, filterOf(search))]);
  const { shown, last } = pageOf(rows, search);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          mayImportOrders(scope) && (
            <LinkButton href="/commandes/import" variant="secondary">
              <Upload aria-hidden />
              {t("import")}
            </LinkButton>
          )
        }
      />
      <Tabs
        label={t("views")}
        tabs={[
          { href: ordersHref({ q: search.q }), label: t("all"), isCurrent: !search.facture },
          { href: ordersHref({ q: search.q, facture: "sans" }), label: t("uninvoiced"), isCurrent: !!search.facture },
        ]}
      />
      <search>
        <form action="/commandes" className="mb-stack grid items-end gap-3 sm:grid-cols-[minmax(0,28rem)_auto_1fr]">
          <TextField
            key={search.q}
            type="search"
            name="q"
            label={t("search")}
            defaultValue={search.q}
            placeholder={t("search_example")}
            maxLength={200}
            hideOptional
          />
          {search.facture && <input type="hidden" name="facture" value={search.facture} />}
          <div className="flex flex-wrap gap-2">
            <SubmitButton variant="secondary">
              <Search aria-hidden />
              {t("apply")}
            </SubmitButton>
            {search.q && (
              <LinkButton href="/commandes" variant="quiet">
                {t("reset")}
              </LinkButton>
            )}
          </div>
        </form>
      </search>
      {shown.length > 0 ? (
        <ChosenOrders
          refusal={params.emission}
          back={ordersHref(search)}
          mayIssue={mayHandleClaims(scope)}
          mayHaveInvoices={!search.facture}
        >
          <OrderTable orders={shown} />
        </ChosenOrders>
      ) : (
        <OrdersEmpty reason={search.q || search.apres || search.facture ? "no_match" : "none_yet"} />
      )}
      {search.apres && (
        <LinkButton href={ordersHref(search)} variant="quiet" className="mt-stack">
          {t("back_to_start")}
        </LinkButton>
      )}
      <Pagination label={t("title")} nextHref={last && ordersHref(search, last)} />
    </>
  );
}
