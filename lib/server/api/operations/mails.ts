import { z } from "zod";
import { cleanText } from "@/lib/messages/clean";
import { operation } from "@/lib/server/api/operation";

export const postBounce = operation({
  method: "POST",
  path: "/mails/bounces",
  id: "reportBounce",
  tag: "mails",
  summary: "Report a mail that came back",
  description:
    "For the mail system that gets the returns of the sender's address: the Message-ID of the mail that came back and the status of its return (RFC 3464). The seller of its claim is told. Reported twice, it is noted once.",
  access: "operator_write",
  body: z.strictObject({
    messageId: z
      .string()
      .trim()
      .regex(/^<[^<>\s]{1,300}>$/, { message: "message_id" })
      .describe("With its angle brackets, as the returned headers carry it"),
    status: z
      .string()
      .regex(/^5\.\d{1,3}\.\d{1,3}$/, { message: "permanent_status" })
      .describe("Enhanced status code (RFC 3463). Only a permanent failure, class 5, is a bounce."),
    diagnostic: z.string().overwrite(cleanText).max(500).default("").describe("What the other server said"),
  }),
  responses: { 200: { description: "Noted", schema: z.object({ mailId: z.uuid(), state: z.literal("bounced") }) } },
  problems: ["not_found", "mail_not_sent"],
});
