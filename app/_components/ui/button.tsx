import clsx from "clsx";
import type { ComponentProps } from "react";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger" | "band";
export type ButtonSize = "normal" | "small" | "large";
export type ButtonLook = { readonly variant?: ButtonVariant | undefined; readonly size?: ButtonSize | undefined };

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-primary bg-primary text-on-primary hover:border-primary-strong hover:bg-primary-strong",
  secondary: "border-line-control bg-surface text-ink hover:border-primary hover:bg-primary-soft",
  quiet: "border-transparent bg-transparent text-link hover:bg-primary-soft",
  danger: "border-late bg-surface text-late hover:bg-late-soft",
  band: "border-on-band-muted bg-transparent text-on-band hover:bg-band-strong",
};

const SIZES: Record<ButtonSize, string> = {
  small: "min-h-8 px-2.5 text-sm max-md:min-h-control",
  normal: "min-h-control px-4 py-1.5",
  large: "min-h-12 px-6 py-2 text-lg",
};

export function buttonClass({ variant = "primary", size = "normal" }: ButtonLook, className?: string): string {
  return clsx(
    "inline-flex items-center justify-center gap-2 rounded-md border font-semibold leading-tight no-underline transition-colors duration-quick",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-subtle",
    "[&_svg]:size-[1.15em] [&_svg]:shrink-0",
    VARIANTS[variant],
    SIZES[size],
    className,
  );
}

type Props = ComponentProps<"button"> & ButtonLook;

/** A button that does something here; it is `type="button"` unless told. In a form, use SubmitButton. */
export function Button({ variant, size, className, type = "button", ...rest }: Props) {
  return <button type={type} className={buttonClass({ variant, size }, className)} {...rest} />;
}
