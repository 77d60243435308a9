import { z } from "zod";
import { operation, reply } from "@/lib/server/api/operation";
import { problem } from "@/lib/server/api/problems";
import { resource, route } from "@/lib/server/api/route";

let ran = 0;
/** How often the operation below was really run. */
export function timesRun(): number {
  return ran;
}

const answerBody = z.object({ sellerId: z.string(), words: z.string(), run: z.int() });
const write = operation({
  method: "POST",
  path: "/things/{id}",
  id: "writeThing",
  tag: "test",
  summary: "For tests",
  access: "seller_write",
  params: z.strictObject({ id: z.uuid() }),
  query: z.strictObject({ dryRun: z.stringbool().default(false) }),
  body: z.strictObject({ words: z.string().min(2), count: z.int().min(1).default(1) }),
  idempotency: "key",
  responses: { 201: { description: "Done", schema: answerBody } },
});
const read = operation({
  method: "GET",
  path: "/things/{id}",
  id: "readThing",
  tag: "test",
  summary: "For tests",
  access: "operator_read",
  responses: { 200: { description: "Read", schema: z.object({ role: z.string() }) } },
});
/** Two operations for tests: one writes and may be repeated, one reads for the operator. */
export const { POST, GET, DELETE } = resource(
  route(write, async ({ scope, body }) => {
    ran += 1;
    if (body.words === "absent") return problem("order_not_found");
    if (body.words === "broken") throw new Error("a defect made for the test");
    return reply(201, { sellerId: scope.sellerId, words: body.words, run: ran });
  }),
  route(read, async ({ scope }) => reply(200, { role: scope.role })),
);

export const params = { id: "0199c3a1-0000-7000-8000-000000000001" };
