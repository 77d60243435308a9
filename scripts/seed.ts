import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { closeDatabase } from "@/db/client";
import { createApiKey } from "@/db/commands/api-keys";
import { changeMarketplace } from "@/db/commands/marketplace";
import { saveReturnProfile } from "@/db/commands/return-profiles";
import { createOperatorUser } from "@/db/commands/users";
import { findMailedLink, seedMember, seedSeller } from "@/db/seed";
import type { MemberRole, OperatorRole } from "@/lib/auth/role";
import type { Instant } from "@/lib/calendar/instant";
import { zoneId } from "@/lib/calendar/zone";
import { env } from "@/lib/env";
import { currentTime } from "@/lib/server/clock";
import { customerUrl } from "@/lib/server/customer-link";
import { hashPassword } from "@/lib/server/password";
import { submitPublicClaim } from "@/lib/server/public-claim";
import { adminScope, jobScope, sellerScope, sweepScope } from "@/lib/server/scope";
import { daysBefore, hoursAfter } from "./demo/clockwork";
import { DEMO_SELLERS, type DemoSeller } from "./demo/sellers";
import { DEMO_STORIES } from "./demo/stories";
import { expectValue, tellStory } from "./demo/tell-story";

/*
 * The demo marketplace: three sellers who live the same stories each, told through the product's own
 * commands at their own instants, so that journal and figures are as in life. Passwords are made on each load.
 */
const SEED = sweepScope("demo");

type Login = { readonly email: string; readonly password: string };

await load().finally(closeDatabase);

async function load(): Promise<void> {
  const now = currentTime();
  const start = daysBefore(now, 60);
  const operator = await makeOperator(start);
  const sellers = [];
  for (const seller of DEMO_SELLERS) sellers.push(await makeSeller(seller, { start, now }));
  await submitUnmatched(now);
  const { DATA_DIR, BASE_URL } = env();
  const customerLinks = sellers.flatMap(({ links }) => links);
  const facts = {
    baseUrl: BASE_URL,
    ...operator,
    sellers: sellers.map(({ links: _, ...rest }) => rest),
    customerLinks,
  };
  writeFileSync(join(DATA_DIR, "demo.json"), JSON.stringify(facts, null, 2), { mode: 0o600 });
}

/** Somebody who mistyped the order's number: it waits for the operator. */
async function submitUnmatched(now: Instant): Promise<void> {
  const identity = { by: "email", email: "lucie.dubreuil@client.example" } as const;
  const message = "Je n’ai toujours pas reçu ma commande passée il y a deux semaines.";
  const input = { orderNumber: "ML-62001", identity, situation: "parcel_not_received", message, locale: "fr" } as const;
  const at = hoursAfter(now, -5);
  await submitPublicClaim(input, at, at);
}

async function makeOperator(start: Instant) {
  const first = await makeOperatorUser("admin@place.example", "Claire Aubert", "admin", start);
  const second = await makeOperatorUser("admin2@place.example", "Karim Lacroix", "admin", start);
  const auditor = await makeOperatorUser("audit@place.example", "Denis Morel", "auditor", start);
  const scope = adminScope({ role: "admin", actor: { kind: "operator", userId: first.userId } });
  expectValue(
    await changeMarketplace(
      scope,
      {
        name: "La Grande Place",
        legalName: "La Grande Place SAS",
        postalAddress: "10 place de la Bourse, 75002 Paris",
        contactEmail: "clients@place.example",
        calendar: "FR",
        zone: zoneId("Europe/Paris"),
        mediator: {
          name: "Médiateur du e-commerce de la FEVAD",
          postalAddress: "BP 20015, 75362 Paris CEDEX 8",
          website: "https://www.mediateurfevad.fr",
        },
      },
      start,
    ),
  );
  const { key: adminApiKey } = expectValue(
    await createApiKey(scope, { label: "Démonstration", access: "write" }, start),
  );
  return { admin: first.login, admins: [first.login, second.login], auditor: auditor.login, adminApiKey };
}

async function makeOperatorUser(email: string, name: string, operatorRole: OperatorRole, now: Instant) {
  const { login, passwordHash } = await newLogin(email);
  const { userId } = expectValue(await createOperatorUser(SEED, { email, name, passwordHash, operatorRole }, now));
  return { login, userId };
}

async function makeSeller(seller: DemoSeller, { start, now }: { readonly start: Instant; readonly now: Instant }) {
  const {
    ownerName,
    agentName,
    returns,
    products: _products,
    vatScheme: _vat,
    shipFrom: _from,
    carriers: _carriers,
    pace: _pace,
    ...row
  } = seller;
  const sellerId = await seedSeller(SEED, row, start);
  const owner = await makeMember(
    sellerId,
    { slug: seller.slug, role: "owner", name: ownerName, zone: seller.zone },
    start,
  );
  const agent = await makeMember(
    sellerId,
    { slug: seller.slug, role: "agent", name: agentName, zone: seller.zone },
    start,
  );
  const viewer = await makeMember(
    sellerId,
    { slug: seller.slug, role: "viewer", name: "Lecture seule", zone: seller.zone },
    start,
  );
  const ownerScope = sellerScope({ sellerId, role: "owner", actor: { kind: "member", userId: owner.userId } });
  const agentScope = sellerScope({ sellerId, role: "agent", actor: { kind: "member", userId: agent.userId } });
  expectValue(await saveReturnProfile(ownerScope, returns, start));
  const { key: apiKey } = expectValue(
    await createApiKey(ownerScope, { label: "Démonstration", access: "write" }, start),
  );
  const links = await tellStories(seller, agentScope, now);
  const members = [owner, agent, viewer].map(({ role, login }) => ({ role, ...login }));
  return { slug: seller.slug, ...owner.login, apiKey, members, links };
}

async function makeMember(
  sellerId: string,
  member: { readonly slug: string; readonly role: MemberRole; readonly name: string; readonly zone: string },
  now: Instant,
) {
  const { slug, role, name, zone } = member;
  const { login, passwordHash } = await newLogin(`${role}@${slug}.example`);
  const userId = await seedMember(SEED, { sellerId, role, email: login.email, name, passwordHash, zone }, now);
  return { role, login, userId };
}

async function tellStories(seller: DemoSeller, scope: Parameters<typeof tellStory>[0]["scope"], now: Instant) {
  const links: string[] = [];
  const job = jobScope(scope.sellerId, { kind: "system", job: "demo" });
  for (const [place, story] of DEMO_STORIES.entries()) {
    const index = place + DEMO_SELLERS.indexOf(seller) * 5;
    const told = await tellStory({ seller, scope, story, index, now });
    const link = story.answer && !story.ending ? await findMailedLink(job, told.orderId) : undefined;
    if (link) links.push(customerUrl(link));
  }
  return links;
}

async function newLogin(email: string): Promise<{ readonly login: Login; readonly passwordHash: string }> {
  const password = randomBytes(9).toString("base64url");
  return { login: { email, password }, passwordHash: await hashPassword(password) };
}
