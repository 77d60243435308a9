import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button";

type Props = Omit<ComponentProps<typeof Link>, "className"> & ButtonLook & { readonly className?: string };

/** A link that looks like a button: it goes somewhere, and changes nothing. */
export function LinkButton({ variant, size, className, ...rest }: Props) {
  return <Link className={buttonClass({ variant, size }, className)} {...rest} />;
}
