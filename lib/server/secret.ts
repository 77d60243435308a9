import { env } from "@/lib/env";

/** The secret everything signed is derived from; `npm start` makes one when the environment has none. */
export function authSecret(): string {
  const { AUTH_SECRET } = env();
  if (!AUTH_SECRET)
    throw new Error("AUTH_SECRET is not set: start the product with `npm start`, or set 32 random characters");
  return AUTH_SECRET;
}
