import type { IntakeCommandRefusal } from "@/db/commands/intake";
import type { OpenClaimRefusal } from "@/db/commands/opened-claim";
import type { RequalifyRefusal } from "@/db/commands/requalify-claim";
import type { ReplyRefusal } from "@/db/commands/send-reply";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import type { Refusal } from "@/lib/outcome";
import type { Missing, ReplyVerdict } from "@/lib/replies/verdict";
import { type ApiProblem, problem } from "@/lib/server/api/problems";

export function openingProblem({ reason, fields }: Refusal<OpenClaimRefusal>): ApiProblem {
  if (reason === "not_allowed") return problem("forbidden");
  if (reason === "order_not_found" || reason === "external_id_taken") return problem(reason);
  return problem("invalid", { fields: fields ?? { orderNumber: [reason] } });
}

export function refusedReply({ reason, fields }: Refusal<ReplyRefusal>): ApiProblem {
  if (reason === "not_allowed") return problem("forbidden");
  if (reason === "document_unknown" || reason === "document_not_ready" || reason === "document_refused") {
    return problem("invalid", { fields: fields ?? { documentIds: [reason] } });
  }
  return problem(reason);
}

export function refusedIntake({ reason, fields }: Refusal<IntakeCommandRefusal>): ApiProblem {
  if (reason === "not_allowed") return problem("forbidden");
  if (reason === "not_found" || reason === "claim_closed") return problem(reason);
  return problem("invalid", { fields: fields ?? { "": [reason] } });
}

export function refusedRequalification({ reason, fields }: Refusal<RequalifyRefusal>): ApiProblem {
  switch (reason) {
    case "not_allowed":
      return problem("forbidden");
    case "changed_meanwhile":
      return problem("claim_changed");
    case "already_asked":
      return problem("consent_pending");
    case "same_situation":
    case "delivery_before_dispatch":
      return problem("invalid", { fields: { situation: [reason] } });
    case "reason_missing":
      return problem("invalid", { fields: fields ?? { reason: ["required"] } });
    default:
      return problem(reason);
  }
}

/** What an answer still lacks, in the reader's language, each with the origin of the demand. */
export function incompleteProblem(verdict: ReplyVerdict, locale: Locale): ApiProblem {
  return problem("reply_incomplete", {
    members: { complete: false, missing: verdict.missing.map((demand) => described(demand, locale)) },
  });
}

function described({ code, field, origin }: Missing, locale: Locale) {
  return { code, field, origin, message: translatorFor(locale)(`missing.${code}`) };
}

export function describeFlags(verdict: ReplyVerdict, locale: Locale) {
  const words = translatorFor(locale);
  return verdict.flags.map((flag) => ({ ...flag, message: words(`missing.flags.${flag.code}`) }));
}
