import { undoReply } from "@/db/commands/undo-reply";
import { postUndo } from "@/lib/server/api/operations/taken-back";
import { resource, route } from "@/lib/server/api/route";
import { takenBack } from "@/lib/server/api/taken-back";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postUndo, async ({ scope, params, now }) => takenBack(scope, await undoReply(scope, params, now), now)),
);
