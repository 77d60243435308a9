/** What a stored file is, said by who sends it and confirmed by its facts. */
export const DOCUMENT_KINDS = [
  "proof_of_delivery",
  "invoice",
  "credit_note",
  "photo",
  "return_label",
  "proof_of_return",
  "attestation",
  "acknowledgement",
  "other",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** How well a proof of delivery holds; only a contradictory one meets no clock. */
export const PROOF_VERDICTS = ["strong", "fair", "weak", "contradictory"] as const;
export type ProofVerdictLevel = (typeof PROOF_VERDICTS)[number];
