import clsx from "clsx";
import Link from "next/link";

/** The mark: a day torn off the calendar, its corner counted. */
export function BrandMark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={clsx("shrink-0", className)}>
      <path d="M4 8a3 3 0 0 1 3-3h18a3 3 0 0 1 3 3v13.5L21.5 28H7a3 3 0 0 1-3-3z" className="fill-on-band" />
      <path d="M28 21.5h-4.5a2 2 0 0 0-2 2V28z" className="fill-accent" />
      <path d="M4 8a3 3 0 0 1 3-3h18a3 3 0 0 1 3 3v3H4z" className="fill-accent" />
      <path
        d="m10 19 4 4 7-8"
        className="stroke-band"
        fill="none"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

type Props = { readonly href: string; readonly name: string; readonly area?: string | undefined };

/** The product's name on the band, with the part of it the reader is in. */
export function Brand({ href, name, area }: Props) {
  return (
    <Link href={href} className="flex min-h-11 items-center gap-2.5 text-on-band no-underline">
      <BrandMark className="size-8" />
      <span className="leading-tight">
        <span className="block font-bold">{name}</span>
        {area && <span className="block text-sm text-on-band-muted">{area}</span>}
      </span>
    </Link>
  );
}
