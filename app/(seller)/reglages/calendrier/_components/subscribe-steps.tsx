import { getTranslations } from "next-intl/server";
import { Section } from "@/app/_components/ui/card";

const PROGRAMS = ["google", "apple", "outlook"] as const;
const STEPS = ["first", "second", "third"] as const;

/** How each of the usual calendars takes the address. */
export async function SubscribeSteps() {
  const t = await getTranslations("calendar.steps");
  return (
    <Section id="abonnement" title={t("title")} lead={t("lead")}>
      <div className="grid gap-6 lg:grid-cols-3">
        {PROGRAMS.map((program) => (
          <section key={program} aria-labelledby={`abonnement-${program}`}>
            <h3 id={`abonnement-${program}`} className="mb-1 font-semibold">
              {t(`${program}.name`)}
            </h3>
            <ol className="grid list-decimal gap-1 ps-5">
              {STEPS.map((step) => (
                <li key={step}>{t(`${program}.${step}`)}</li>
              ))}
            </ol>
            <p className="mt-2 text-sm text-ink-muted">{t(`${program}.note`)}</p>
          </section>
        ))}
      </div>
    </Section>
  );
}
