"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { useIsLive } from "@/app/_components/ui/use-is-live";
import { UploadZone } from "@/app/_components/upload/upload-zone";
import { confirmProofAction } from "../../actions";
import { ProofFields } from "../proof-fields";
import type { ComposerData } from "./composer-data";

/** Told once, in the answer: the proof is compared with the parcel the customer will read about. */
const TOLD_BY_ANSWER = ["carrier", "trackingNumber", "deliveredAt"] as const;

/**
 * The proof of delivery, in one go: what it shows is said, then the file is given, and both are compared with
 * the order as soon as the file is there. The parcel is the answer's own. Without JavaScript the facts are asked in the list of documents.
 */
export function ProofStep({ data }: { readonly data: ComposerData }) {
  const t = useTranslations("reply.proof");
  const router = useRouter();
  const isLive = useIsLive();
  const facts = useRef<HTMLFormElement>(null);
  const [isRefused, setIsRefused] = useState(false);
  const [hasKind, setHasKind] = useState(false);
  const [given, setGiven] = useState<{ readonly documentId: string; readonly isChanged: boolean } | null>(null);

  async function confirm(documentId: string): Promise<void> {
    const form = new FormData(facts.current ?? undefined);
    form.set("documentId", documentId);
    const answer = new FormData(answerForm() ?? undefined);
    for (const name of TOLD_BY_ANSWER) form.set(name, String(answer.get(name) ?? ""));
    const state = await confirmProofAction(null, form);
    setIsRefused(state.status === "error");
    setGiven({ documentId, isChanged: false });
    router.refresh();
  }

  useEffect(() => {
    const form = answerForm();
    const toldAgain = ({ target }: Event) => {
      const name = target instanceof HTMLInputElement ? target.name : "";
      if (TOLD_BY_ANSWER.some((told) => told === name)) setGiven((known) => known && { ...known, isChanged: true });
    };
    form?.addEventListener("input", toldAgain);
    return () => form?.removeEventListener("input", toldAgain);
  }, []);

  function noteChange({ currentTarget }: FormEvent<HTMLFormElement>): void {
    setHasKind(Boolean(new FormData(currentTarget).get("evidenceKind")));
    setGiven((known) => known && { ...known, isChanged: true });
  }

  return (
    <section aria-labelledby="preuve-titre" className="rounded-md border border-line p-3.5">
      <h3 id="preuve-titre" className="text-lg font-bold">
        {t("title")}
      </h3>
      <p className="mb-3 max-w-prose text-ink-muted">{t("lead")}</p>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        {isLive && (
          <form
            ref={facts}
            onInput={noteChange}
            onSubmit={(event) => {
              event.preventDefault();
              if (given) void confirm(given.documentId);
            }}
            className="grid gap-3"
          >
            <input type="hidden" name="zone" value={data.zone} />
            <ProofFields values={{}} isParcelKnown />
            {given?.isChanged && (
              <Button type="submit" variant="secondary" className="justify-self-start">
                {t("compare_again")}
              </Button>
            )}
          </form>
        )}
        <div>
          {isLive && !hasKind ? (
            <p className="rounded-md border-2 border-dashed border-line-control p-4 font-semibold">{t("kind_first")}</p>
          ) : (
            <UploadZone
              kinds={["proof_of_delivery"]}
              claimId={data.claimId}
              checked={data.attachable.filter(({ state }) => state === "ready").map(({ id }) => id)}
              onReceived={({ documentId }) => void confirm(documentId)}
            />
          )}
          {isRefused && (
            <p role="alert" className="mt-2 font-semibold text-late">
              {t("not_confirmed")}
            </p>
          )}
        </div>
      </div>
    </section>
  );
}

function answerForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>("form#reponse");
}
