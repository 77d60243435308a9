import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/app/_components/ui/disclosure";
import type { ClaimPage } from "@/db/queries/claim-page";
import { effectiveDue, isUrgent } from "@/lib/deadlines/clock";
import { ClockCard } from "./clock-card";
import type { Reader } from "./reader";

type Clock = ClaimPage["clocks"][number];

/** Every period of the claim: what is due from the seller first, then what still runs, then what ended. */
export async function ClaimClocks({ page, reader }: { readonly page: ClaimPage; readonly reader: Reader }) {
  const t = await getTranslations("clock");
  const isOver = (clock: Clock) => clock.stoppedAt !== null || clock.cancelledAt !== null;
  const urgent = page.clocks.filter((clock) => isUrgent(clock, reader.now)).sort(byDue);
  const running = page.clocks.filter((clock) => !isOver(clock) && !urgent.includes(clock)).sort(byDue);
  const over = page.clocks.filter(isOver).sort(byDue);
  return (
    <section aria-labelledby="delais-titre" id="delais" className="mb-6">
      <h2 id="delais-titre" className="sr-only">
        {t("title")}
      </h2>
      {urgent.length > 0 && <Cards clocks={urgent} page={page} reader={reader} />}
      <div className="flex flex-wrap gap-x-6">
        {running.length > 0 && (
          <Disclosure
            summary={t("running", { count: running.length })}
            open={urgent.length === 0 && running.length < 3}
            className="grow"
          >
            <Cards clocks={running} page={page} reader={reader} />
          </Disclosure>
        )}
        {over.length > 0 && (
          <Disclosure summary={t("over", { count: over.length })} className="grow">
            <Cards clocks={over} page={page} reader={reader} />
          </Disclosure>
        )}
      </div>
      <p className="text-ink-muted text-sm">{t("ruled_by", { version: page.claim.policyVersion })}</p>
    </section>
  );
}

function Cards({
  clocks,
  page,
  reader,
}: {
  readonly clocks: readonly Clock[];
  readonly page: ClaimPage;
  readonly reader: Reader;
}) {
  return (
    <ul className="mb-2 grid items-start gap-3 md:grid-cols-2 xl:grid-cols-3">
      {clocks.map((clock) => (
        <li key={clock.id}>
          <ClockCard clock={clock} page={page} reader={reader} />
        </li>
      ))}
    </ul>
  );
}

function byDue(one: Clock, other: Clock): number {
  return (effectiveDue(one)?.dueBefore ?? one.dueBefore).localeCompare(
    effectiveDue(other)?.dueBefore ?? other.dueBefore,
  );
}
