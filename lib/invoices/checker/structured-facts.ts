/** Number and gross total of an invoice in XML, CII or UBL, as they are written there. */
export type StructuredFacts = { readonly number?: string | undefined; readonly grossTotal?: string | undefined };

/** Reads two facts by name: a full reader is not needed to compare a page with its XML. */
export function readStructured(xml: string): StructuredFacts {
  const document = /<(?:\w+:)?ExchangedDocument>(.*?)<\/(?:\w+:)?ExchangedDocument>/s.exec(xml)?.[1] ?? xml;
  return {
    number: /<(?:\w+:)?ID[^>]*>([^<]+)</.exec(document)?.[1]?.trim(),
    grossTotal: /<(?:\w+:)?(?:GrandTotalAmount|TaxInclusiveAmount)[^>]*>([\d.]+)</.exec(xml)?.[1],
  };
}
