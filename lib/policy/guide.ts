import { calendar } from "@/lib/calendar/calendars";
import type { Words } from "@/lib/calendar/day-words";
import { type Instant, instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import type { Situation } from "@/lib/claims/claim";
import { explainDeadline } from "@/lib/deadlines/explain";
import { originOf, periodOf } from "@/lib/deadlines/period";
import type { DeadlineKind, DeadlineRules, Origin, StartFact, Turn } from "@/lib/deadlines/rule";
import { lengthInWords } from "@/lib/deadlines/rule-words";

export type GuideSituation = Exclude<Situation, "other">;

type Guide = {
  /** Its address under /situations. */
  readonly slug: string;
  /** The periods that count, in the order they are met. */
  readonly kinds: readonly DeadlineKind[];
  /** Papers that carry weight; their words are `guide.papers.{id}`. */
  readonly papers: readonly GuidePaper[];
};

export const GUIDE_PAPERS = [
  "proof_of_delivery",
  "attestation",
  "proof_of_return",
  "return_label",
  "photo",
  "serial",
  "refund_evidence",
  "informed",
  "invoice",
] as const;
export type GuidePaper = (typeof GUIDE_PAPERS)[number];

const CONFORMITY: readonly DeadlineKind[] = [
  "reply",
  "next_reply",
  "conformity_remedy",
  "conformity_refund",
  "return_cost_refund",
];

/** One guide for each situation of the table. */
export const GUIDES = {
  parcel_not_received: {
    slug: "colis-non-recu",
    kinds: ["reply", "proof_of_delivery", "next_reply", "delivery_due", "delivery_refund"],
    papers: ["proof_of_delivery", "attestation", "refund_evidence"],
  },
  no_longer_wanted: {
    slug: "produit-plus-voulu",
    kinds: [
      "reply",
      "withdrawal_period",
      "withdrawal_period_uninformed",
      "goods_return",
      "withdrawal_refund",
      "next_reply",
    ],
    papers: ["informed", "proof_of_return", "refund_evidence"],
  },
  wrong_product: { slug: "mauvais-produit", kinds: CONFORMITY, papers: ["photo", "return_label", "proof_of_return"] },
  damaged: { slug: "produit-abime", kinds: CONFORMITY, papers: ["photo", "serial", "return_label", "proof_of_return"] },
  broken_down: {
    slug: "produit-en-panne",
    kinds: [...CONFORMITY, "legal_guarantee", "repair_extension"],
    papers: ["photo", "serial", "return_label", "proof_of_return"],
  },
  missing_item: {
    slug: "article-manquant",
    kinds: CONFORMITY,
    papers: ["photo", "proof_of_delivery", "refund_evidence"],
  },
  invoice_request: { slug: "facture", kinds: ["reply", "next_reply"], papers: ["invoice"] },
} as const satisfies Record<GuideSituation, Guide>;

const SITUATIONS_WITH_GUIDE = Object.keys(GUIDES).filter((name): name is GuideSituation => name in GUIDES);

export function guideAddress(situation: GuideSituation): string {
  return `/situations/${GUIDES[situation].slug}`;
}

export function situationOfGuide(slug: string): GuideSituation | undefined {
  return SITUATIONS_WITH_GUIDE.find((situation) => GUIDES[situation].slug === slug);
}

export type GuidePeriod = {
  readonly kind: DeadlineKind;
  readonly words: Words;
  readonly starts: StartFact;
  readonly whoseTurn: Turn;
  readonly origin: Origin;
  readonly toVerify: boolean;
  /** A worked example: every day counted, in one sentence. */
  readonly example: Words;
};

/**
 * The periods of a guide with a worked example of each, all from the rules given: a rule that changes changes its guide.
 *
 * The examples are counted in the calendar of mainland France, in Paris.
 */
export function guidePeriods(situation: GuideSituation, rules: DeadlineRules): readonly GuidePeriod[] {
  return GUIDES[situation].kinds.flatMap((kind) => {
    const rule = rules[kind];
    const period = periodOf(rule);
    if (!period) return [];
    const origin = originOf(rule, situation);
    const counted = { startsAt: EXAMPLE_STARTS[rule.starts], calendar: calendar("FR"), zone: zoneId("Europe/Paris") };
    return [
      {
        kind,
        words: {
          fr: lengthInWords(period.length, period.unit, "fr"),
          en: lengthInWords(period.length, period.unit, "en"),
        },
        starts: rule.starts,
        whoseTurn: rule.whoseTurn,
        origin,
        toVerify: rule.toVerify === true,
        example: explainDeadline({ rule, period, origin, ...counted }).sentence,
      },
    ];
  });
}

const ASKED = instant("2026-05-07T08:00:00Z");

/** A story with a bridge of May in it: a Thursday before a Friday that is a holiday, an end on a Saturday. */
const EXAMPLE_STARTS: Readonly<Record<StartFact, Instant>> = {
  request_received: ASKED,
  follow_up_received: ASKED,
  order_placed: instant("2026-04-20T08:00:00Z"),
  formal_notice_received: ASKED,
  last_parcel_delivered: instant("2026-05-02T08:00:00Z"),
  initial_withdrawal_expiry: instant("2026-05-18T08:00:00Z"),
  statement_sent: ASKED,
  statement_received: ASKED,
  contract_ended: ASKED,
  goods_returned_or_dispatch_proven: instant("2026-05-20T08:00:00Z"),
  taken_under_guarantee: ASKED,
  repair_done: instant("2026-05-28T08:00:00Z"),
};
