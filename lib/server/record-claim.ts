import { instantOfLocalTime } from "@/lib/calendar/local-time";
import { parseZone } from "@/lib/calendar/zone";
import { openClaimInput } from "@/lib/claims/schema";

const LINE = "lines.";

/** The form of a claim recorded by hand, as the command takes it; its instants are local time of the form's zone. */
export function readRecordedClaim(form: FormData) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" && value.trim() !== "" ? value : undefined;
  };
  const zone = parseZone(text("zone") ?? "");
  const instantOf = (name: string) => {
    const value = text(name);
    return value && zone ? (instantOfLocalTime(value, zone) ?? value) : value;
  };
  const lines = [...form.keys()].flatMap((name) => {
    const quantity = name.startsWith(LINE) ? Number(text(name) ?? 0) : 0;
    return quantity === 0 ? [] : [{ lineId: name.slice(LINE.length), quantity }];
  });
  return openClaimInput.safeParse({
    orderNumber: text("orderNumber"),
    situation: text("situation"),
    message: text("message"),
    channel: text("channel"),
    statementSentAt: instantOf("statementSentAt"),
    receivedAt: instantOf("receivedAt"),
    ...(lines.length > 0 ? { lines } : {}),
  });
}
