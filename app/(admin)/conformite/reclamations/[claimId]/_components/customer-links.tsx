import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/app/_components/ui/action-form";
import { StatusBadge } from "@/app/_components/ui/badge";
import { Button } from "@/app/_components/ui/button";
import { Section } from "@/app/_components/ui/card";
import { Disclosure } from "@/app/_components/ui/disclosure";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextField } from "@/app/_components/ui/text-field";
import type { Reader } from "@/app/(seller)/reclamations/[claimId]/_components/reader";
import type { LinkOfClaim } from "@/db/queries/links";
import { formatInstant } from "@/lib/i18n/format";
import { changeLinkAction, correctAddressAction, resendLinkAction } from "../actions";

type Props = {
  readonly claimId: string;
  readonly links: readonly LinkOfClaim[];
  readonly reader: Reader;
  readonly mayWrite: boolean;
};

/** The customer's links: what they are and what can be done with them, never the address that opens one. */
export async function CustomerLinks({ claimId, links, reader, mayWrite }: Props) {
  const [t, reasons] = await Promise.all([getTranslations("compliance.links"), linkReasons()]);
  const mailed = links.find(({ audience }) => audience === "mailed");
  return (
    <Section id="liens" title={t("title")} lead={t("lead")}>
      {links.length === 0 && <p className="text-ink-muted">{t("none")}</p>}
      <ul className="divide-y divide-line">
        {links.map((link) => (
          <li key={link.audience} className="grid gap-2 py-3">
            <LinkFacts link={link} reader={reader} />
            {mayWrite && <ChangeForm claimId={claimId} link={link} reasons={reasons} />}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div className="grid gap-2 border-t border-line pt-3">
          {mailed?.email && (
            <ActionForm id="renvoi-lien" action={resendLinkAction} reasons={reasons} done={t("resent")}>
              <input type="hidden" name="claimId" value={claimId} />
              <SubmitButton variant="secondary">{t("resend")}</SubmitButton>
            </ActionForm>
          )}
          <Disclosure summary={t("correct")}>
            <ActionForm
              id="adresse-lien"
              action={correctAddressAction}
              labels={{ email: t("email") }}
              reasons={reasons}
              sentences={{ same_address: reasons.same_address ?? "" }}
              done={t("corrected")}
              className="grid gap-stack"
            >
              <input type="hidden" name="claimId" value={claimId} />
              <TextField
                name="email"
                type="email"
                label={t("email")}
                hint={t("correct_hint")}
                autoComplete="off"
                required
              />
              <div>
                <SubmitButton>{t("correct_submit")}</SubmitButton>
              </div>
            </ActionForm>
          </Disclosure>
          <Disclosure summary={t("letter")}>
            <p className="mb-2">{t("letter_lead")}</p>
            <form method="post" action={`/conformite/reclamations/${claimId}/lettre`}>
              <Button type="submit" variant="secondary">
                {t("letter_submit")}
              </Button>
            </form>
          </Disclosure>
        </div>
      )}
    </Section>
  );
}

async function LinkFacts({ link, reader }: { readonly link: LinkOfClaim; readonly reader: Reader }) {
  const t = await getTranslations("compliance.links");
  const at = (instant: string) => formatInstant(new Date(instant), reader.zone, reader.locale, "long_without_year");
  const isEnded = link.expiresAt !== null && new Date(link.expiresAt) <= new Date(reader.now);
  const state = link.revokedAt ? "revoked" : isEnded ? "ended" : "open";
  return (
    <div>
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {t(`audiences.${link.audience}`)}
        <StatusBadge tone={state === "open" ? "fine" : "neutral"}>{t(`states.${state}`)}</StatusBadge>
      </p>
      {link.email && <p className="break-all">{link.email}</p>}
      <p className="text-sm text-ink-muted">
        {t("created", { at: at(link.createdAt), generation: link.generation })}
        {link.expiresAt && !link.revokedAt && ` ${t("expires", { at: at(link.expiresAt) })}`}
        {link.revokedAt && ` ${t("revoked", { at: at(link.revokedAt) })}`}
      </p>
    </div>
  );
}

type ChangeProps = {
  readonly claimId: string;
  readonly link: LinkOfClaim;
  readonly reasons: Readonly<Record<string, string>>;
};

async function ChangeForm({ claimId, link, reasons }: ChangeProps) {
  const t = await getTranslations("compliance.links");
  return (
    <ActionForm
      id={`lien-${link.audience}`}
      action={changeLinkAction}
      reasons={reasons}
      done={t("changed")}
      className="flex flex-wrap gap-2"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="audience" value={link.audience} />
      <SubmitButton name="act" value="rotate" variant="secondary" size="small">
        {t("rotate")}
      </SubmitButton>
      {!link.revokedAt && (
        <SubmitButton name="act" value="revoke" variant="danger" size="small">
          {t("revoke")}
        </SubmitButton>
      )}
    </ActionForm>
  );
}

async function linkReasons(): Promise<Readonly<Record<string, string>>> {
  const t = await getTranslations("compliance.links.reasons");
  return {
    not_found: t("not_found"),
    no_address: t("no_address"),
    just_sent: t("just_sent"),
    no_link: t("no_link"),
    same_address: t("same_address"),
  };
}
