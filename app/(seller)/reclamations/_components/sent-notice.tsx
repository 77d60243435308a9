import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ClientMessages } from "@/app/_components/client-messages";
import { Alert } from "@/app/_components/ui/alert";
import { findOwnSentReply } from "@/db/queries/undoable-reply";
import type { SellerScope } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { UndoForm } from "./undo-form";

const sentSchema = z
  .string()
  .transform((text) => text.split("."))
  .pipe(z.tuple([z.uuid(), z.uuid()]));

type Props = { readonly scope: SellerScope; readonly sent: unknown; readonly now: Instant };

/** What became of the answer just sent, on the page that opens after it, with the ten seconds to take it back. */
export async function SentNotice({ scope, sent, now }: Props) {
  const parsed = sentSchema.safeParse(sent);
  if (!parsed.success) return null;
  const [claimId, replyId] = parsed.data;
  const reply = await findOwnSentReply(scope, { claimId, replyId });
  if (!reply?.visibleAt || reply.status !== "sent") return null;
  const t = await getTranslations("reply.sent");
  const secondsLeft = Math.ceil((Date.parse(reply.visibleAt) - Date.parse(now)) / 1000);
  return (
    <Alert
      kind="success"
      announce
      className="mb-stack"
      title={t("title")}
      actions={
        secondsLeft > 0 && (
          <ClientMessages namespaces={["reply"]}>
            <UndoForm claimId={claimId} replyId={replyId} secondsLeft={secondsLeft} />
          </ClientMessages>
        )
      }
    >
      <p>
        {t.rich("text", {
          reference: reply.reference,
          link: (words) => (
            <Link href={`/reclamations/${claimId}`} className="prose-link">
              {words}
            </Link>
          ),
        })}
      </p>
    </Alert>
  );
}
