import { z } from "zod";
import { instantSchema } from "@/lib/calendar/schema";
import { SITUATIONS } from "@/lib/claims/claim";
import { operation } from "@/lib/server/api/operation";

const figures = z.object({
  seller: z.string().nullable(),
  situation: z.enum(SITUATIONS).nullable(),
  due: z.int(),
  met: z.int(),
  missed: z.int(),
  overdue: z.int(),
  onTimeRate: z.number().nullable(),
  low: z.number().nullable().describe("95 % interval of the rate (Wilson)."),
  high: z.number().nullable(),
});

export const getCompliance = operation({
  method: "GET",
  path: "/compliance",
  id: "getCompliance",
  tag: "compliance",
  summary: "On-time figures of all sellers",
  description: "met ÷ (met + missed) over the sellers' clocks due in the window; overdue ones are a part of missed.",
  access: "operator_read",
  query: z.strictObject({
    from: instantSchema,
    to: instantSchema,
    groupBy: z.enum(["seller", "situation", "seller_situation", "none"]).default("seller"),
  }),
  responses: { 200: { description: "The figures", schema: z.object({ items: z.array(figures) }) } },
});
