import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { z } from "zod";
import { orderBody } from "../../support/order-body.ts";
import type { DemoSeller } from "./demo-people.ts";
import { expect } from "./fixtures.ts";

const claimSchema = z.object({ id: z.uuid(), reference: z.string(), customerUrl: z.url() });

export type OwnClaim = z.output<typeof claimSchema> & { readonly orderNumber: string };

export type About = { readonly situation?: string; readonly order?: Parameters<typeof orderBody>[0] };

/** A parcel that did not come unless told otherwise, on an order no other test knows. */
export async function openOwnClaim(
  request: APIRequestContext,
  seller: DemoSeller,
  { situation = "parcel_not_received", order = {} }: About = {},
): Promise<OwnClaim> {
  const orderNumber = `E2E-${randomUUID().slice(0, 13)}`;
  await send(request, seller, "put", `/api/v1/orders/${orderNumber}`, orderBody(order));
  const claim = await send(request, seller, "post", "/api/v1/claims", {
    orderNumber,
    situation,
    message: "Le suivi dit que mon colis est livré, mais je n’ai rien reçu.",
  });
  return { ...claimSchema.parse(claim), orderNumber };
}

/** The seller's answer, sent by their own program. */
export async function answerOwnClaim(
  request: APIRequestContext,
  seller: DemoSeller,
  claim: OwnClaim,
  reply: object,
): Promise<void> {
  await send(request, seller, "post", `/api/v1/claims/${claim.id}/replies`, reply);
}

async function send(
  request: APIRequestContext,
  { apiKey }: DemoSeller,
  method: "put" | "post",
  path: string,
  data: object,
): Promise<unknown> {
  const headers = { authorization: `Bearer ${apiKey}`, "idempotency-key": randomUUID() };
  const response = await request[method](path, { headers, data });
  expect(response.ok(), await response.text()).toBe(true);
  return await response.json();
}
