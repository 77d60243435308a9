"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { useIsLive } from "@/app/_components/ui/use-is-live";
import { UploadZone } from "@/app/_components/upload/upload-zone";
import { replyFormValues } from "@/lib/replies/form-values";
import { confirmProofAction } from "../../actions";
import { ProofFields } from "../proof-fields";
import type { ComposerData } from "./composer-data";

/**
 * The proof of delivery, in one go: what it shows is said beside where the file is given, and both are compared with
 * the order as soon as the file is there. Without JavaScript the facts are asked in the list of documents.
 */
export function ProofStep({ data }: { readonly data: ComposerData }) {
  const t = useTranslations("reply.proof");
  const router = useRouter();
  const isLive = useIsLive();
  const facts = useRef<HTMLFormElement>(null);
  const [isRefused, setIsRefused] = useState(false);
  const [given, setGiven] = useState<{ readonly documentId: string; readonly isChanged: boolean } | null>(null);

  async function confirm(documentId: string): Promise<void> {
    const form = new FormData(facts.current ?? undefined);
    form.set("documentId", documentId);
    const state = await confirmProofAction(null, form);
    setIsRefused(state.status === "error");
    setGiven({ documentId, isChanged: false });
    router.refresh();
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
            onInput={() => given && setGiven({ ...given, isChanged: true })}
            onSubmit={(event) => {
              event.preventDefault();
              if (given) void confirm(given.documentId);
            }}
            className="grid gap-3"
          >
            <input type="hidden" name="zone" value={data.zone} />
            <ProofFields values={parcelValues(data)} />
            {given?.isChanged && (
              <Button type="submit" variant="secondary" className="justify-self-start">
                {t("compare_again")}
              </Button>
            )}
          </form>
        )}
        <div>
          <UploadZone
            kinds={["proof_of_delivery"]}
            claimId={data.claimId}
            onReceived={({ documentId }) => void confirm(documentId)}
          />
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

/** What the order knows of the parcel that was delivered; who received it and where is read on the paper. */
function parcelValues(data: ComposerData) {
  const parcel =
    data.context.order.parcels.find(({ status }) => status === "delivered") ?? data.context.order.parcels[0];
  return replyFormValues(
    {
      carrier: parcel?.carrier ?? undefined,
      trackingNumber: parcel?.trackingNumber ?? undefined,
      deliveredAt: parcel?.deliveredAt ?? undefined,
    },
    { zone: data.zone, decimal: "," },
  );
}
