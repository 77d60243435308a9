import { Lock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { OriginBadge } from "@/app/_components/origin-badge";
import { Section } from "@/app/_components/ui/card";
import { DescriptionList } from "@/app/_components/ui/description-list";
import { Table } from "@/app/_components/ui/table";
import { DEADLINE_KINDS, type DeadlineKind } from "@/lib/deadlines/rule";
import { lengthInWords, START_WORDS } from "@/lib/deadlines/rule-words";
import { isEditable } from "@/lib/policy/draft";
import type { PolicyContent } from "@/lib/policy/policy";
import { thresholdsOf } from "@/lib/policy/rules";
import { WAIVABLE_DEMANDS } from "@/lib/replies/demand";
import { thresholdWords } from "./change-words";

/** All a version says, each with its origin; what the law sets carries a lock. */
export function PolicyContentSections({ content }: { readonly content: PolicyContent }) {
  const t = useTranslations("policy.content");
  const demands = useTranslations("policy.demands");
  const measures = useTranslations("alerts.measures");
  const locale = useLocale();
  const waived = content.waivedDemands ?? [];
  const thresholds = thresholdsOf(content);
  return (
    <>
      <PeriodTable content={content} />
      <Section id="elements" title={t("demands")} lead={t("demands_lead")}>
        <ul className="list-disc space-y-1 ps-5">
          {WAIVABLE_DEMANDS.map((code) => (
            <li key={code}>
              {demands(code)} – <strong>{waived.includes(code) ? t("waived") : t("required")}</strong>
            </li>
          ))}
        </ul>
        <p className="mt-3">
          <a className="prose-link" href="/situations">
            {t("situations")}
          </a>
        </p>
      </Section>
      <Section id="seuils" title={t("thresholds")}>
        {thresholds.length === 0 ? (
          <p className="text-ink-muted">{t("no_threshold")}</p>
        ) : (
          <DescriptionList
            facts={thresholds.map((one) => ({ term: measures(one.measure), value: thresholdWords(one, locale) }))}
          />
        )}
      </Section>
      <Section id="durees" title={t("numbers")}>
        <DescriptionList
          facts={[
            { term: t("silent"), value: t("days", { days: content.closeAfterSilentDays }) },
            { term: t("link"), value: t("days", { days: content.linkDaysAfterClosure }) },
          ]}
        />
      </Section>
    </>
  );
}

function PeriodTable({ content }: { readonly content: PolicyContent }) {
  const t = useTranslations("policy.content");
  const kinds = useTranslations("clock.kinds");
  const locale = useLocale();
  const rule = (kind: DeadlineKind) => content.deadlines.rules[kind];
  return (
    <Section id="delais" title={t("periods")} lead={t("locked")}>
      <Table
        caption={t("periods_table")}
        hideCaption
        rows={DEADLINE_KINDS}
        rowKey={(kind) => kind}
        columns={[
          { key: "period", header: t("period"), isRowHeader: true, cell: (kind) => kinds(kind) },
          {
            key: "length",
            header: t("length"),
            cell: (kind) => {
              const { length, unit } = rule(kind);
              return length === null ? t("given") : <strong>{lengthInWords(length, unit, locale)}</strong>;
            },
          },
          { key: "starts", header: t("starts"), cell: (kind) => START_WORDS[rule(kind).starts][locale] },
          { key: "turn", header: t("turn"), cell: (kind) => t(rule(kind).whoseTurn) },
          {
            key: "origin",
            header: t("origin"),
            cell: (kind) => (
              <span className="inline-flex items-center gap-1.5">
                <OriginBadge origin={rule(kind).origin} />
                {!isEditable(rule(kind)) && <Lock aria-hidden className="size-4 text-ink-muted" />}
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}
