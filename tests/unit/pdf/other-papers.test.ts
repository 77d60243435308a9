import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { isoDate } from "@/lib/calendar/civil-day";
import { renderCancellationPdf } from "@/lib/server/pdf/cancellation-confirmation";
import { exactInstant, longDay, money, netUnitPrice, percent } from "@/lib/server/pdf/french-format";
import { renderReturnSlipPdf } from "@/lib/server/pdf/return-slip";
import { renderWithdrawalAcknowledgementPdf } from "@/lib/server/pdf/withdrawal-acknowledgement";
import { company } from "@/tests/unit/invoices/drafts";

const createdAt = new Date("2026-11-23T09:30:05Z");
const items = [{ name: "Lampe de chevet", sku: "LAMPE-01", quantity: 2 }];

async function titleAndPages(bytes: Uint8Array) {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  return [file.getTitle(), file.getPageCount()];
}

describe("papers of the same family", () => {
  test("return slip", async () => {
    const bytes = await renderReturnSlipPdf({
      seller: company,
      reference: "RET-8F3K",
      orderNumber: "CMD-2026-0042",
      customerName: "Claire Morel",
      returnAddress: company.address,
      items,
      sendBefore: isoDate("2026-12-07"),
      paidBy: "seller",
      issuedOn: isoDate("2026-11-23"),
      createdAt,
    });
    expect(await titleAndPages(bytes)).toEqual(["Bon de retour RET-8F3K", 1]);
  });

  test.each([
    { kind: "refund", amountCents: 10_570, currency: "EUR", noLaterThan: isoDate("2026-12-07") } as const,
    { kind: "nothing_debited" } as const,
  ])("cancellation confirmation: $kind", async (refund) => {
    const bytes = await renderCancellationPdf({
      seller: company,
      orderNumber: "CMD-2026-0042",
      orderPlacedOn: isoDate("2026-11-16"),
      customerName: "Claire Morel",
      items,
      cancelledOn: isoDate("2026-11-23"),
      refund,
      createdAt,
    });
    expect(await titleAndPages(bytes)).toEqual(["Confirmation d’annulation CMD-2026-0042", 1]);
  });

  test("withdrawal acknowledgement, however long the statement", async () => {
    const bytes = await renderWithdrawalAcknowledgementPdf({
      marketplaceName: "Marché des Halles",
      reference: "RTR-18",
      statement: { name: "דוד", orderNumber: "CMD", email: "d@example.com", text: "Je me rétracte. ".repeat(900) },
      sentAt: createdAt,
      timeZone: "Indian/Reunion",
    });
    const [title, pages] = await titleAndPages(bytes);
    expect(title).toBe("Accusé de réception RTR-18");
    expect(pages).toBeGreaterThan(2);
  });
});

describe("French writing", () => {
  test("instants carry their second and their zone", () => {
    expect(exactInstant(createdAt, "Europe/Paris")).toBe("lundi 23 novembre 2026 à 10:30:05 (UTC+1)");
    expect(exactInstant(createdAt, "Indian/Reunion")).toBe("lundi 23 novembre 2026 à 13:30:05 (UTC+4)");
  });

  test("days, rates and amounts", () => {
    expect(longDay(isoDate("2026-12-07"))).toBe("lundi 7 décembre 2026");
    expect(percent(550)).toBe("5,5\u00A0%");
    expect(money(123_456, "EUR")).toBe("1\u202F234,56\u00A0€");
    expect(money(-850, "EUR")).toBe("−8,50\u00A0€");
    expect(netUnitPrice(832, 3, "EUR")).toBe("2,7733\u00A0€");
    expect(netUnitPrice(8317, 2, "EUR")).toBe("41,585\u00A0€");
    expect(netUnitPrice(8316, 2, "EUR")).toBe("41,58\u00A0€");
  });
});
