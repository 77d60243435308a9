import { Text, View } from "@react-pdf/renderer";
import type { PostalAddress } from "@/lib/orders/order";
import { shared } from "@/lib/server/pdf/theme";

const COUNTRY_NAMES = new Intl.DisplayNames("fr-FR", { type: "region" });

/** Lines of an address after the name; the country only abroad. */
export function addressLines({ line1, line2, postcode, city, country }: PostalAddress): readonly string[] {
  const abroad = country === "FR" ? undefined : countryName(country);
  return [line1, line2, `${postcode} ${city}`.trim(), abroad].flatMap((text) =>
    text === undefined || text === "" ? [] : [text],
  );
}

type AddressBlockProps = {
  readonly label: string;
  readonly name: string;
  readonly lines: readonly string[];
};

export function AddressBlock({ label, name, lines }: AddressBlockProps) {
  return (
    <View style={shared.column}>
      <Text style={shared.label}>{label}</Text>
      <Text style={shared.strong}>{name}</Text>
      {lines.map((text) => (
        <Text key={text}>{text}</Text>
      ))}
    </View>
  );
}

function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (COUNTRY_NAMES.of(code) ?? code) : code;
}
