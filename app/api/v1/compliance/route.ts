import { listOnTimeFigures } from "@/db/queries/compliance";
import { groupFigures } from "@/lib/compliance/group";
import { rateOf } from "@/lib/compliance/rate";
import { reply } from "@/lib/server/api/operation";
import { getCompliance } from "@/lib/server/api/operations/compliance";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(getCompliance, async ({ scope, query, now }) => {
    const rows = await listOnTimeFigures(scope, { from: query.from, to: query.to }, now);
    const items = groupFigures(rows, query.groupBy).map((group) => {
      const rate = rateOf(group.met, group.due);
      const { share = null, low = null, high = null } = rate ?? {};
      return { ...group, missed: group.due - group.met, onTimeRate: share, low, high };
    });
    return reply(200, { items });
  }),
);
