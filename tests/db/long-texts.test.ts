import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as messages from "@/app/api/v1/claims/[claimId]/messages/route";
import * as withdraw from "@/app/api/v1/claims/[claimId]/replies/[replyId]/withdraw/route";
import * as replies from "@/app/api/v1/claims/[claimId]/replies/route";
import * as requalify from "@/app/api/v1/claims/[claimId]/requalify/route";
import * as claims from "@/app/api/v1/claims/route";
import { closeDatabase } from "@/db/client";
import type { RouteHandler } from "@/lib/server/api/route";
import { callApi, makeApiKey } from "../support/api";
import { testDatabase } from "../support/test-database";
import { cookieJar, makeCallers } from "./access/callers";

/* A text of 100 kB at every door that takes one: its field is named, what was typed comes back, and nothing is kept. */
const request = vi.hoisted(() => ({ token: undefined as string | undefined }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => cookieJar(request.token),
  headers: async () => new Headers({ host: "localhost:3000", origin: "http://localhost:3000" }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next-intl/server", () => ({ getTranslations: async () => String, getLocale: async () => "fr" }));

const LONG = "a".repeat(100_000);
const db = testDatabase();
let known: Awaited<ReturnType<typeof makeCallers>>["params"];
let key: string;
let link: string;

beforeAll(async () => {
  const made = await makeCallers(db);
  known = made.params;
  request.token = made.cookies.get("owner");
  key = await makeApiKey(db.superuser, { sellerId: known.sellerId });
  const body = { orderNumber: known.number, situation: "damaged", message: "Bonjour." };
  const opened = await callApi(claims.POST, { method: "POST", key, body });
  link = String(opened.body.customerUrl).split("/suivi/")[1] ?? "";
});
afterAll(async () => {
  await db.close();
  await closeDatabase();
});

/** Everything that was ever written, by who wrote it: a refused text adds nothing. */
const written = async () => (await db.superuser`select count(*)::int as count from events`)[0]?.count;

type Row = { readonly file: string; readonly action: string; readonly field: string; readonly rest?: object };
const SELLER = "app/(seller)/reclamations/[claimId]";
const CUSTOMER = "app/(customer)/suivi/[token]";
const note = { visibility: "internal", locale: "fr" };
const refusal = { solution: "refuse", ground: "misuse", facts: "Usage anormal.", zone: "Europe/Paris" };
const template = { name: "Accueil", locale: "fr", body: "Bonjour." };
const profile = {
  name: "Entrepôt",
  recipient: "SAV",
  line1: "1 rue du Port",
  postcode: "44000",
  city: "Nantes",
  country: "FR",
  means: "prepaid_label",
  withdrawalCostBearer: "customer",
  packing: "Dans un carton.",
};

const FORMS: readonly Row[] = [
  {
    file: `${SELLER}/actions`,
    action: "writeMessageAction",
    field: "body",
    rest: { ...note, visibility: "conversation" },
  },
  { file: `${SELLER}/actions`, action: "writeMessageAction", field: "body", rest: note },
  { file: `${SELLER}/actions`, action: "reopenClaimAction", field: "message" },
  { file: `${SELLER}/actions`, action: "escalateClaimAction", field: "message" },
  ...["message", "facts", "evidence"].map((field) => ({
    file: `${SELLER}/actions`,
    action: "sendReplyAction",
    field,
    rest: refusal,
  })),
  {
    file: `${SELLER}/requalify-actions`,
    action: "requalifyClaimAction",
    field: "reason",
    rest: { to: "other", revision: "1" },
  },
  { file: `${SELLER}/lapse-actions`, action: "lapseReturnAction", field: "message", rest: { locale: "fr" } },
  { file: `${SELLER}/lapse-actions`, action: "withdrawOfferAction", field: "message", rest: { locale: "fr" } },
  ...["name", "body"].map((field) => ({
    file: "app/(seller)/reglages/modeles/actions",
    action: "saveTemplateAction",
    field,
    rest: template,
  })),
  ...["name", "recipient", "line1", "line2", "postcode", "city", "packing"].map((field) => ({
    file: "app/(seller)/reglages/retours/actions",
    action: "saveReturnProfileAction",
    field,
    rest: profile,
  })),
  { file: `${CUSTOMER}/actions`, action: "sendMessageAction", field: "body" },
  { file: `${CUSTOMER}/actions`, action: "contestAction", field: "body" },
  { file: `${CUSTOMER}/actions`, action: "helpAction", field: "message" },
  { file: `${CUSTOMER}/actions`, action: "reopenAction", field: "message" },
  { file: `${CUSTOMER}/actions`, action: "attestAction", field: "signatory", rest: { sworn: "oui" } },
  ...["received", "fault", "part", "serial"].map((field) => ({
    file: `${CUSTOMER}/precisions/[claimId]/actions`,
    action: "answerIntakeAction",
    field,
    rest: { question: field },
  })),
];

describe("a form", () => {
  test.each(FORMS)("$action: $field", async ({ file, action, field, rest = {} }) => {
    const { [action]: send } = await import(`../../${file}`);
    const form = new FormData();
    const facts = { claimId: known.claimId, replyId: known.replyId, commitmentId: known.commitmentId };
    const isSettings = file.includes("reglages");
    for (const [name, value] of Object.entries({ ...(isSettings ? {} : facts), ...rest, [field]: LONG })) {
      form.set(name, value);
    }
    const before = await written();
    const bound = file.includes("precisions") ? [link, known.claimId] : file.startsWith(CUSTOMER) ? [link] : [];
    const state = await send(...bound, undefined, form);
    expect(state).toMatchObject({ status: "error", reason: "invalid", values: { [field]: LONG } });
    expect(state.fields).toEqual({ [field]: ["too_long"] });
    expect(await written()).toBe(before);
  });
});

type Call = { readonly name: string; readonly post: RouteHandler; readonly path: string; readonly body: object };
const opening = { orderNumber: "1", situation: "broken_down", message: "En panne." };

const CALLS: readonly Call[] = [
  { name: "opening a claim", post: claims.POST, path: "message", body: { ...opening, message: LONG } },
  { name: "an intake answer", post: claims.POST, path: "intake.fault", body: { ...opening, intake: { fault: LONG } } },
  { name: "a message", post: messages.POST, path: "body", body: { body: LONG } },
  { name: "a note", post: messages.POST, path: "body", body: { body: LONG, visibility: "internal" } },
  { name: "a refusal", post: replies.POST, path: "facts", body: { solution: "refuse", facts: LONG } },
  { name: "a draft", post: replies.POST, path: "message", body: { solution: "refuse", message: LONG, draft: true } },
  { name: "a requalification", post: requalify.POST, path: "reason", body: { situation: "other", reason: LONG } },
  { name: "a withdrawn offer", post: withdraw.POST, path: "message", body: { message: LONG } },
];

describe("the API", () => {
  test.each(CALLS)("$name", async ({ post, path, body }) => {
    const before = await written();
    const params =
      post === withdraw.POST ? { claimId: known.claimId, replyId: known.replyId } : { claimId: known.claimId };
    const answer = await callApi(post, { method: "POST", key, params, body });
    expect(answer).toMatchObject({ status: 422, body: { code: "invalid", errors: [{ path, code: "too_long" }] } });
    expect(answer.body.errors).toHaveLength(1);
    expect(answer.body.errors[0].message).toMatch(/\d/);
    expect(await written()).toBe(before);
  });
});
