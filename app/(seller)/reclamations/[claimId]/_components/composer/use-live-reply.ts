"use client";
import { type RefObject, useCallback, useMemo, useState } from "react";
import { replyWording } from "@/lib/i18n/reply-wording";
import { judgeReply } from "@/lib/replies/completeness";
import { readDraft } from "@/lib/replies/draft";
import type { ReplyFormValues } from "@/lib/replies/form-values";
import { type CommitmentDraft, promisesOf } from "@/lib/replies/promises";
import { replyParagraphs } from "@/lib/replies/rendered";
import { readReplyForm } from "@/lib/replies/reply-form";
import type { Solution } from "@/lib/replies/solution";
import { missing, type ReplyVerdict } from "@/lib/replies/verdict";
import { type WrittenParagraph, writeParagraphs } from "@/lib/replies/write";
import type { ComposerData } from "./composer-data";

type Entries = readonly (readonly [string, unknown])[];
export type LiveReply = {
  readonly verdict: ReplyVerdict;
  readonly paragraphs: readonly WrittenParagraph[];
  /** What sending would promise, as it will be followed. */
  readonly promises: readonly CommitmentDraft[];
};

/** The answer as it stands in the form: judged by the very rule that judges it when it is sent, and written out. */
export function useLiveReply(
  root: RefObject<HTMLElement | null>,
  {
    data,
    solution,
    first,
  }: { readonly data: ComposerData; readonly solution: Solution; readonly first: ReplyFormValues },
) {
  const [entries, setEntries] = useState<Entries>(() => entriesOf(first));
  const reread = useCallback((): Entries => {
    const form = root.current?.closest("form");
    if (!form) return [];
    const read = [...new FormData(form).entries()];
    setEntries(read);
    return read;
  }, [root]);
  const live = useMemo(() => liveReply(entries, data, solution), [entries, data, solution]);
  return { live, reread };
}

export function entriesOf(values: ReplyFormValues): Entries {
  return Object.entries(values).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : value).map((text) => [name, text] as const),
  );
}

function liveReply(entries: Entries, data: ComposerData, solution: Solution): LiveReply {
  const reply = readDraft({ ...readReplyForm(entries, data.zone), solution });
  if (!reply) {
    const found = [missing("solution_not_for_situation")];
    return { verdict: { complete: false, missing: found, flags: [] }, paragraphs: [], promises: [] };
  }
  const attached = reply.documentIds ?? [];
  const context = { ...data.context, documents: data.context.documents.filter(({ id }) => attached.includes(id)) };
  const verdict = judgeReply(reply, context);
  const wording = replyWording(data.customer.locale, data.zone, data.customerWords);
  return {
    verdict: data.mayIssueInvoice && solution === "send_invoice" ? withoutInvoice(verdict) : verdict,
    paragraphs: writeParagraphs(replyParagraphs(reply, context), wording),
    promises: promisesOf(reply, context),
  };
}

/** The invoice is issued in one go with the answer: it is not missing. */
function withoutInvoice(verdict: ReplyVerdict): ReplyVerdict {
  const found = verdict.missing.filter(({ code }) => code !== "invoice_missing");
  return { ...verdict, missing: found, complete: found.length === 0 };
}
