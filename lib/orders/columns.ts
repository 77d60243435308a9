import { lineIdOf } from "@/lib/orders/consistency";
import type { ParcelEvent } from "@/lib/orders/parcel";
import type { OrderBody, OrderLineBody, ParcelBody, RefundBody } from "@/lib/orders/schema";
import { type SellerVat, vatSchemeOf } from "@/lib/orders/warnings";

/* An order's body as the columns that keep it. What was not said is null; a list left out is no column. */

export function orderColumns(body: OrderBody) {
  const { customer, externalInvoice } = body;
  return {
    placedAt: body.placedAt,
    currency: body.currency,
    customerKind: body.customerKind,
    customerName: customer.name,
    customerEmail: customer.email ?? null,
    customerPhone: customer.phone ?? null,
    customerLocale: customer.locale,
    companySiren: customer.siren ?? null,
    companyVatNumber: customer.vatNumber ?? null,
    purchaseOrder: customer.purchaseOrder ?? null,
    shippingAddress: body.shippingAddress,
    billingAddress: body.billingAddress ?? null,
    shipFrom: body.shipFrom ?? null,
    shippingCents: body.shippingCents,
    shippingVatRateBps: body.shippingVatRateBps,
    promisedDeliveryOn: body.promisedDeliveryOn ?? null,
    withdrawalInformed: body.withdrawalInformed,
    withdrawalInformedOn: body.withdrawalInformedOn ?? null,
    withdrawalInformedEvidence: body.withdrawalInformedEvidence ?? null,
    externalInvoiceNumber: externalInvoice?.number ?? null,
    externalInvoiceOn: externalInvoice?.issuedOn ?? null,
  };
}

export function lineColumns(line: OrderLineBody, position: number, seller: SellerVat) {
  return {
    lineId: lineIdOf(line),
    position,
    sku: line.sku,
    name: line.name,
    quantity: line.quantity,
    unitPriceCents: line.unitPriceCents,
    vatRateBps: line.vatRateBps,
    vatScheme: vatSchemeOf(line, seller),
    kind: line.kind,
    condition: line.condition,
    bulky: line.bulky,
    withdrawalExclusionNumber: line.withdrawalExclusion?.number ?? null,
    withdrawalExclusionInformedOn: line.withdrawalExclusion?.informedOn ?? null,
    ecoParticipationCents: line.ecoParticipationCents ?? null,
  };
}

export function parcelColumns(parcel: ParcelBody, position: number) {
  const events: readonly ParcelEvent[] = parcel.events;
  return {
    position,
    carrier: parcel.carrier,
    trackingNumber: parcel.trackingNumber,
    mode: parcel.mode,
    shippedBy: parcel.shippedBy,
    shippedAt: parcel.shippedAt ?? null,
    availableAt: parcel.availableAt ?? null,
    deliveredAt: parcel.deliveredAt ?? null,
    returnedAt: parcel.returnedAt ?? null,
    events,
  };
}

/** What a parcel holds, line by line; empty when nobody said. */
export function parcelContents(parcel: ParcelBody): readonly ParcelContent[] {
  return (parcel.lines ?? []).map(({ lineId, quantity }) => ({ lineId, quantity }));
}

export function paymentColumns({ method, amountCents, reference, paidAt }: PaymentBody) {
  return { method, amountCents, reference: reference ?? null, paidAt };
}

export function refundColumns({ lineId, amountCents, shippingCents, method, reference, paidAt }: RefundBody) {
  return { lineId: lineId ?? null, amountCents, shippingCents, method, reference, paidAt };
}

type PaymentBody = NonNullable<OrderBody["payments"]>[number];

export type ParcelContent = { readonly lineId: string; readonly quantity: number };
export type OrderColumns = Readonly<ReturnType<typeof orderColumns>>;
export type LineColumns = Readonly<ReturnType<typeof lineColumns>>;
export type ParcelColumns = Readonly<ReturnType<typeof parcelColumns>>;
export type PaymentColumns = Readonly<ReturnType<typeof paymentColumns>>;
export type RefundColumns = Readonly<ReturnType<typeof refundColumns>>;
export type DiscountColumns = NonNullable<OrderBody["discounts"]>[number];
