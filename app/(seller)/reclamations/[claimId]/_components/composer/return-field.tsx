"use client";
import clsx from "clsx";
import type { ReactNode } from "react";
import type { FieldName } from "@/lib/replies/field";

/**
 * Fields that only mean something for one way of sending the goods back. They show by CSS alone, so that they do
 * without JavaScript too; a hidden one is not read by the answer.
 */
const SHOWN_WITH: Partial<Record<FieldName, string>> = {
  returnMeans: "group-has-[[name=costBearer][value=customer]:checked]/return:hidden",
  labelFollowsOn: "hidden group-has-[[name=returnMeans][value=prepaid_label]:checked]/return:block",
  depositCode: "hidden group-has-[[name=returnMeans][value=deposit_code]:checked]/return:block",
  collectionOn: "hidden group-has-[[name=returnMeans][value=collection]:checked]/return:block",
  advanceRefundOn: "hidden group-has-[[name=returnMeans][value=customer_advances]:checked]/return:block",
};

type Props = { readonly name: FieldName; readonly className?: string | undefined; readonly children: ReactNode };

export function ReturnField({ name, className, children }: Props) {
  return <div className={clsx(SHOWN_WITH[name], className)}>{children}</div>;
}
