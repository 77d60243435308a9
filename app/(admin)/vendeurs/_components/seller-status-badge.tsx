import { getTranslations } from "next-intl/server";
import { StatusBadge } from "@/app/_components/ui/badge";
import type { SellerStatus } from "@/lib/sellers/seller";

const TONES = { invited: "info", active: "fine", suspended: "late" } as const satisfies Record<SellerStatus, string>;

export async function SellerStatusBadge({ status }: { readonly status: SellerStatus }) {
  const t = await getTranslations("admin.sellers.statuses");
  return <StatusBadge tone={TONES[status]}>{t(status)}</StatusBadge>;
}
