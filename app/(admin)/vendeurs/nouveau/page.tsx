import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Breadcrumbs } from "@/app/_components/ui/breadcrumbs";
import { Card } from "@/app/_components/ui/card";
import { PageHeader } from "@/app/_components/ui/page-header";
import { requireAdminWrite } from "@/lib/server/session";
import { CreateSellerForm } from "../_components/create-seller-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.sellers"))("new") };
}

export default async function NewSellerPage() {
  const [t] = await Promise.all([getTranslations("admin.sellers"), requireAdminWrite()]);
  return (
    <>
      <PageHeader title={t("new")} breadcrumbs={<Breadcrumbs crumbs={[{ href: "/vendeurs", label: t("title") }]} />} />
      <Card className="max-w-2xl">
        <ClientMessages namespaces={["admin", "members"]}>
          <CreateSellerForm />
        </ClientMessages>
      </Card>
    </>
  );
}
