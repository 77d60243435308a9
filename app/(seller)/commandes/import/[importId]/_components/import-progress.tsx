import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_components/client-messages";
import { Section } from "@/app/_components/ui/card";
import { LiveProgress } from "./live-progress";

type Props = { readonly importId: string; readonly done: number; readonly total: number };

/** How far the import is: asked for by script, or by loading the page again where there is none. */
export async function ImportProgress(props: Props) {
  const t = await getTranslations("import.progress");
  return (
    <Section id="progression" title={t("title")}>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <ClientMessages namespaces={["import"]}>
        <LiveProgress {...props} />
      </ClientMessages>
      <p className="mt-2 text-ink-muted">{t("leave")}</p>
    </Section>
  );
}
