import clsx from "clsx";
import { getTranslations } from "next-intl/server";

const WIDTHS = ["w-11/12", "w-4/5", "w-2/3", "w-10/12", "w-3/5", "w-full", "w-1/2", "w-3/4"] as const;

/** The shape of what is coming, up to eight lines; said once to who listens. */
export async function Skeleton({ lines = 4, className }: { readonly lines?: number; readonly className?: string }) {
  const t = await getTranslations("ui.shell");
  return (
    <div role="status" className={clsx("grid content-start gap-3", className)}>
      <span className="sr-only">{t("loading")}</span>
      {WIDTHS.slice(0, lines).map((width) => (
        <span key={width} aria-hidden className={clsx("h-4 animate-pulse rounded-sm bg-sunken", width)} />
      ))}
    </div>
  );
}
