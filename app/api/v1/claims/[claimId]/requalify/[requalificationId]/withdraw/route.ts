import { withdrawQuestion } from "@/db/commands/withdraw-question";
import { postQuestionWithdrawal } from "@/lib/server/api/operations/taken-back";
import { resource, route } from "@/lib/server/api/route";
import { takenBack } from "@/lib/server/api/taken-back";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postQuestionWithdrawal, async ({ scope, params, now }) =>
    takenBack(scope, await withdrawQuestion(scope, params, now), now),
  ),
);
