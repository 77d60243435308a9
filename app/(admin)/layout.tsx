import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireViewer } from "@/lib/server/session";
import { AdminShell } from "./_components/admin-shell";

/** The frame only: each page and each action proves its own scope. */
export default async function AdminLayout({ children }: { readonly children: ReactNode }) {
  const viewer = await requireViewer();
  if (!viewer.operatorRole) notFound();
  return <AdminShell viewer={viewer}>{children}</AdminShell>;
}
