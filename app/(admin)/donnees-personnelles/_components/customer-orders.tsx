import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Button } from "@/app/_components/ui/button";
import { Section } from "@/app/_components/ui/card";
import { CheckboxField } from "@/app/_components/ui/choice-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { Table } from "@/app/_components/ui/table";
import { TextField } from "@/app/_components/ui/text-field";
import type { CustomerOrder } from "@/db/queries/customer-data";
import { localDay, type ZoneId } from "@/lib/calendar/zone";
import { formatDay } from "@/lib/i18n/format";
import { eraseCustomerAction } from "../actions";

type Props = {
  readonly orderId: string;
  readonly orders: readonly CustomerOrder[];
  readonly zone: ZoneId;
  readonly mayWrite: boolean;
};

/** A customer's orders, what is kept of them, and the two things they may ask for. */
export async function CustomerOrders({ orderId, orders, zone, mayWrite }: Props) {
  const [t, states, locale] = await Promise.all([
    getTranslations("privacy.customer"),
    getTranslations("claim.states"),
    getLocale(),
  ]);
  const open = orders.flatMap(({ claims }) => claims).filter(({ state }) => state !== "closed");
  return (
    <>
      <Section id="commandes" title={t("orders", { count: orders.length })} lead={t("orders_lead")}>
        <Table
          caption={t("table")}
          hideCaption
          rows={orders}
          rowKey={({ order }) => order.id}
          columns={[
            { key: "number", header: t("number"), isRowHeader: true, cell: ({ order }) => order.number },
            { key: "seller", header: t("seller"), cell: ({ seller }) => seller },
            {
              key: "placed",
              header: t("placed"),
              cell: ({ order }) => formatDay(localDay(order.placedAt, zone), locale, "short"),
            },
            {
              key: "claims",
              header: t("claims"),
              cell: ({ claims }) =>
                claims.length === 0 ? (
                  "–"
                ) : (
                  <ul>
                    {claims.map(({ id, reference, state }) => (
                      <li key={id}>
                        <a className="prose-link" href={`/conformite/reclamations/${id}`}>
                          {reference}
                        </a>{" "}
                        – {states(state)}
                      </li>
                    ))}
                  </ul>
                ),
            },
            { key: "invoices", header: t("invoices"), cell: ({ invoices }) => invoices.join(", ") || "–" },
          ]}
        />
      </Section>
      {mayWrite && (
        <>
          <Section id="exporter" title={t("export")} lead={t("export_lead")}>
            <form action="/api/donnees-personnelles" method="post">
              <input type="hidden" name="orderId" value={orderId} />
              <Button type="submit" variant="secondary">
                {t("export_submit")}
              </Button>
            </form>
          </Section>
          <Section id="effacer" title={t("erase")} lead={t("erase_lead")}>
            {open.length > 0 ? <p>{t("open_claims", { count: open.length })}</p> : <EraseForm orderId={orderId} />}
          </Section>
        </>
      )}
    </>
  );
}

async function EraseForm({ orderId }: { readonly orderId: string }) {
  const t = await getTranslations("privacy.customer");
  return (
    <ActionForm
      id="form-effacer"
      action={eraseCustomerAction}
      labels={{ ground: t("ground"), confirm: t("confirm") }}
      reasons={{
        customer_not_found: t("reasons.customer_not_found"),
        open_claims: t("reasons.open_claims"),
        in_dispute: t("reasons.in_dispute"),
      }}
      sentences={{ confirm: t("confirm_missing") }}
      done={t("erased")}
      className="grid gap-stack"
    >
      <input type="hidden" name="orderId" value={orderId} />
      <TextField name="ground" label={t("ground")} hint={t("ground_hint")} maxLength={300} required />
      <CheckboxField name="confirm" value="yes" label={t("confirm")} />
      <div>
        <SubmitButton variant="danger">{t("erase_submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
