import { z } from "zod";
import { operation } from "@/lib/server/api/operation";
import { contestSchema } from "@/lib/server/api/operations/contest-schema";

export const getContests = operation({
  method: "GET",
  path: "/contested-deliveries",
  id: "listContestedDeliveries",
  tag: "claims",
  summary: "Deliveries that customers deny, in the order they were contested",
  description:
    "A contested proof still meets its clock. The customer is asked for a statement, the seller for the carrier's inquiry, and the operator rules that the proof is upheld or overturned, with reasons.",
  access: "seller_read",
  query: z.strictObject({
    state: z.enum(["open", "ruled"]).optional().describe("Without it both."),
    cursor: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  responses: {
    200: {
      description: "A page",
      schema: z.object({ items: z.array(contestSchema), nextCursor: z.string().nullable() }),
    },
  },
});
