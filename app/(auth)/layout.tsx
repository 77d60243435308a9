import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PublicShell } from "@/app/_components/public-shell";

export const metadata: Metadata = { robots: { index: false } };

export default function AuthLayout({ children }: { readonly children: ReactNode }) {
  return (
    <PublicShell variant="bare">
      <div className="mx-auto max-w-md">{children}</div>
    </PublicShell>
  );
}
