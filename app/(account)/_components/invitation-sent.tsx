"use client";
import { useTranslations } from "next-intl";
import { ShowOnce } from "./show-once";

/** What became of an invitation: mailed, or a link to pass on by hand when there is no mail server. */
export function InvitationSent({ email, url }: { readonly email: string; readonly url?: string | undefined }) {
  const t = useTranslations("members.invite");
  return url ? <ShowOnce words={t("kept", { email })} secret={url} /> : t("sent", { email });
}
