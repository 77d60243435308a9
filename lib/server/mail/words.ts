import { createFormatter, createTranslator } from "next-intl";
import { env } from "@/lib/env";
import { type Locale, localeFrom } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";
import { LINK_PLACEHOLDER, type MailContent, type MailValue, type NoticeLine } from "@/lib/notifications/mail-content";
import { NOTICE_KINDS } from "@/lib/notifications/notice-kind";
import { type OrderChoice, orderChoicePlaceholder } from "@/lib/notifications/order-choice";
import { ACCOUNT_LINK_PLACEHOLDER, LINK_CODE_PLACEHOLDER, withoutPlaceholders } from "@/lib/notifications/placeholder";

type Rendered = { readonly subject: string; readonly bodyText: string };

/**
 * Subject and body of a mail in its recipient's language. Links stay placeholders.
 *
 * Beside its own values every template may use `marketplace`, `baseUrl`, `customerLink`, `accountLink` and `code`.
 * A template whose words or values are missing throws: a mail with a hole in it must not leave.
 */
export function mailWords(
  mail: MailContent & { readonly locale: string; readonly replyTo?: string | null },
  common: { readonly marketplace: string; readonly baseUrl: string },
): Rendered {
  const locale = localeFrom(mail.locale);
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "mail", onError: fail });
  const own = Object.entries(mail.values).map(([name, value]) => [name, formatted(value, locale)]);
  const values = {
    ...common,
    ...Object.fromEntries(own),
    customerLink: LINK_PLACEHOLDER,
    accountLink: ACCOUNT_LINK_PLACEHOLDER,
    code: LINK_CODE_PLACEHOLDER,
  };
  const subject = t(`${mail.template}.subject`, values).replace(/\s+/g, " ");
  const answered = mail.replyTo ? [t("reply_works", { email: withoutPlaceholders(mail.replyTo) })] : [];
  const bodyText = [t(`${mail.template}.body`, values), ...answered, t("signature", values)].join("\n\n");
  return { subject, bodyText: `${bodyText}\n` };
}

function formatted(value: MailValue, locale: Locale): string | number {
  if (typeof value === "number") return value;
  if (typeof value === "string") return withoutPlaceholders(value);
  if ("day" in value) {
    return createFormatter({ locale, timeZone: "UTC" }).dateTime(new Date(`${value.day}T00:00:00Z`), {
      dateStyle: "full",
    });
  }
  if ("measure" in value) return MESSAGES[locale].alerts.measures[value.measure];
  if ("effect" in value) return MESSAGES[locale].alerts.effects[value.effect];
  if ("appeal" in value) return MESSAGES[locale].alerts.outcomes[value.appeal];
  if ("clock" in value) return MESSAGES[locale].clock.kinds[value.clock];
  if ("remedy" in value) return MESSAGES[locale].solutions.remedies[value.remedy];
  if ("fileRefusal" in value) return MESSAGES[locale].upload.reasons[value.fileRefusal];
  if ("promise" in value) return MESSAGES[locale].claim.commitments.kinds[value.promise];
  if ("notices" in value) return noticeLines(value.notices, locale);
  if ("choices" in value) return choiceLines(value.choices, locale);
  return createFormatter({ locale, timeZone: value.zone }).dateTime(new Date(value.instant), {
    dateStyle: "full",
    timeStyle: "short",
  });
}

/** The news of a digest, kind by kind, each with the address of its claim. */
function noticeLines(notices: readonly NoticeLine[], locale: Locale): string {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "mail", onError: fail });
  return NOTICE_KINDS.filter((kind) => notices.some((notice) => notice.kind === kind))
    .map((kind) => {
      const lines = notices
        .filter((notice) => notice.kind === kind)
        .map(({ template, values, claimId }) => {
          const own = Object.entries(values).map(([name, value]) => [name, formatted(value, locale)]);
          return `– ${t(`${template}.subject`, Object.fromEntries(own))}\n${env().BASE_URL}/reclamations/${claimId}`;
        });
      return [t(`digest_kinds.${kind}`), ...lines].join("\n");
    })
    .join("\n\n");
}

/** One order a paragraph, each with its own address. */
function choiceLines(choices: readonly OrderChoice[], locale: Locale): string {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "mail.claim_links", onError: fail });
  return choices
    .map((choice) =>
      t("choice", {
        seller: withoutPlaceholders(choice.seller),
        day: formatted({ day: choice.placedOn }, locale),
        link: orderChoicePlaceholder(choice),
      }),
    )
    .join("\n\n");
}

function fail(error: Error): never {
  throw error;
}
