/** A secret shown this once: whole, selectable by one press, never stored by the page. */
export function ShowOnce({ words, secret }: { readonly words: string; readonly secret: string }) {
  return (
    <>
      <p>{words}</p>
      <code className="block select-all rounded-sm border border-line bg-surface px-2 py-1.5 text-sm break-all">
        {secret}
      </code>
    </>
  );
}
