import type { ZoneId } from "@/lib/calendar/zone";
import type { DocumentKind, ProofVerdictLevel } from "@/lib/evidence/document";
import type { Locale } from "@/lib/i18n/locale";
import type { Messages } from "@/lib/i18n/messages";
import type { SolutionWords } from "@/lib/i18n/reply-wording";
import type { ReplyContext } from "@/lib/replies/context";
import type { ReplyFormValues } from "@/lib/replies/form-values";
import type { Solution } from "@/lib/replies/solution";
import type { TemplateValues } from "@/lib/replies/templates";

/** A file that may leave with the answer. */
export type Attachable = {
  readonly id: string;
  readonly name: string;
  readonly kind: DocumentKind;
  /** `checking`: the worker has not looked at it yet, so it cannot be sent. */
  readonly state: "checking" | "ready";
  readonly verdict: ProofVerdictLevel | null;
};

export type IssuedDocument = {
  readonly id: string;
  readonly kind: "invoice" | "credit_note";
  readonly number: string;
};

/** All that the browser needs to write, judge and preview an answer: plain data, read once on the server. */
export type ComposerData = {
  readonly claimId: string;
  readonly orderNumber: string;
  readonly revision: number;
  /** Zone of the place of delivery, in which a carrier's hour is typed. */
  readonly zone: ZoneId;
  readonly solutions: readonly { readonly value: Solution; readonly name: string; readonly hint: string }[];
  readonly initial: Solution;
  /** First values of each solution's form: what was kept of a draft, else what the order and the settings know. */
  readonly values: Readonly<Partial<Record<Solution, ReplyFormValues>>>;
  /** Everything that an answer could stop is stopped: another one is possible, not awaited. */
  readonly isSettled: boolean;
  readonly restoredFrom: "draft" | "undone" | null;
  readonly context: ReplyContext;
  readonly attachable: readonly Attachable[];
  readonly issued: readonly IssuedDocument[];
  /** The invoice can be issued here, in one go with the answer. */
  readonly mayIssueInvoice: boolean;
  /** The invoice issued here can be replaced by one in another name. */
  readonly mayCorrectInvoice: boolean;
  /** The last answer somebody sent, told to who was writing another one. */
  readonly lastAnswer: { readonly who: string; readonly when: string } | null;
  /** The seller's ready-made messages for this situation, in the customer's language. */
  readonly templates: readonly {
    readonly id: string;
    readonly name: string;
    readonly solution: Solution | null;
    readonly body: string;
  }[];
  readonly templateValues: TemplateValues;
  readonly customer: { readonly name: string; readonly locale: Locale };
  /** Words of answers in the customer's language. */
  readonly customerWords: SolutionWords;
  readonly words: { readonly fields: Messages["replyFields"]; readonly missing: Messages["missing"] };
};
