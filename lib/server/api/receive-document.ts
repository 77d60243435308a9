import { confirmProofFacts } from "@/db/commands/proof-facts";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { MAX_FILE_BYTES } from "@/lib/evidence/accepted-file";
import { DOCUMENT_KINDS, type DocumentKind } from "@/lib/evidence/document";
import { DOCUMENT_FACTS, proofFacts } from "@/lib/evidence/document-facts";
import type { Locale } from "@/lib/i18n/locale";
import { describeIssues } from "@/lib/server/api/issues";
import { reply } from "@/lib/server/api/operation";
import { type ApiProblem, isProblem, problem } from "@/lib/server/api/problems";
import { BrokenForm, readMultipart } from "@/lib/server/upload/multipart";
import { type StoreRefusal, storeUpload } from "@/lib/server/upload/store-upload";

type Incoming = {
  readonly request: Request;
  readonly scope: SellerScope;
  readonly claimId: string;
  readonly now: Instant;
  readonly locale: Locale;
};

/**
 * A file of a multipart request, streamed to where files are kept. Fields come before the file, so that nothing is
 * stored before what it is was checked; a proof's facts are compared with the order at once.
 */
export async function receiveDocument(incoming: Incoming) {
  const fields = new Map<string, string>();
  const stored: (ApiProblem | { readonly documentId: string; readonly facts: unknown; readonly kind: DocumentKind })[] =
    [];
  try {
    await readMultipart(incoming.request, {
      limits: { fileBytes: MAX_FILE_BYTES, files: 1, fields: 5 },
      onField: (name, value) => void fields.set(name, value),
      onFile: async (part) => {
        const purpose = purposeOf(fields, incoming.locale);
        if (isProblem(purpose)) stored.push(purpose);
        else {
          const target = { kind: "claim", claimId: incoming.claimId } as const;
          const { kind, facts } = purpose;
          const outcome = await storeUpload(incoming.scope, { target, kind }, { part, now: incoming.now });
          stored.push(outcome.ok ? { ...outcome.value, kind, facts } : storeProblem(outcome.reason));
        }
        part.content.resume();
      },
    });
  } catch (error) {
    if (!(error instanceof BrokenForm)) throw error;
    return problem("invalid", { fields: { file: ["required"] } });
  }
  const [first] = stored;
  if (!first) return problem("invalid", { fields: { file: ["required"] } });
  if (isProblem(first)) return first;
  if (first.kind !== "proof_of_delivery" || first.facts === undefined) {
    return reply(201, { documentId: first.documentId, verdict: null });
  }
  const facts = proofFacts.parse(first.facts);
  const confirmed = await confirmProofFacts(incoming.scope, { documentId: first.documentId, facts }, incoming.now);
  if (!confirmed.ok) return problem("invalid", { fields: { facts: [confirmed.reason] } });
  return reply(201, { documentId: first.documentId, verdict: confirmed.value.verdict });
}

function purposeOf(fields: ReadonlyMap<string, string>, locale: Locale) {
  const kind = DOCUMENT_KINDS.find((known) => known === fields.get("kind"));
  if (!kind) return problem("invalid", { fields: { kind: ["invalid_choice"] } });
  const text = fields.get("facts");
  if (text === undefined) return { kind, facts: undefined };
  const parsed = DOCUMENT_FACTS[kind].safeParse(jsonOf(text), { reportInput: true });
  if (parsed.success) return { kind, facts: parsed.data };
  return problem("invalid", { errors: describeIssues(parsed.error.issues, locale) });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function storeProblem(reason: StoreRefusal): ApiProblem {
  if (reason === "not_found") return problem("not_found");
  if (reason === "not_allowed") return problem("forbidden");
  if (reason === "disk_full") return problem("unavailable", { members: { reason } });
  if (reason === "too_large") return problem("body_too_large", { values: { limit: MAX_FILE_BYTES / 1_000_000 } });
  return problem("invalid", { fields: { file: ["file_refused"] }, members: { reason } });
}
