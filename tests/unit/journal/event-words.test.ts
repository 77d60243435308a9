import { expect, test } from "vitest";
import en from "@/lib/i18n/messages/en.json";
import fr from "@/lib/i18n/messages/fr.json";
import { EVENT_TYPES } from "@/lib/journal/event";

test.each([
  { language: "French", messages: fr },
  { language: "English", messages: en },
])("every kind of event has its words in $language", ({ messages }) => {
  const words: Record<string, string> = messages.journal.types;
  expect(EVENT_TYPES.filter((type) => !words[type])).toEqual([]);
});
