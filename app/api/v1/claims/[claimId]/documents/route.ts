import { postDocument } from "@/lib/server/api/operations/claim-acts";
import { receiveDocument } from "@/lib/server/api/receive-document";
import { resource, route } from "@/lib/server/api/route";

export const { GET, POST, PUT, PATCH, DELETE } = resource(
  route(postDocument, ({ request, scope, params, now, locale }) =>
    receiveDocument({ request, scope, claimId: params.claimId, now, locale }),
  ),
);
