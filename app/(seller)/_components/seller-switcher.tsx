import { Check, ChevronsUpDown } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Menu } from "@/app/_components/ui/menu";
import { switchSellerAction } from "@/app/(auth)/session-actions";
import type { Membership } from "@/db/queries/sessions";

type Props = { readonly current: Membership; readonly sellers: readonly Membership[] };

/** Another of one's sellers, by one press of a plain form; nothing for those who have one seller. */
export async function SellerSwitcher({ current, sellers }: Props) {
  const t = await getTranslations("settings.switcher");
  if (sellers.length < 2) return null;
  return (
    <Menu
      className="on-band"
      panelClassName="end-0 top-full mt-1.5 w-72"
      summaryClassName="flex min-h-11 items-center gap-1.5 rounded-md px-2 text-on-band hover:bg-band-strong"
      summary={
        <>
          <span className="max-w-40 truncate font-semibold max-md:sr-only">{t("choose")}</span>
          <ChevronsUpDown aria-hidden className="size-5" />
        </>
      }
    >
      <form action={switchSellerAction}>
        <ul>
          {sellers.map((seller) => (
            <li key={seller.sellerId}>
              <button
                type="submit"
                name="sellerId"
                value={seller.sellerId}
                aria-current={seller.sellerId === current.sellerId ? "true" : undefined}
                className="flex min-h-11 w-full items-center justify-between gap-2 rounded-sm px-2 text-start hover:bg-primary-soft aria-[current]:font-bold"
              >
                {seller.name}
                {seller.sellerId === current.sellerId && <Check aria-hidden className="size-5 shrink-0 text-primary" />}
              </button>
            </li>
          ))}
        </ul>
      </form>
    </Menu>
  );
}
