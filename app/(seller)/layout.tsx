import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { homePath, requireViewer } from "@/lib/server/session";
import { SellerShell } from "./_components/seller-shell";

/** The frame only: each page and each action proves its own scope. */
export default async function SellerLayout({ children }: { readonly children: ReactNode }) {
  const viewer = await requireViewer();
  const { seller } = viewer;
  if (!seller) redirect(homePath(viewer));
  return <SellerShell viewer={{ ...viewer, seller }}>{children}</SellerShell>;
}
