import { isProblem } from "@/lib/server/api/problems";
import { receiveDocument } from "@/lib/server/api/receive-document";
import { announce, put } from "./browser";
import { type Choice, plainForm, postForm } from "./plain-sender";
import { now, type SellerWithClaim } from "./upload-fixture";

/** What became of a file at a door: taken, or refused with a reason of the message files. */
type Answer = "received" | (string & {});
export type Door = { readonly door: string; readonly send: (shop: SellerWithClaim, file: Choice) => Promise<Answer> };

/** Every way in for a file: the browser's client, the plain form, the API. */
export const DOORS: readonly Door[] = [
  { door: "with JavaScript", send: throughClient },
  { door: "without JavaScript", send: throughForm },
  { door: "through the API", send: throughApi },
];

async function throughClient(shop: SellerWithClaim, { bytes, ...file }: Choice): Promise<Answer> {
  const announced = await announce(
    shop.member(),
    { ...file, size: bytes.length },
    { claimId: shop.claimId, kind: "photo" },
  );
  const answer: unknown = await announced.json();
  if (!Array.isArray(answer)) return String(Object(answer).message);
  const sent = await put(String(answer[0].url), bytes);
  return sent.ok ? "received" : String(Object(await sent.json()).error);
}

async function throughForm(shop: SellerWithClaim, file: Choice): Promise<Answer> {
  const answer = await postForm(shop, plainForm(shop, [file]));
  return /[?&]envoi=(\w+)/.exec(answer.headers.get("location") ?? "")?.[1] ?? `status ${answer.status}`;
}

async function throughApi(shop: SellerWithClaim, file: Choice): Promise<Answer> {
  const body = plainForm(shop, [file], { kind: "photo" });
  const request = new Request("http://localhost:3000/api", { method: "POST", body });
  const { claimId } = shop;
  const answer = await receiveDocument({ request, scope: shop.member(), claimId, now, locale: "fr" });
  if (!isProblem(answer)) return "received";
  return String(answer.members?.reason ?? (answer.problem === "body_too_large" ? "too_large" : answer.problem));
}
