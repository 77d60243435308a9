/** The public page that sellers are sent to for the list; our rows are checked against it when it changes. */
export const CHECK_REFERENCE = {
  sheet: "F31808",
  site: "service-public.fr",
  url: "https://entreprendre.service-public.fr/vosdroits/F31808",
  version: 1,
  asOf: "2026-11-23",
} as const;

/** Which invoices a rule concerns; `order` rules need the order to compare with. */
export type CheckScope =
  | "all"
  | "company"
  | "individual"
  | "taxed"
  | "exempt"
  | "professional"
  | "order"
  | "order_total"
  | "structured";

type CheckRule = { readonly scope: CheckScope; readonly source: string };

const MENTIONS = "law:C. com., art. L441-9 ; CGI, ann. II, art. 242 nonies A";

/** What is looked for in an uploaded invoice, in the order it is shown. */
export const CHECK_RULES = {
  title: { scope: "all", source: MENTIONS },
  language: { scope: "all", source: "law:loi 94-665, art. 2" },
  number: { scope: "all", source: MENTIONS },
  issue_date: { scope: "all", source: MENTIONS },
  supply_date: { scope: "all", source: MENTIONS },
  seller_name: { scope: "all", source: MENTIONS },
  seller_address: { scope: "all", source: MENTIONS },
  seller_siren: { scope: "all", source: "law:C. com., art. R123-237" },
  seller_ei: { scope: "individual", source: "law:C. com., art. R526-27" },
  seller_legal_form: { scope: "company", source: "law:C. com., art. R123-238" },
  seller_capital: { scope: "company", source: "law:C. com., art. R123-238" },
  seller_registry: { scope: "company", source: "law:C. com., art. R123-237" },
  seller_vat_number: { scope: "taxed", source: MENTIONS },
  buyer_name: { scope: "all", source: MENTIONS },
  buyer_address: { scope: "all", source: MENTIONS },
  line_names: { scope: "all", source: MENTIONS },
  line_quantities: { scope: "all", source: MENTIONS },
  line_unit_prices: { scope: "all", source: MENTIONS },
  vat_rates: { scope: "taxed", source: MENTIONS },
  total_net: { scope: "taxed", source: MENTIONS },
  total_vat: { scope: "taxed", source: MENTIONS },
  total_gross: { scope: "all", source: MENTIONS },
  totals_add_up: { scope: "taxed", source: MENTIONS },
  exemption_reason: { scope: "exempt", source: "law:CGI, art. 293 E, 294, 297 E" },
  due_date: { scope: "professional", source: "law:C. com., art. L441-9" },
  late_penalty: { scope: "professional", source: "law:C. com., art. L441-10" },
  recovery_indemnity: { scope: "professional", source: "law:C. com., art. L441-10 et D441-5" },
  buyer_siren: { scope: "professional", source: "law:décret 2022-1299" },
  order_number: { scope: "order", source: "assumed:comparison with the order" },
  order_total: { scope: "order_total", source: "assumed:comparison with the order" },
  order_buyer: { scope: "order", source: "assumed:comparison with the order" },
  structured_number: { scope: "structured", source: "assumed:Factur-X, the XML and the page say the same" },
  structured_total: { scope: "structured", source: "assumed:Factur-X, the XML and the page say the same" },
} as const satisfies Record<string, CheckRule>;

export type CheckCode = keyof typeof CHECK_RULES;
