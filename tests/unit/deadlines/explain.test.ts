import { describe, expect, test } from "vitest";
import { calendar } from "@/lib/calendar/calendars";
import { isoDate } from "@/lib/calendar/civil-day";
import { instant } from "@/lib/calendar/instant";
import { territoryOf } from "@/lib/calendar/territories";
import { explainClock } from "@/lib/deadlines/explain";
import { type ClockContext, openClock } from "@/lib/deadlines/open-clock";
import type { DeadlineKind, DeadlineRule } from "@/lib/deadlines/rule";
import { DEADLINE_POLICY_V1, DEADLINE_RULES } from "@/lib/deadlines/rules";
import { explain, paris, reunion, visible } from "@/tests/unit/deadlines/explained";

describe("explainDeadline", () => {
  test.each<{
    because: string;
    kind: DeadlineKind;
    at: string;
    change?: Partial<DeadlineRule>;
    fr: string;
    en: string;
  }>([
    {
      because: "working days over a holiday",
      kind: "reply",
      at: "2026-04-30T16:00:00+02:00",
      fr: "Demande reçue le jeudi 30 avril 2026 (jour non compté)_: 2_jours ouvrés, jusqu’au mardi 5 mai 2026, minuit (heure de Paris)~; ne comptent pas vendredi 1er mai (Fête du Travail), samedi 2 mai, dimanche 3 mai~; règle_: conditions vendeur, réponse aux réclamations (règle de la place de marché).",
      en: "Request received on Thursday 30 April 2026 (day not counted): 2_working days, until Tuesday 5 May 2026, midnight (Paris time); not counted: Friday 1 May (Labour Day), Saturday 2 May, Sunday 3 May; rule: conditions vendeur, réponse aux réclamations (marketplace rule).",
    },
    {
      because: "working days with nothing to skip",
      kind: "reply",
      at: "2026-11-23T16:00:00+01:00",
      fr: "Demande reçue le lundi 23 novembre 2026 (jour non compté)_: 2_jours ouvrés, jusqu’au mercredi 25 novembre 2026, minuit (heure de Paris)~; règle_: conditions vendeur, réponse aux réclamations (règle de la place de marché).",
      en: "Request received on Monday 23 November 2026 (day not counted): 2_working days, until Wednesday 25 November 2026, midnight (Paris time); rule: conditions vendeur, réponse aux réclamations (marketplace rule).",
    },
    {
      because: "a last day that rolls",
      kind: "withdrawal_period",
      at: "2026-11-07T11:00:00+01:00",
      fr: "Dernier colis livré le samedi 7 novembre 2026 (jour non compté)_: 14_jours calendaires, jusqu’au lundi 23 novembre 2026, minuit (heure de Paris)~; le dernier jour, samedi 21 novembre, est un jour de repos_: report au lundi 23 novembre~; règle_: C. conso. L221-18, L221-19 (loi).",
      en: "Last parcel delivered on Saturday 7 November 2026 (day not counted): 14_calendar days, until Monday 23 November 2026, midnight (Paris time); the last day, Saturday 21 November, is a rest day and moves to Monday 23 November; rule: C. conso. L221-18, L221-19 (law).",
    },
    {
      because: "a last day that does not",
      kind: "delivery_refund",
      at: "2026-06-30T11:00:00+02:00",
      fr: "Contrat résolu le mardi 30 juin 2026 (jour non compté)_: 14_jours calendaires, jusqu’au mardi 14 juillet 2026, minuit (heure de Paris)~; le dernier jour, mardi 14 juillet (Fête nationale), est un jour de repos et n’est pas reporté (lecture prudente)~; règle_: C. conso. L216-7 (loi).",
      en: "Contract ended on Tuesday 30 June 2026 (day not counted): 14_calendar days, until Tuesday 14 July 2026, midnight (Paris time); the last day, Tuesday 14 July (National Day), is a rest day and does not move (the safe reading); rule: C. conso. L216-7 (law).",
    },
    {
      because: "months",
      kind: "legal_guarantee",
      at: "2024-11-23T12:00:00+01:00",
      fr: "Dernier colis livré le samedi 23 novembre 2024 (jour non compté)_: 24_mois, jusqu’au lundi 23 novembre 2026, minuit (heure de Paris)~; règle_: C. conso. L217-3 (loi).",
      en: "Last parcel delivered on Saturday 23 November 2024 (day not counted): 24_months, until Monday 23 November 2026, midnight (Paris time); rule: C. conso. L217-3 (law).",
    },
    {
      because: "one delivery day, assumed",
      kind: "reply",
      at: "2026-11-21T12:00:00+01:00",
      change: { length: 1, unit: "delivery_day", origin: "assumed:usage" },
      fr: "Demande reçue le samedi 21 novembre 2026 (jour non compté)_: 1_jour de livraison, jusqu’au lundi 23 novembre 2026, minuit (heure de Paris)~; ne compte pas dimanche 22 novembre~; règle_: usage (notre lecture).",
      en: "Request received on Saturday 21 November 2026 (day not counted): 1_delivery day, until Monday 23 November 2026, midnight (Paris time); not counted: Sunday 22 November; rule: usage (our reading).",
    },
    {
      because: "running hours",
      kind: "reply",
      at: "2026-11-20T17:30:00+01:00",
      change: { length: 24, unit: "hour" },
      fr: "Demande reçue le vendredi 20 novembre 2026_: 24_heures, jusqu’au samedi 21 novembre 2026, à 17_h_30 (heure de Paris)~; règle_: conditions vendeur, réponse aux réclamations (règle de la place de marché).",
      en: "Request received on Friday 20 November 2026: 24_hours, until Saturday 21 November 2026, at 17:30 (Paris time); rule: conditions vendeur, réponse aux réclamations (marketplace rule).",
    },
    {
      because: "opening hours",
      kind: "reply",
      at: "2026-11-20T17:00:00+01:00",
      change: {
        length: 8,
        unit: "business_hour",
        opening: { 1: [{ from: 540, to: 720 }], 5: [{ from: 840, to: 1080 }], 2: [{ from: 540, to: 1080 }] },
      },
      fr: "Demande reçue le vendredi 20 novembre 2026_: 8_heures d’ouverture, jusqu’au mardi 24 novembre 2026, à 13_h (heure de Paris)~; règle_: conditions vendeur, réponse aux réclamations (règle de la place de marché).",
      en: "Request received on Friday 20 November 2026: 8_opening hours, until Tuesday 24 November 2026, at 13:00 (Paris time); rule: conditions vendeur, réponse aux réclamations (marketplace rule).",
    },
    {
      because: "months that end on a rest day",
      kind: "legal_guarantee",
      at: "2024-07-14T12:00:00+02:00",
      fr: "Dernier colis livré le dimanche 14 juillet 2024 (jour non compté)_: 24_mois, jusqu’au mardi 14 juillet 2026, minuit (heure de Paris)~; le dernier jour, mardi 14 juillet (Fête nationale), est un jour de repos et n’est pas reporté (lecture prudente)~; règle_: C. conso. L217-3 (loi).",
      en: "Last parcel delivered on Sunday 14 July 2024 (day not counted): 24_months, until Tuesday 14 July 2026, midnight (Paris time); the last day, Tuesday 14 July (National Day), is a rest day and does not move (the safe reading); rule: C. conso. L217-3 (law).",
    },
  ])("$because", ({ kind, at, change, fr, en }) => {
    const { sentence } = explain(kind, at, change);
    expect(visible(sentence.fr)).toBe(fr);
    expect(visible(sentence.en)).toBe(en);
  });

  test("holds the days, the rule and its origin", () => {
    const explanation = explain("withdrawal_period", "2026-11-07T11:00:00+01:00");
    expect(explanation).toMatchObject({
      startsOn: "2026-11-07",
      nominalOn: "2026-11-21",
      dueOn: "2026-11-23",
      dueBefore: "2026-11-23T23:00:00.000Z",
      period: { length: 14, unit: "calendar_day", roll: "forward" },
      starts: "last_parcel_delivered",
      origin: "law:C. conso. L221-18, L221-19",
      originKind: "law",
      toVerify: false,
      calendar: "FR",
      zone: "Europe/Paris",
    });
    expect(explanation.days).toHaveLength(17);
    expect(explain("return_cost_refund", "2026-11-07T11:00:00+01:00").toVerify).toBe(true);
  });
});

describe("explainClock", () => {
  const context: ClockContext = {
    policy: DEADLINE_POLICY_V1,
    marketplace: { calendar: "FR", zone: paris },
    delivery: territoryOf("97400", "FR"),
    calendarOf: calendar,
  };
  const at = instant("2026-12-06T11:00:00+04:00");

  test("counts the stored clock again, in its own calendar and zone", () => {
    const clock = openClock("withdrawal_period", at, context);
    const explanation = explainClock(clock, { rule: DEADLINE_RULES.withdrawal_period, calendarOf: calendar });
    expect(explanation).toMatchObject({ dueOn: "2026-12-21", calendar: "RE+FR", zone: "Indian/Reunion" });
    expect(explanation.days.at(-2)).toMatchObject({ day: "2026-12-20", rest: "holiday" });
  });

  test("says that our reading is ours", () => {
    const clock = openClock("reply", at, context);
    const explanation = explainClock(clock, {
      rule: DEADLINE_RULES.reply,
      calendarOf: calendar,
      situation: "no_longer_wanted",
      readerZone: reunion,
    });
    expect(explanation.originKind).toBe("assumed");
    expect(visible(explanation.bound.fr)).toBe(
      "mardi 8 décembre 2026, minuit (heure de Paris), soit mercredi 9 à 3_h à La Réunion",
    );
  });

  test.each([
    { because: "an agreed day", kind: "delivery_due" as const, dueOn: "2026-12-24" },
    { because: "a formal notice", kind: "formal_notice" as const, dueOn: "2026-12-16" },
  ])("$because is shown as set, never counted again", ({ kind, dueOn }) => {
    const clock = openClock(kind, at, context, { dueOn: isoDate(dueOn) });
    const explanation = explainClock(clock, { rule: DEADLINE_RULES[kind], calendarOf: calendar });
    expect(explanation).toMatchObject({ dueOn, period: null });
    expect(explanation.days).toEqual([
      { day: "2026-12-06", counted: false, reason: "day_zero", rest: "sunday" },
      { day: dueOn, counted: false, reason: "fixed" },
    ]);
    expect(visible(explanation.sentence.fr)).toContain(" 2026_: échéance fixée au ");
    expect(explanation.sentence.en).toContain(" 2026: due day set to ");
  });

  test("a day agreed for the very day", () => {
    const clock = openClock("delivery_due", at, context, { dueOn: isoDate("2026-12-06") });
    const { days } = explainClock(clock, { rule: DEADLINE_RULES.delivery_due, calendarOf: calendar });
    expect(days).toEqual([{ day: "2026-12-06", counted: false, reason: "fixed", rest: "sunday" }]);
  });
});
