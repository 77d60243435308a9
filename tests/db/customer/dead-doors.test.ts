import { uuidv7 } from "uuidv7";
import { afterAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { GET as readInvoice } from "@/app/(customer)/suivi/[token]/factures/[invoiceId]/route";
import { GET as readPaper } from "@/app/(customer)/suivi/[token]/papiers/[replyId]/route";
import { GET as readSheet } from "@/app/api/suivi/[token]/documents/[documentId]/fiche/route";
import { POST as openDocument, GET as readDocument } from "@/app/api/suivi/[token]/documents/[documentId]/route";
import { closeDatabase } from "@/db/client";
import { accepted } from "@/lib/outcome";
import { currentTime } from "@/lib/server/clock";
import { customerAction } from "@/lib/server/customer-action";
import { openCustomerLink } from "@/lib/server/customer-link";
import { authoriseUpload } from "@/lib/server/upload/authorise";
import { DEAD_TOKENS, tokenOfLink } from "../../support/dead-tokens";

vi.mock("server-only", () => ({}));

afterAll(closeDatabase);

/** Addresses of files behind a link, asked for with a number that could be one. */
const FILES: Readonly<Record<string, (token: string) => Promise<Response>>> = {
  "a document": (token) => readDocument(asked("GET"), { params: Promise.resolve({ token, documentId: uuidv7() }) }),
  "a document, noted": (token) =>
    openDocument(asked("POST"), { params: Promise.resolve({ token, documentId: uuidv7() }) }),
  "the sheet of a proof": (token) =>
    readSheet(asked("GET"), { params: Promise.resolve({ token, documentId: uuidv7() }) }),
  "an invoice": (token) => readInvoice(asked("GET"), { params: Promise.resolve({ token, invoiceId: uuidv7() }) }),
  "the paper of an answer": (token) =>
    readPaper(asked("GET"), { params: Promise.resolve({ token, replyId: uuidv7() }) }),
};

function asked(method: string): Request {
  const headers = { origin: "http://localhost", host: "localhost" };
  return new Request("http://localhost/suivi/x", { method, headers });
}

/** As any form of the page: what it is for is never reached. */
const run = vi.fn(async () => accepted(null));
const anyForm = customerAction(z.object({ body: z.string() }), run);

function typed(): FormData {
  const form = new FormData();
  form.set("body", "Ma réponse");
  return form;
}

describe.each(DEAD_TOKENS)("a token that is $because", ({ token }) => {
  test("is answered at every file as a file that is not there", async () => {
    const [dead, alive] = [await token(), await tokenOfLink()];
    for (const [name, read] of Object.entries(FILES)) {
      const [answer, missing] = [await read(dead), await read(alive)];
      expect([name, answer.status, await answer.text()]).toEqual([name, 404, ""]);
      expect([...answer.headers], name).toEqual([...missing.headers]);
    }
  });

  test("posts no form, and gives back what was typed", async () => {
    run.mockClear();
    expect(await anyForm(await token(), null, typed())).toEqual({
      status: "error",
      reason: "link_dead",
      values: { body: "Ma réponse" },
    });
    expect(run).not.toHaveBeenCalled();
  });

  test("takes no file in", async () => {
    const customer = (given: string) => openCustomerLink(given, currentTime());
    const visitor = { seller: async () => undefined, customer };
    const intent = { kind: "photo", token: await token(), claimId: uuidv7() } as const;
    expect(await authoriseUpload(visitor, intent)).toBeUndefined();
  });
});

test("the same form through a link that is alive is run", async () => {
  run.mockClear();
  expect(await anyForm(await tokenOfLink(), null, typed())).toEqual({ status: "done", value: null });
  expect(run).toHaveBeenCalledTimes(1);
});
