import type { OrderDetails } from "@/db/queries/orders";
import { invoiceInForce } from "@/lib/invoices/order-documents";

/** An order as the API shows it: `GET /orders/{number}`. */
export function orderView(details: OrderDetails) {
  const { order, lines, parcels, payments, refunds, discounts, claims, invoices, totalCents } = details;
  const lineIds = new Map(lines.map((line) => [line.id, line.lineId]));
  const invoice = invoiceInForce(invoices);
  return {
    ...headOf(order),
    lines: lines.map(lineOf),
    totalCents,
    parcels: parcels.map((parcel) => ({
      ...datesOf(parcel),
      carrier: parcel.carrier,
      trackingNumber: parcel.trackingNumber,
      mode: parcel.mode,
      shippedBy: parcel.shippedBy,
      lines: parcel.lines.map(({ orderLineId, quantity }) => ({ lineId: lineIds.get(orderLineId) ?? "", quantity })),
      events: parcel.events,
    })),
    payments: payments.map(({ method, amountCents, reference, paidAt }) => ({
      method,
      amountCents,
      reference,
      paidAt,
    })),
    refunds: refunds.map(({ orderLineId, amountCents, shippingCents, method, reference, paidAt }) => ({
      lineId: orderLineId === null ? null : (lineIds.get(orderLineId) ?? null),
      amountCents,
      shippingCents,
      method,
      reference,
      paidAt,
    })),
    discounts: discounts.map(({ amountCents, fundedBy }) => ({ amountCents, fundedBy })),
    invoice: invoice ? { invoiceId: invoice.id, number: invoice.number, issuedOn: invoice.issuedOn } : null,
    claims: claims.map(({ id, reference, situation, state }) => ({ id, reference, situation, state })),
  };
}

function headOf(order: OrderDetails["order"]) {
  return {
    orderId: order.id,
    number: order.number,
    channel: order.channelId,
    externalId: order.externalId,
    placedAt: order.placedAt,
    currency: order.currency,
    customerKind: order.customerKind,
    customer: {
      name: order.customerName,
      email: order.customerEmail,
      phone: order.customerPhone,
      locale: order.customerLocale,
      siren: order.companySiren,
      vatNumber: order.companyVatNumber,
      purchaseOrder: order.purchaseOrder,
    },
    shippingAddress: order.shippingAddress,
    billingAddress: order.billingAddress,
    shipFrom: order.shipFrom,
    shippingCents: order.shippingCents,
    shippingVatRateBps: order.shippingVatRateBps,
    promisedDeliveryOn: order.promisedDeliveryOn,
    withdrawalInformed: order.withdrawalInformed,
    withdrawalInformedOn: order.withdrawalInformedOn,
    withdrawalInformedEvidence: order.withdrawalInformedEvidence,
    externalInvoice:
      order.externalInvoiceNumber === null
        ? null
        : { number: order.externalInvoiceNumber, issuedOn: order.externalInvoiceOn },
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
  };
}

function lineOf(line: OrderDetails["lines"][number]) {
  return {
    lineId: line.lineId,
    sku: line.sku,
    name: line.name,
    quantity: line.quantity,
    unitPriceCents: line.unitPriceCents,
    vatRateBps: line.vatRateBps,
    vatScheme: line.vatScheme,
    kind: line.kind,
    condition: line.condition,
    bulky: line.bulky,
    withdrawalExclusion:
      line.withdrawalExclusionNumber === null
        ? null
        : { number: line.withdrawalExclusionNumber, informedOn: line.withdrawalExclusionInformedOn },
    ecoParticipationCents: line.ecoParticipationCents,
  };
}

function datesOf({ shippedAt, availableAt, deliveredAt, returnedAt }: OrderDetails["parcels"][number]) {
  return { shippedAt, availableAt, deliveredAt, returnedAt };
}
