import clsx from "clsx";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { OriginBadge } from "@/app/_components/origin-badge";
import type { Locale } from "@/lib/i18n/locale";
import { guideAddress } from "@/lib/policy/guide";
import type { SituationCell, SituationRow } from "@/lib/policy/situation-cells";

/** Written out because `display: block` on a phone takes its role away from a table in some browsers. */
const ROLES = { table: { role: "table" }, row: { role: "row" }, cell: { role: "cell" } } as const;

type TableProps = { readonly locale: Locale; readonly rows: readonly SituationRow[] };

/** The table of the seven situations; a product no longer wanted has a line for each phase. */
export async function SituationTable({ locale, rows }: TableProps) {
  const t = await getTranslations("situations");
  const headers = { when: t("when"), practices: t("practices") };
  return (
    <div className="md:rounded-lg md:border md:border-line md:bg-surface md:shadow-card">
      <table {...ROLES.table} className="w-full border-collapse text-start max-md:block">
        <caption className="sr-only">{t("title")}</caption>
        <thead className="max-md:sr-only">
          <tr className="border-b border-line-control text-sm text-ink-muted">
            <Heading className="w-[28%]">{t("situation")}</Heading>
            <Heading className="w-[30%]">{headers.when}</Heading>
            <Heading>{headers.practices}</Heading>
          </tr>
        </thead>
        <tbody className="max-md:block max-md:space-y-4">
          {rows.map((row) => (
            <Line
              key={row.code}
              row={row}
              locale={locale}
              headers={headers}
              phase={row.phase && t(`phases.${row.phase}`)}
              guide={t("guide")}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading({ children, className }: { readonly children: string; readonly className?: string }) {
  return (
    <th scope="col" className={clsx("px-4 py-2.5 text-start font-semibold", className)}>
      {children}
    </th>
  );
}

type LineProps = {
  readonly row: SituationRow;
  readonly locale: Locale;
  readonly headers: { readonly when: string; readonly practices: string };
  readonly phase: string | undefined;
  readonly guide: string;
};

function Line({ row, locale, headers, phase, guide }: LineProps) {
  return (
    <tr
      {...ROLES.row}
      id={row.code}
      className="border-t border-line align-top first:border-t-0 max-md:block max-md:rounded-lg max-md:border max-md:bg-surface max-md:p-4 max-md:shadow-card break-inside-avoid first:max-md:border-t"
    >
      <th scope="row" className="px-4 py-4 text-start font-bold max-md:block max-md:px-0 max-md:py-0">
        <span className="tabular block text-sm text-accent-ink">{row.code}</span>
        {row.title[locale]}
        {phase && <span className="block text-sm font-normal text-ink-muted">{phase}</span>}
        <Link
          href={guideAddress(row.situation)}
          className="no-print prose-link mt-1 flex min-h-6 w-fit items-center text-sm font-normal"
          aria-label={`${guide} ${row.code}`}
        >
          {guide}
        </Link>
      </th>
      <Cells label={headers.when} cells={row.when} locale={locale} />
      <Cells label={headers.practices} cells={row.practices} locale={locale} link={row.link} />
    </tr>
  );
}

type CellsProps = {
  readonly label: string;
  readonly cells: readonly SituationCell[];
  readonly locale: Locale;
  readonly link?: SituationRow["link"];
};

function Cells({ label, cells, locale, link }: CellsProps) {
  return (
    <td
      {...ROLES.cell}
      className={clsx(
        "px-4 py-4 max-md:block max-md:px-0 max-md:pt-3 max-md:pb-0",
        cells.length === 0 && "max-md:hidden",
      )}
    >
      <span aria-hidden className="mb-1 block text-sm font-semibold text-ink-muted md:hidden">
        {label}
      </span>
      <ul className="space-y-3">
        {cells.map((cell) => (
          <li key={cell.text.fr}>
            <span className="mb-1 block">{cell.text[locale]}</span>
            <OriginBadge origin={cell.origin} />
          </li>
        ))}
      </ul>
      {link && (
        <a href={link.href} className="prose-link mt-2 inline-block min-h-6" rel="noreferrer">
          {link.text[locale]}
        </a>
      )}
    </td>
  );
}
