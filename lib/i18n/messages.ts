import type { Locale } from "./locale";
import en from "./messages/en.json";
import fr from "./messages/fr.json";

export type Messages = typeof fr;
export type MessageNamespace = keyof Messages;

/** Every word on screen. English is held to the keys of French: a missing one does not compile. */
export const MESSAGES: Readonly<Record<Locale, Messages>> = { fr, en };

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
