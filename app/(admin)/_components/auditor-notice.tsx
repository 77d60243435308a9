import { getTranslations } from "next-intl/server";
import { Alert } from "@/app/_components/ui/alert";
import { mayAdministerMarketplace } from "@/lib/auth/permissions";
import type { AdminScope } from "@/lib/auth/scope";

/** Tells an auditor why there is nothing to press. */
export async function AuditorNotice({ scope }: { readonly scope: AdminScope }) {
  const t = await getTranslations("admin");
  return mayAdministerMarketplace(scope) ? null : <Alert className="mb-stack">{t("read_only")}</Alert>;
}
