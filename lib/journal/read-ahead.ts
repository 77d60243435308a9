/** Rows one after the other, with a look at the next before it is taken. */
export type ReadAhead<Row> = { peek(): Promise<Row | undefined>; take(): Promise<Row | undefined> };

export function readAhead<Row>(rows: AsyncIterable<Row>): ReadAhead<Row> {
  const iterator = rows[Symbol.asyncIterator]();
  let next: { readonly row: Row | undefined } | undefined;
  const load = async () => {
    if (next) return next;
    const result = await iterator.next();
    next = { row: result.done ? undefined : result.value };
    return next;
  };
  return {
    peek: async () => (await load()).row,
    take: async () => {
      const { row } = await load();
      if (row !== undefined) next = undefined;
      return row;
    },
  };
}
