import { lapseReturn } from "@/db/commands/lapsed-returns";
import { postLapse } from "@/lib/server/api/operations/taken-back";
import { resource, route } from "@/lib/server/api/route";
import { takenBack } from "@/lib/server/api/taken-back";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postLapse, async ({ scope, params, body, now }) =>
    takenBack(scope, await lapseReturn(scope, { ...params, ...body }, now), now),
  ),
);
