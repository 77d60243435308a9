import { closeDatabase } from "@/db/client";
import { listMembers } from "@/db/queries/memberships";
import { listSellers } from "@/db/queries/sellers";
import { currentTime } from "@/lib/server/clock";
import { adminScope, sellerScope } from "@/lib/server/scope";
import { DEMO_SELLERS, type DemoSeller } from "../demo/sellers";
import { DEMO_STORIES } from "../demo/stories";
import { tellStory } from "../demo/tell-story";
import { FIRST_LIVED, OWN_WORDS } from "./lived";

/*
 * Lives the demo's stories over again for half a year, a fortnight apart. What needs a stored file is left out: all
 * copies of a row would point to one file.
 */
const ROUNDS = 12;
const FORTNIGHT = 14;
/** Most old claims were answered: of those the demo leaves open, a round lives one in so many. */
const UNANSWERED_ONE_IN = 6;
const STORIES = DEMO_STORIES.filter(({ answer }) => !answer?.proof && answer?.solution !== "send_invoice");
const OPERATOR = adminScope({ role: "admin", actor: { kind: "system", job: "bench" } });

await live().finally(closeDatabase);

async function live() {
  const now = currentTime();
  for (const seller of DEMO_SELLERS) {
    const scope = await agentOf(seller);
    let index = FIRST_LIVED;
    for (let round = 1; round <= ROUNDS; round += 1)
      for (const [place, story] of STORIES.entries()) {
        if (!story.answer && place % UNANSWERED_ONE_IN !== round % UNANSWERED_ONE_IN) continue;
        const openedDaysAgo = story.openedDaysAgo + round * FORTNIGHT;
        const told = { ...story, openedDaysAgo, message: `${story.message} Il s’agit de ${OWN_WORDS}.` };
        // A bulky product is collected, on a day that no story names.
        if (seller.products[index % seller.products.length]?.bulky) index += 1;
        await tellStory({ seller, scope, story: told, index, now });
        index += 1;
      }
  }
}

async function agentOf({ slug }: DemoSeller) {
  const known = await listSellers(OPERATOR, { q: slug });
  const sellerId = known.find((seller) => seller.slug === slug)?.id;
  const agent = sellerId && (await listMembers(OPERATOR, sellerId)).find(({ role }) => role === "agent");
  if (!sellerId || !agent) throw new Error(`${slug} is not in the demo`);
  return sellerScope({ sellerId, role: "agent", actor: { kind: "member", userId: agent.userId } });
}
