"use client";
import { useTranslations } from "next-intl";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { useIsLive } from "@/app/_components/ui/use-is-live";
import type { Solution } from "@/lib/replies/solution";
import type { ComposerData } from "./composer-data";

type Props = {
  readonly solutions: ComposerData["solutions"];
  readonly chosen: Solution;
  readonly onChoose: (solution: Solution) => void;
};

/** Ways to answer this claim, the likeliest chosen. Without JavaScript it is a form that asks for the page again. */
export function SolutionChoice({ solutions, chosen, onChoose }: Props) {
  const t = useTranslations("reply");
  const isLive = useIsLive();
  if (solutions.length < 2) return null;
  return (
    <form
      action="#reponse-solution"
      onChange={(event) => {
        const value = new FormData(event.currentTarget).get("solution");
        const known = solutions.find((solution) => solution.value === value);
        if (known) onChoose(known.value);
      }}
    >
      <div id="reponse-solution">
        <RadioGroup
          name="solution"
          legend={t("choose")}
          look="cards"
          defaultValue={chosen}
          choices={solutions.map(({ value, name, hint }) => ({ value, label: name, hint }))}
          className="[&>div>div]:sm:grid-cols-2"
        />
      </div>
      {!isLive && (
        <SubmitButton variant="secondary" className="mt-3">
          {t("choose_submit")}
        </SubmitButton>
      )}
    </form>
  );
}
