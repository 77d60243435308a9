import type postgres from "postgres";

/** Longer lists come from bulk writes, whose number of rows changes: a plan kept for each would never serve again. */
const MOST_PARAMETERS = 100;

/**
 * The driver with its statements prepared once per connection: Drizzle asks through `unsafe`, which by itself has each
 * statement parsed, described and planned anew, in two round trips, and lets none be sent before the last one's answer.
 */
export function keepPlans(sql: postgres.Sql): postgres.Sql {
  return new Proxy(sql, { get: (client, property) => keptOf(client, property) });
}

/** Inside a transaction and its savepoints the driver hands out other clients, which keep theirs too. */
function keptOf(client: object, property: string | symbol): unknown {
  const own: unknown = Reflect.get(client, property);
  if (typeof own !== "function") return own;
  if (property === "unsafe")
    return (text: string, values: readonly unknown[] = [], options: object = {}) =>
      own(text, values, { ...options, prepare: values.length > 0 && values.length <= MOST_PARAMETERS });
  if (property === "begin" || property === "savepoint")
    return (...given: readonly unknown[]) =>
      own(...given.map((one) => (typeof one === "function" ? (inner: object) => one(keepInner(inner)) : one)));
  return own;
}

function keepInner(client: object): object {
  return new Proxy(client, { get: keptOf });
}
