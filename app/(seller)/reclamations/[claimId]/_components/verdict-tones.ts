import type { Tone } from "@/app/_components/ui/tone";
import type { ProofVerdictLevel } from "@/lib/evidence/document";

export const VERDICT_TONES: Readonly<Record<ProofVerdictLevel, Tone>> = {
  strong: "fine",
  fair: "info",
  weak: "soon",
  contradictory: "late",
};
