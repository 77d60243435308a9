type Props = {
  /** Words for "field.code" or "field", as `invoiceRefusalWords` gives them. */
  readonly sentences: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, readonly string[]>> | undefined;
};

/** What exactly stands against an invoice, where no form tells it: each mention and each line, once. */
export function LackingList({ sentences, fields = {} }: Props) {
  const words = Object.entries(fields).flatMap(([field, codes]) =>
    codes.map((code) => sentences[`${field}.${code}`] ?? sentences[field]),
  );
  const told = [...new Set(words)].filter((one) => one !== undefined);
  if (told.length === 0) return null;
  return (
    <ul className="list-disc ps-5">
      {told.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}
