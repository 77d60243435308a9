import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { MessageNamespace } from "@/lib/i18n/messages";

type Props = {
  /** Namespaces that client components below use, beside "ui". Each is sent to the browser whole. */
  readonly namespaces?: readonly MessageNamespace[];
  readonly children: ReactNode;
};

/**
 * Sends a client component the words it needs and no others: the customer's page must stay light.
 * The root layout sends "ui"; wrap a part of a page to add a namespace that its client components read.
 */
export async function ClientMessages({ namespaces = [], children }: Props) {
  const [locale, all] = await Promise.all([getLocale(), getMessages()]);
  const wanted = new Set<string>(["ui", ...namespaces]);
  const messages = Object.fromEntries(Object.entries(all).filter(([namespace]) => wanted.has(namespace)));
  return (
    <NextIntlClientProvider locale={locale} messages={messages} formats={null}>
      {children}
    </NextIntlClientProvider>
  );
}
