import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { Section } from "@/app/_components/ui/card";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { findOwnCalendarFeed } from "@/db/queries/calendar-feeds";
import { calendarFeedUrl } from "@/lib/server/calendar-feed";
import { requireSeller, requireViewer } from "@/lib/server/session";
import { SettingsPage } from "../_components/settings-page";
import { EndFeed } from "./_components/end-feed";
import { SubscribeSteps } from "./_components/subscribe-steps";
import { Subscription } from "./_components/subscription";
import { openFeedAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("title") };
}

export default async function CalendarPage() {
  const [t, scope, viewer] = await Promise.all([getTranslations("calendar"), requireSeller(), requireViewer()]);
  const feed = await findOwnCalendarFeed(scope, viewer.userId);
  return (
    <SettingsPage tab="calendar" scope={scope}>
      <div className="grid gap-6">
        <Section id="mon-calendrier" title={t("title")} lead={t("lead")}>
          {feed ? (
            <Subscription url={calendarFeedUrl(feed)} createdAt={feed.createdAt} zone={viewer.zone} />
          ) : (
            <ActionForm id="form-calendrier" action={openFeedAction}>
              <SubmitButton>{t("open")}</SubmitButton>
            </ActionForm>
          )}
        </Section>
        {feed && <SubscribeSteps />}
        {feed && <EndFeed />}
      </div>
    </SettingsPage>
  );
}
