import type { Demo } from "./demo.ts";
import type { Login } from "./sign-in.ts";

type Role = "owner" | "agent" | "viewer";
export type DemoSeller = Demo["sellers"][number];

export function seller(demo: Demo, slug: string): DemoSeller {
  const found = demo.sellers.find((candidate) => candidate.slug === slug);
  if (!found) throw new Error(`The demo has no seller ${slug}`);
  return found;
}

export function member(demo: Demo, slug: string, role: Role): Login {
  const found = seller(demo, slug).members.find((candidate) => candidate.role === role);
  if (!found) throw new Error(`The demo's ${slug} has no ${role}`);
  return found;
}
