import { getTranslations } from "next-intl/server";
import { RadioGroup } from "@/app/_components/ui/choice-field";
import { TextField } from "@/app/_components/ui/text-field";

/** Who asks: by the e-mail address of the order, or by name and postcode. Both are open where a browser is too old to fold. */
export async function IdentityFields() {
  const t = await getTranslations("publicClaim");
  return (
    <RadioGroup
      name="by"
      legend={t("identity")}
      hint={t("identity_hint")}
      look="cards"
      defaultValue="email"
      choices={[
        {
          value: "email",
          label: t("by_email"),
          details: (
            <TextField name="email" type="email" inputMode="email" autoComplete="email" label={t("email")} required />
          ),
        },
        {
          value: "address",
          label: t("by_address"),
          details: (
            <>
              <TextField name="name" autoComplete="name" maxLength={120} label={t("name")} required />
              <TextField
                name="postcode"
                inputMode="text"
                autoComplete="postal-code"
                maxLength={12}
                label={t("postcode")}
                width="short"
                required
              />
            </>
          ),
        },
      ]}
    />
  );
}
