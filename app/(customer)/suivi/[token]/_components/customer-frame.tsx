import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CustomerShell } from "@/app/_components/customer-shell";
import type { CustomerSpace } from "@/db/queries/customer-space";
import { addressLine } from "./address-line";

type Props = { readonly space: CustomerSpace; readonly children: ReactNode };

/** The frame of the pages a link opens: the seller's phone or postal address is on each of them. */
export async function CustomerFrame({ space, children }: Props) {
  const t = await getTranslations("customer");
  return (
    <CustomerShell
      marketplaceName={space.marketplace.name}
      contact={<SellerContact space={space} />}
      footerLinks={[
        { href: `/retractation?commande=${encodeURIComponent(space.order.order.number)}`, label: t("footer.withdraw") },
        { href: "/confidentialite", label: t("footer.privacy") },
        { href: "/mentions-legales", label: t("footer.legal") },
        { href: "/accessibilite", label: t("footer.accessibility") },
      ]}
    >
      {/* Twice the text on a narrow phone leaves no room for a long word. */}
      <div className="wrap-anywhere">{children}</div>
    </CustomerShell>
  );
}

async function SellerContact({ space }: { readonly space: CustomerSpace }) {
  const t = await getTranslations("customer.contact");
  const { name, contact, legalIdentity } = space.seller;
  const phone = contact?.phone ?? legalIdentity?.phone;
  const postal = contact?.postalAddress ?? (legalIdentity && addressLine(legalIdentity.address));
  return (
    <>
      <p className="font-bold">{t("title", { seller: name })}</p>
      {phone && (
        <p>
          <a href={`tel:${phone.replace(/[^\d+]/g, "")}`} className="prose-link">
            {t("phone", { phone })}
          </a>
        </p>
      )}
      {postal && <p>{t("address", { address: postal })}</p>}
      {contact?.email && (
        <p>
          <a href={`mailto:${contact.email}`} className="prose-link">
            {t("email", { email: contact.email })}
          </a>
        </p>
      )}
      {!phone && !postal && <p>{t("address", { address: space.marketplace.postalAddress })}</p>}
    </>
  );
}
