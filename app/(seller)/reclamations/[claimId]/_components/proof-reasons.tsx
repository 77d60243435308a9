import clsx from "clsx";
import { Check, CircleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { TEXT } from "@/app/_components/ui/tone";
import { PROOF_REASONS, type ProofReasonCode } from "@/lib/evidence/proof-verdict";

const MARKS = {
  ok: { icon: Check, tone: "fine" },
  warn: { icon: CircleAlert, tone: "soon" },
  bad: { icon: X, tone: "late" },
} as const;

/** Why a proof is worth what it is, line by line, as the verdict was kept with it. */
export function ProofReasons({ verdictReasons }: { readonly verdictReasons: unknown }) {
  const t = useTranslations("verdict.reasons");
  return (
    <ul className="space-y-0.5 text-sm">
      {reasonCodes(verdictReasons).map((code) => {
        const { icon: Icon, tone } = MARKS[PROOF_REASONS[code]];
        return (
          <li key={code} className="flex gap-1.5">
            <Icon aria-hidden className={clsx("mt-0.5 size-4 shrink-0", TEXT[tone])} />
            {t(code)}
          </li>
        );
      })}
    </ul>
  );
}

function reasonCodes(verdictReasons: unknown): readonly ProofReasonCode[] {
  if (!Array.isArray(verdictReasons)) return [];
  return verdictReasons.flatMap((reason: unknown) => {
    const code = reason !== null && typeof reason === "object" && "code" in reason ? reason.code : null;
    return typeof code === "string" && isReason(code) ? [code] : [];
  });
}

function isReason(code: string): code is ProofReasonCode {
  return Object.hasOwn(PROOF_REASONS, code);
}
