import { createTranslator } from "next-intl";
import type { Locale } from "./locale";
import { MESSAGES } from "./messages";

/** Words outside a request: mail, documents, the worker. Keys are the full path ("mail.link.subject"). */
export function translatorFor(locale: Locale) {
  return createTranslator({ locale, messages: MESSAGES[locale] });
}
