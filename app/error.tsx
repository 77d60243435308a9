"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "./_components/ui/button";

type Props = { readonly error: unknown; readonly retry: () => void };

/** An outage or a bug: says that it is ours, that nothing is lost, and offers to try again. */
export default function ErrorPage({ error, retry }: Props) {
  const t = useTranslations("ui.error");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const digest = digestOf(error);
  return (
    <main className="mx-auto max-w-2xl px-4 py-16">
      <title>{t("title")}</title>
      <h1 ref={title} tabIndex={-1} className="text-3xl font-bold tracking-tight outline-none">
        {t("title")}
      </h1>
      <p className="mt-3 text-lg text-ink-muted">{t("lead")}</p>
      <p className="mt-6 flex flex-wrap gap-3">
        <Button onClick={retry}>{t("retry")}</Button>
        <a href="/" className="prose-link inline-flex min-h-control items-center">
          {t("home")}
        </a>
      </p>
      {digest && <p className="tabular mt-8 text-sm text-ink-muted">{t("reference", { digest })}</p>}
    </main>
  );
}

function digestOf(error: unknown): string | undefined {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;
}
