import { newAnswers, recordIntake } from "@/db/commands/intake";
import { findClaimPage } from "@/db/queries/claim-page";
import { refusedIntake } from "@/lib/server/api/claim-answers";
import { intakeView } from "@/lib/server/api/claim-view";
import { reply } from "@/lib/server/api/operation";
import { postIntake } from "@/lib/server/api/operations/claim-acts";
import { problem } from "@/lib/server/api/problems";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postIntake, async ({ scope, params, body, now }) => {
    const outcome = await recordIntake(scope, { ...params, answers: newAnswers(body, now) }, now);
    if (!outcome.ok) return refusedIntake(outcome);
    const page = await findClaimPage(scope, params.claimId, now);
    return page ? reply(200, { intake: intakeView(page) }) : problem("not_found");
  }),
);
