import { DEADLINE_POLICY_V1 } from "@/lib/deadlines/rules";
import type { PolicyContent } from "./policy";

/** Policy version 1. Code reads the version it is given; a migration copies this one. */
export const POLICY_V1: PolicyContent = {
  deadlines: DEADLINE_POLICY_V1,
  closeAfterSilentDays: 30,
  linkDaysAfterClosure: 90,
};
