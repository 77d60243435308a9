"use client";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { useIsLive } from "@/app/_components/ui/use-is-live";
import type { Area } from "@/lib/evidence/black-out";
import { AreaSurface } from "./area-surface";
import { useAreas } from "./use-areas";

type Props = { readonly picture: string; readonly first: readonly Area[] };

const MEASURES = [
  { name: "gauche", of: "left" },
  { name: "haut", of: "top" },
  { name: "largeur", of: "width" },
  { name: "hauteur", of: "height" },
] as const;

/**
 * Areas to black out: drawn on the picture, or given by their figures, which the arrow keys change. Without JavaScript
 * the figures are typed, one further row at each look at the result.
 */
export function AreaEditor({ picture, first }: Props) {
  const t = useTranslations("blackOut");
  const isLive = useIsLive();
  const { areas, isFull, add, change, remove } = useAreas(first);
  const [marked, setMarked] = useState<number | undefined>();
  return (
    <form
      method="get"
      action="#resultat"
      className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(18rem,2fr)]"
    >
      <AreaSurface picture={picture} label={t("picture")} areas={areas} marked={marked} onDrawn={add} />
      <div className="grid gap-3">
        {areas.length === 0 && isLive && <p className="text-ink-muted">{t("none_yet")}</p>}
        <ol className="grid gap-3">
          {areas.map((area, index) => (
            <li key={area.key}>
              <fieldset
                className="rounded-md border border-line p-2.5"
                onFocus={() => setMarked(area.key)}
                onBlur={() => setMarked(undefined)}
              >
                <legend className="px-1 font-semibold">{t("area", { number: index + 1 })}</legend>
                <div className="grid grid-cols-2 gap-2">
                  {MEASURES.map(({ name, of }) => (
                    <Measure
                      key={of}
                      name={name}
                      label={t(of)}
                      value={area[of]}
                      onChange={(value) => change(area.key, { [of]: value })}
                    />
                  ))}
                </div>
                {isLive && (
                  <Button
                    type="button"
                    variant="quiet"
                    size="small"
                    className="mt-1.5"
                    onClick={() => remove(area.key)}
                  >
                    <Trash2 aria-hidden />
                    {t("remove", { number: index + 1 })}
                  </Button>
                )}
              </fieldset>
            </li>
          ))}
        </ol>
        {!isLive && !isFull && <EmptyRow number={areas.length + 1} />}
        <div className="flex flex-wrap gap-3">
          {isLive && (
            <Button type="button" variant="secondary" disabled={isFull} onClick={() => add()}>
              <Plus aria-hidden />
              {t("add")}
            </Button>
          )}
          <Button type="submit" disabled={isLive && areas.length === 0}>
            {t("show")}
          </Button>
        </div>
      </div>
    </form>
  );
}

type MeasureProps = {
  readonly name: string;
  readonly label: string;
  readonly value?: number;
  readonly onChange?: (value: number) => void;
};

/** A figure in percent of the picture. */
function Measure({ name, label, value, onChange }: MeasureProps) {
  const shown = value === undefined ? {} : { value: Number.isNaN(value) ? "" : value };
  return (
    <label className="grid gap-0.5 text-sm">
      {label}
      <input
        type="number"
        name={name}
        min={0}
        max={100}
        step="any"
        {...shown}
        onChange={({ currentTarget }) => onChange?.(currentTarget.valueAsNumber)}
        className="control tabular"
      />
    </label>
  );
}

function EmptyRow({ number }: { readonly number: number }) {
  const t = useTranslations("blackOut");
  return (
    <fieldset className="rounded-md border border-line p-2.5">
      <legend className="px-1 font-semibold">{t("area", { number })}</legend>
      <div className="grid grid-cols-2 gap-2">
        {MEASURES.map(({ name, of }) => (
          <Measure key={of} name={name} label={t(of)} />
        ))}
      </div>
    </fieldset>
  );
}
