import clsx from "clsx";
import type { ReactNode } from "react";

export type Column<Row> = {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers and amounts stand at the end of their cell, in tabular figures. */
  readonly align?: "start" | "end";
  /** The cell that names the row (read as its header); one per table. */
  readonly isRowHeader?: boolean;
};

type Props<Row> = {
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly empty?: ReactNode;
  /** On a phone each row becomes a card; `scroll` keeps the table and lets it slide (figures side by side). */
  readonly narrow?: "cards" | "scroll";
};

/** Written out because `display: block` takes its role away from a table in some browsers. */
const ROLES = { table: { role: "table" }, row: { role: "row" }, cell: { role: "cell" } } as const;

/** A table of facts; on a phone, one card for each row. */
export function Table<Row>({
  caption,
  hideCaption = false,
  columns,
  rows,
  rowKey,
  empty,
  narrow = "cards",
}: Props<Row>) {
  if (rows.length === 0 && empty) return empty;
  const cards = narrow === "cards";
  return (
    <section
      aria-label={caption}
      tabIndex={cards ? undefined : 0}
      className={clsx(
        "relative rounded-lg border border-line bg-surface shadow-card",
        cards ? "max-md:border-0 max-md:bg-transparent max-md:shadow-none" : "overflow-x-auto",
      )}
    >
      <table {...ROLES.table} className={clsx("w-full border-collapse text-start", cards && "max-md:block")}>
        <caption className={hideCaption ? "sr-only" : "p-cell text-start font-bold"}>{caption}</caption>
        <thead className={clsx(cards && "max-md:sr-only")}>
          <tr className="border-b border-line-control">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={clsx(
                  "px-cell py-2 text-sm font-semibold text-ink-muted",
                  column.align === "end" ? "text-end" : "text-start",
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={clsx(cards && "max-md:block max-md:space-y-3")}>
          {rows.map((row) => (
            <Row key={rowKey(row)} row={row} columns={columns} cards={cards} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row<R>({
  row,
  columns,
  cards,
}: {
  readonly row: R;
  readonly columns: readonly Column<R>[];
  readonly cards: boolean;
}) {
  return (
    <tr
      {...ROLES.row}
      className={clsx(
        "border-t border-line first:border-t-0 hover:bg-primary-soft/40",
        cards &&
          "max-md:block max-md:rounded-lg max-md:border max-md:bg-surface max-md:p-3 max-md:shadow-card first:max-md:border-t",
      )}
    >
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} cards={cards} />
      ))}
    </tr>
  );
}

function Cell<R>({ column, row, cards }: { readonly column: Column<R>; readonly row: R; readonly cards: boolean }) {
  const look = clsx(
    "px-cell py-row align-top",
    column.align === "end" && "tabular md:text-end",
    cards &&
      "max-md:flex max-md:flex-wrap max-md:items-baseline max-md:justify-between max-md:gap-x-4 max-md:px-0 max-md:py-1",
  );
  const label = cards && (
    <span aria-hidden className="hidden shrink-0 text-sm text-ink-muted max-md:inline">
      {column.header}
    </span>
  );
  if (column.isRowHeader) {
    return (
      <th
        scope="row"
        className={clsx(look, "text-start font-semibold", cards && "max-md:text-lg max-md:wrap-anywhere")}
      >
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td {...ROLES.cell} className={look}>
      {label}
      {/* Where the text is large its own line, rather than one of a few letters. */}
      <div
        className={
          cards ? "max-md:min-w-0 max-md:grow max-md:basis-32 max-md:text-end max-md:wrap-anywhere" : undefined
        }
      >
        {column.cell(row)}
      </div>
    </td>
  );
}
