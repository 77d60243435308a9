import { readLinkedSpace } from "@/lib/server/linked-space";

/** The language of the order a path's link opens; undefined for any other path. */
export async function customerLocaleOf(path: string): Promise<string | undefined> {
  const token = /^\/suivi\/([^/?]+)/.exec(path)?.[1];
  return token && (await readLinkedSpace(token))?.space.order.order.customerLocale;
}
