import { describe, expect, test } from "vitest";
import { territoryOf } from "@/lib/calendar/territories";

describe("territoryOf", () => {
  test.each([
    { because: "mainland", postcode: "75001", country: "FR", calendar: "FR", zone: "Europe/Paris" },
    { because: "Corsica", postcode: "20000", country: "FR", calendar: "FR", zone: "Europe/Paris" },
    { because: "Moselle", postcode: "57000", country: "FR", calendar: "FR-AM", zone: "Europe/Paris" },
    { because: "Bas-Rhin", postcode: "67000", country: "fr", calendar: "FR-AM", zone: "Europe/Paris" },
    { because: "Haut-Rhin", postcode: "68100", country: "FR", calendar: "FR-AM", zone: "Europe/Paris" },
    { because: "Guadeloupe", postcode: "97110", country: "FR", calendar: "GP", zone: "America/Guadeloupe" },
    { because: "Martinique", postcode: "97200", country: "FR", calendar: "MQ", zone: "America/Martinique" },
    { because: "Guyane", postcode: "97300", country: "FR", calendar: "GF", zone: "America/Cayenne" },
    { because: "La Réunion", postcode: "97 400", country: " FR ", calendar: "RE", zone: "Indian/Reunion" },
    { because: "Saint-Pierre", postcode: "97500", country: "FR", calendar: "PM", zone: "America/Miquelon" },
    { because: "Mayotte", postcode: "97600", country: "FR", calendar: "YT", zone: "Indian/Mayotte" },
    { because: "St-Barth, old code", postcode: "97133", country: "FR", calendar: "BL", zone: "America/St_Barthelemy" },
    { because: "St-Barth", postcode: "97700", country: "FR", calendar: "BL", zone: "America/St_Barthelemy" },
    { because: "St-Martin, old code", postcode: "97150", country: "FR", calendar: "MF", zone: "America/Marigot" },
    { because: "St-Martin", postcode: "97800", country: "FR", calendar: "MF", zone: "America/Marigot" },
    { because: "Wallis", postcode: "98600", country: "FR", calendar: "WF", zone: "Pacific/Wallis" },
    { because: "Tahiti", postcode: "98713", country: "FR", calendar: "PF", zone: "Pacific/Tahiti" },
    { because: "Nuku Hiva", postcode: "98742", country: "FR", calendar: "PF", zone: "Pacific/Marquesas" },
    { because: "Gambier", postcode: "98755", country: "FR", calendar: "PF", zone: "Pacific/Gambier" },
    { because: "Nouméa", postcode: "98800", country: "FR", calendar: "NC", zone: "Pacific/Noumea" },
    { because: "by country code", postcode: "", country: "RE", calendar: "RE", zone: "Indian/Reunion" },
    { because: "no country given", postcode: "97400", country: "", calendar: "RE", zone: "Indian/Reunion" },
    { because: "not a whole postcode", postcode: "974", country: "FR", calendar: "FR", zone: "Europe/Paris" },
    {
      because: "Belgium, a code like Moselle's",
      postcode: "5700",
      country: "BE",
      calendar: "FR",
      zone: "Europe/Brussels",
    },
    { because: "Germany", postcode: "67059", country: "DE", calendar: "FR", zone: "Europe/Berlin" },
    { because: "a country of several zones", postcode: "10001", country: "US", calendar: "FR", zone: "Europe/Paris" },
  ])("$because", ({ postcode, country, calendar, zone }) => {
    expect(territoryOf(postcode, country)).toEqual({ calendar, zone });
  });
});
