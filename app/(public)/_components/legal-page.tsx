import type { ReactNode } from "react";
import { PublicShell } from "@/app/_components/public-shell";
import { PageHeader } from "@/app/_components/ui/page-header";

type Props = { readonly title: string; readonly lead?: string; readonly children: ReactNode };

/** A page of words to read to the end: one column of titled parts. */
export function LegalPage({ title, lead, children }: Props) {
  return (
    <PublicShell>
      <div className="max-w-4xl text-[1.0625rem]">
        <PageHeader title={title} lead={lead} />
        <div className="grid gap-8">{children}</div>
      </div>
    </PublicShell>
  );
}

type PartProps = { readonly id: string; readonly title: string; readonly children: ReactNode };

export function LegalPart({ id, title, children }: PartProps) {
  return (
    <section id={id} aria-labelledby={`${id}-titre`}>
      <h2 id={`${id}-titre`} className="mb-2 text-xl font-bold">
        {title}
      </h2>
      <div className="grid gap-3">{children}</div>
    </section>
  );
}
