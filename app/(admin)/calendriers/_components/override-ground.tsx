import { OriginBadge } from "@/app/_components/origin-badge";
import { groundOf, type OverrideDraft } from "@/lib/calendar/override";

/** What a correction relies on: the badge of the law carries its text, the marketplace's reason stands beside. */
export function OverrideGround({ override }: { readonly override: Pick<OverrideDraft, "origin"> }) {
  const { origin } = override;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <OriginBadge origin={origin} />
      {groundOf(override) === "contract" && <span>{origin.slice(origin.indexOf(":") + 1)}</span>}
    </span>
  );
}
