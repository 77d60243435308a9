import { desc, eq } from "drizzle-orm";
import { readOverrides } from "@/db/queries/calendar-overrides";
import { countOpenClocks } from "@/db/queries/open-clocks";
import { calendarOverrides, calendarRuns } from "@/db/schema/calendar-overrides";
import { users } from "@/db/schema/users";
import { withScope } from "@/db/scope";
import type { AdminScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import type { CalendarOverride } from "@/lib/calendar/override";

const SHOWN = 500;

/** Every correction, oldest first, to compose the calendars with. */
export async function listOverrides(scope: AdminScope): Promise<readonly CalendarOverride[]> {
  return withScope(scope, readOverrides);
}

/** Corrections of the calendars with who made them and how far their clocks are, last first. */
export async function listCorrections(scope: AdminScope) {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select({ version: calendarOverrides.version, author: users.name, run: RUN_COLUMNS })
      .from(calendarOverrides)
      .innerJoin(calendarRuns, eq(calendarRuns.version, calendarOverrides.version))
      .leftJoin(users, eq(users.id, calendarOverrides.createdBy))
      .orderBy(desc(calendarOverrides.version))
      .limit(SHOWN);
    const overrides = new Map((await readOverrides(tx)).map((override) => [override.version, override]));
    return rows.flatMap(({ version, ...row }) => {
      const override = overrides.get(version);
      return override ? [{ ...override, ...row }] : [];
    });
  });
}

export type Correction = Awaited<ReturnType<typeof listCorrections>>[number];

/** How many clocks a preview looks at. */
export async function countPreviewed(scope: AdminScope, now: Instant): Promise<number> {
  return withScope(scope, async (tx) => (await countOpenClocks(tx, now)).unanswered);
}

const RUN_COLUMNS = {
  moved: calendarRuns.moved,
  becomeOverdue: calendarRuns.becomeOverdue,
  noLongerOverdue: calendarRuns.noLongerOverdue,
  finishedAt: calendarRuns.finishedAt,
};
