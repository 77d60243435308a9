import type { ReactNode } from "react";
import { PublicShell } from "@/app/_components/public-shell";
import { AdminShell } from "@/app/(admin)/_components/admin-shell";
import { SignOutForm } from "@/app/(auth)/_components/sign-out-form";
import { SellerShell } from "@/app/(seller)/_components/seller-shell";
import { requireViewer } from "@/lib/server/session";

/** One's own account, in the frame of the part of the product one works in. */
export default async function AccountLayout({ children }: { readonly children: ReactNode }) {
  const viewer = await requireViewer();
  const { seller } = viewer;
  if (viewer.operatorRole) return <AdminShell viewer={viewer}>{children}</AdminShell>;
  if (seller) return <SellerShell viewer={{ ...viewer, seller }}>{children}</SellerShell>;
  return (
    <PublicShell variant="bare">
      {children}
      <SignOutForm />
    </PublicShell>
  );
}
