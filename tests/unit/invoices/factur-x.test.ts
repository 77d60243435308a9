import { Profile, validateXsd } from "@stackforge-eu/factur-x";
import { FacturX } from "factur-x-kit";
import { describe, expect, test } from "vitest";
import { facturXml } from "@/lib/invoices/factur-x/factur-xml";
import { numbered } from "@/tests/unit/invoices/drafts";
import { SAMPLES } from "@/tests/unit/invoices/samples";

describe("facturXml", () => {
  test.each(Object.entries(SAMPLES))("%s: follows the official schema", async (_, invoice) => {
    const result = await validateXsd(facturXml(invoice), Profile.EN16931);
    expect(result.errors).toEqual([]);
  });

  test.each(Object.entries(SAMPLES))(
    "%s: another implementation reads it and finds no broken rule",
    async (_, invoice) => {
      const read = await FacturX.fromXML(Buffer.from(facturXml(invoice)));
      const result = read.validate();
      expect(result).toMatchObject({ valid: true });
    },
  );

  test("the other implementation does find a broken rule", async () => {
    const broken = facturXml(numbered()).replace("GrandTotalAmount>49.90", "GrandTotalAmount>49.91");
    const read = await FacturX.fromXML(Buffer.from(broken));
    expect(read.validate()).toMatchObject({ valid: false });
  });

  test("a name cannot break out of its element", () => {
    const xml = facturXml(numbered({ order: { ...numbered().order, number: 'A<b>&"\u0007' } }));
    expect(xml).toContain("<ram:IssuerAssignedID>A&lt;b&gt;&amp;&quot;</ram:IssuerAssignedID>");
  });
});
