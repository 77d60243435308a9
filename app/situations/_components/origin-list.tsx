import { OriginBadge } from "@/app/_components/origin-badge";
import type { Locale } from "@/lib/i18n/locale";
import type { SituationCell } from "@/lib/policy/situation-cells";

type Props = { readonly cells: readonly SituationCell[]; readonly locale: Locale };

/** Sentences of the table, each with where it comes from. */
export function OriginList({ cells, locale }: Props) {
  return (
    <ul className="space-y-3">
      {cells.map((cell) => (
        <li key={cell.text.fr}>
          <span className="mb-1 block">{cell.text[locale]}</span>
          <OriginBadge origin={cell.origin} />
        </li>
      ))}
    </ul>
  );
}
