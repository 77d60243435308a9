import { ActionForm } from "@/app/_components/ui/action-form";
import { Section } from "@/app/_components/ui/card";
import { CheckboxField, CheckboxGroup, RadioGroup } from "@/app/_components/ui/choice-field";
import { Fieldset } from "@/app/_components/ui/fieldset";
import { FileField } from "@/app/_components/ui/file-field";
import { SelectField } from "@/app/_components/ui/select-field";
import { SubmitButton } from "@/app/_components/ui/submit-button";
import { TextareaField, TextField } from "@/app/_components/ui/text-field";
import { sampleAction } from "../actions";

export function Forms() {
  return (
    <Section
      id="formulaires"
      title="Formulaires"
      lead="Envoyez-le vide : ce qui manque est dit, ce qui est saisi reste."
    >
      <ActionForm
        id="essai"
        action={sampleAction}
        done="Formulaire enregistré."
        className="grid gap-stack"
        labels={{ street: "Rue", email: "E-mail" }}
        sentences={{ "postcode.required": "Indiquez le code postal de l’adresse de retour." }}
      >
        <RadioGroup
          name="solution"
          legend="Votre solution"
          look="cards"
          choices={[
            {
              value: "confirm",
              label: "Confirmer la livraison",
              hint: "Numéro de colis et preuve",
              details: <TextField name="tracking" label="Numéro de colis" width="half" required />,
            },
            { value: "refund", label: "Rembourser", hint: "Montant et date" },
            { value: "none", label: "Indisponible ici", disabled: true },
          ]}
        />
        <Fieldset legend="Adresse de retour" hint="Une boîte postale seule ne suffit pas.">
          <TextField name="street" label="Rue" required autoComplete="street-address" />
          <TextField name="postcode" label="Code postal" required width="short" inputMode="numeric" />
          <TextField name="email" label="E-mail" type="email" hint="Pour l’accusé de réception" />
        </Fieldset>
        <SelectField
          name="carrier"
          label="Transporteur"
          required
          placeholder="Choisir…"
          options={[
            { value: "colissimo", label: "Colissimo" },
            { value: "other", label: "Autre" },
          ]}
        />
        <TextField name="until" label="Renvoyer avant le" type="date" width="short" required />
        <TextareaField name="message" label="Message au client" rows={4} />
        <CheckboxGroup
          name="lines"
          legend="Articles concernés"
          required={false}
          choices={[
            { value: "a", label: "Lampe en laiton" },
            { value: "b", label: "Ampoule", hint: "2 unités" },
          ]}
        />
        <CheckboxField name="sure" label="J’ai relu ma réponse" />
        <FileField name="proof" label="Preuve de livraison" hint="PDF ou image, 10 Mo au plus" />
        <TextField name="secret" label="Mot de passe" type="password" autoComplete="off" />
        <div>
          <SubmitButton>Envoyer</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
