import { awaitReturnAgain } from "@/db/commands/lapsed-returns";
import { postAwait } from "@/lib/server/api/operations/taken-back";
import { resource, route } from "@/lib/server/api/route";
import { takenBack } from "@/lib/server/api/taken-back";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postAwait, async ({ scope, params, now }) => takenBack(scope, await awaitReturnAgain(scope, params, now), now)),
);
