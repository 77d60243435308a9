"use client";
import { useContext, useEffect, useRef, useState } from "react";
import { FormAnswerContext } from "@/app/_components/ui/form-state";
import type { ReplyFormValues } from "@/lib/replies/form-values";
import type { Solution } from "@/lib/replies/solution";
import type { ComposerData } from "./composer-data";
import { MissingList } from "./missing-list";
import { ReplyFields } from "./reply-fields";
import { ReplyPreview } from "./reply-preview";
import { SendBar } from "./send-bar";
import { TemplatePicker } from "./template-picker";
import { useDraft } from "./use-draft";
import { useLiveReply } from "./use-live-reply";

type Props = {
  readonly data: ComposerData;
  readonly solution: Solution;
  readonly first: ReplyFormValues;
  /** What the seller changed by hand, kept when another solution is chosen. */
  readonly onTyped: (typed: ReplyFormValues) => void;
};

/** The fields of one solution, what is still missing and the send button; the preview beside them. */
export function ComposerBody({ data, solution, first, onTyped }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const answer = useContext(FormAnswerContext);
  // Frozen: what is typed lives in the form from here on.
  const [values] = useState(first);
  const posted = answer.values.solution === solution ? answer.values : values;
  const { live, reread } = useLiveReply(root, { data, solution, first: posted });
  const draft = useDraft(root, data);

  // A file that arrived, an invoice that was issued, or an answer of the server, may change what is ticked.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is read again when these change, not for their value
  useEffect(() => {
    reread();
  }, [reread, data.attachable, data.issued, answer]);

  function take(target: EventTarget): void {
    const entries = reread();
    draft.touch();
    if (!(target instanceof HTMLElement)) return;
    const name = target.getAttribute("name") ?? "";
    const texts = entries.filter(([entry]) => entry === name).map(([, text]) => String(text));
    if (name !== "") onTyped({ [name]: texts.length === 1 ? (texts[0] ?? "") : texts });
  }

  return (
    <div
      ref={root}
      onInput={(event) => take(event.target)}
      className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div className="grid min-w-0 gap-5">
        <ReplyFields data={data} solution={solution} values={values} missing={live.verdict.missing} />
        <TemplatePicker
          root={root}
          templates={data.templates.filter((template) => (template.solution ?? solution) === solution)}
          values={data.templateValues}
        />
        <MissingList verdict={live.verdict} words={data.words.missing} />
        <SendBar data={data} solution={solution} draft={draft.state} promises={live.promises} />
      </div>
      <ReplyPreview data={data} solution={solution} paragraphs={live.paragraphs} />
    </div>
  );
}
