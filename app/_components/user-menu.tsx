import { ChevronDown, CircleUserRound } from "lucide-react";
import type { ReactNode } from "react";
import { AppearanceForm } from "./appearance-form";
import { LanguageSwitch } from "./language-switch";
import { Menu } from "./ui/menu";

type Props = {
  readonly name: string;
  /** Role and seller, or e-mail: what tells this account from another. */
  readonly detail: string;
  /** Links of the account, as <MenuLink> elements. */
  readonly links?: ReactNode;
  /** The form that signs out. */
  readonly signOut: ReactNode;
};

/** Who is signed in, how they like the screens, and the way out. */
export function UserMenu({ name, detail, links, signOut }: Props) {
  return (
    <Menu
      className="on-band"
      panelClassName="end-0 top-full mt-1.5 w-72"
      summaryClassName="flex min-h-11 items-center gap-2 rounded-md px-2 text-on-band hover:bg-band-strong"
      summary={
        <>
          <CircleUserRound aria-hidden className="size-6" />
          <span className="max-w-40 truncate font-semibold max-md:sr-only">{name}</span>
          <ChevronDown aria-hidden className="size-4" />
        </>
      }
    >
      <p className="font-bold">{name}</p>
      <p className="text-sm text-ink-muted">{detail}</p>
      {links && <ul className="mt-2 border-t border-line pt-2">{links}</ul>}
      <div className="mt-2 border-t border-line pt-2">
        <AppearanceForm />
      </div>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2 border-t border-line pt-2">
        <LanguageSwitch />
        {signOut}
      </div>
    </Menu>
  );
}
