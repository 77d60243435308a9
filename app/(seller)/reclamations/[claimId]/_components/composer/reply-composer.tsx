"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Alert } from "@/app/_components/ui/alert";
import { buttonClass } from "@/app/_components/ui/button";
import type { ReplyFormValues } from "@/lib/replies/form-values";
import type { Solution } from "@/lib/replies/solution";
import { sendReplyAction } from "../../actions";
import { ComposerBody } from "./composer-body";
import type { ComposerData } from "./composer-data";
import { ProofStep } from "./proof-step";
import { SolutionChoice } from "./solution-choice";
import { useRefusalWords } from "./use-refusal-words";

/**
 * The seller's answer: a solution, the fields it needs, and beside them what the customer will read. Without
 * JavaScript the solution is chosen by its address and the answer is judged when it is sent.
 */
export function ReplyComposer({ data }: { readonly data: ComposerData }) {
  const t = useTranslations("reply");
  const [solution, setSolution] = useState(data.initial);
  // As the page was opened: a refresh that follows an upload must not change what is in the form.
  const [values] = useState(data.values);
  // Decided once: an answer somebody else sends meanwhile must not take away what is being written.
  const [isFolded, setIsFolded] = useState(data.isSettled);
  const typed = useRef<ReplyFormValues>({});
  const { reasons, sentences, labels } = useRefusalWords(data);

  function choose(next: Solution): void {
    setSolution(next);
    window.history.replaceState(null, "", `?solution=${next}`);
  }

  if (isFolded) {
    return (
      <a
        href={`?solution=${data.initial}#reponse-au-client`}
        className={buttonClass({ variant: "secondary" })}
        onClick={(event) => {
          event.preventDefault();
          setIsFolded(false);
        }}
      >
        {t("answer_again")}
      </a>
    );
  }
  return (
    <div className="grid gap-6">
      {data.restoredFrom && <Alert>{t(`restored.${data.restoredFrom}`)}</Alert>}
      <SolutionChoice solutions={data.solutions} chosen={solution} onChoose={choose} />
      {solution === "confirm_delivery" && <ProofStep data={data} />}
      <ActionForm id="reponse" action={sendReplyAction} reasons={reasons} sentences={sentences} labels={labels}>
        <input type="hidden" name="claimId" value={data.claimId} />
        <input type="hidden" name="orderNumber" value={data.orderNumber} />
        <input type="hidden" name="revision" value={data.revision} />
        <input type="hidden" name="zone" value={data.zone} />
        <input type="hidden" name="solution" value={solution} />
        <ComposerBody
          key={solution}
          data={data}
          solution={solution}
          first={{ ...values[solution], ...typed.current }}
          onTyped={(latest) => {
            typed.current = { ...typed.current, ...latest };
          }}
        />
      </ActionForm>
    </div>
  );
}
