import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { isOpen } from "@/db/queries/open-clocks";
import { claims } from "@/db/schema/claims";
import { clocks } from "@/db/schema/clocks";
import { sellers } from "@/db/schema/sellers";
import type { Transaction } from "@/db/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { ChangePreview } from "@/lib/deadlines/change-preview";
import type { ClockCase } from "@/lib/deadlines/recount";

type CountedMove = ChangePreview["cases"][number];
type Search = { readonly reach: SQL | undefined; readonly now: Instant; readonly limit: number };

/** Claims shown one by one: those that become overdue first. */
const CLAIMS_SHOWN = 50;

/** What is shown of a preview beside its counts: the sellers by name and the first claims. */
export type Shown = {
  readonly sellerNames: ReadonlyMap<string, string>;
  readonly claims: readonly MovedClaim[];
};

export async function readShown(
  tx: Transaction,
  preview: Pick<ChangePreview, "sellers" | "cases">,
  search: Omit<Search, "limit">,
): Promise<Shown> {
  const ids = preview.sellers.map((seller) => seller.sellerId);
  const claims = await listMovedClaims(tx, preview.cases, { ...search, limit: CLAIMS_SHOWN });
  return { sellerNames: await readSellerNames(tx, ids), claims };
}

async function readSellerNames(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: sellers.id, name: sellers.name })
    .from(sellers)
    .where(inArray(sellers.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Clocks that a change moves, one by one with their claim, in the order of the moves. */
async function listMovedClaims(tx: Transaction, cases: readonly CountedMove[], { limit, ...open }: Search) {
  const { whole, cut, left } = within(cases, limit);
  const first = whole.length > 0 ? await listOfMoves(tx, whole, { ...open, limit }) : [];
  const last = cut && left > 0 ? await listOfMoves(tx, [cut], { ...open, limit: left }) : [];
  return [...first, ...last];
}

export type MovedClaim = Awaited<ReturnType<typeof listMovedClaims>>[number];

/** The first moves whose clocks can all be listed, and the one of which only some can. */
function within(cases: readonly CountedMove[], limit: number) {
  const end = cases.findIndex((_, index) => sumOf(cases.slice(0, index + 1)) > limit);
  const whole = end < 0 ? cases : cases.slice(0, end);
  return { whole, cut: end < 0 ? undefined : cases[end], left: limit - sumOf(whole) };
}

function sumOf(cases: readonly CountedMove[]): number {
  return cases.reduce((sum, one) => sum + one.count, 0);
}

async function listOfMoves(tx: Transaction, moves: readonly CountedMove[], { reach, now, limit }: Search) {
  const rows = await tx
    .select({
      clockId: clocks.id,
      claimId: claims.id,
      reference: claims.reference,
      sellerName: sellers.name,
      move: sql<number>`case ${sql.join(
        moves.map((move, index) => sql`when ${isOfCase(move.clock)} then ${index}::int`),
        sql` `,
      )} end`,
    })
    .from(clocks)
    .innerJoin(claims, and(eq(claims.sellerId, clocks.sellerId), eq(claims.id, clocks.claimId)))
    .innerJoin(sellers, eq(sellers.id, clocks.sellerId))
    .where(and(isOpen(now), reach, or(...moves.map((move) => isOfCase(move.clock)))))
    .limit(limit);
  return rows
    .sort((a, b) => a.move - b.move || (a.reference < b.reference ? -1 : 1))
    .flatMap(({ move, ...row }) =>
      moves.slice(move, move + 1).map(({ clock, to, ...flips }) => ({ ...row, clock, to, ...flips })),
    );
}

function isOfCase(clock: ClockCase): SQL | undefined {
  const { effectiveDueBefore, startsAt } = clock;
  return and(
    eq(clocks.kind, clock.kind),
    eq(clocks.ruleVersion, clock.ruleVersion),
    eq(clocks.calendar, clock.calendar),
    eq(clocks.calendarVersion, clock.calendarVersion),
    eq(clocks.zone, clock.zone),
    eq(clocks.startsOn, clock.startsOn),
    eq(clocks.dueBefore, clock.dueBefore),
    effectiveDueBefore === null ? isNull(clocks.effectiveDueBefore) : eq(clocks.effectiveDueBefore, effectiveDueBefore),
    startsAt === null ? undefined : eq(clocks.startsAt, startsAt),
  );
}
