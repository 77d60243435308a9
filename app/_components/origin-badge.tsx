import { BookOpen, FilePen, Landmark, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "./ui/badge";

type Props = {
  /** `law:C. conso. L221-18`, `contract:…`, `assumed:…` */
  readonly origin: string;
};

/** Where a rule comes from. A house rule never looks like the Code: only the law carries its article. */
export function OriginBadge({ origin }: Props) {
  const t = useTranslations("ui.origin");
  const [kind = "", text = ""] = origin.split(/:(.*)/s);
  if (kind === "law") return <Mark icon={Landmark} look="law" words={t("law", { article: text })} />;
  if (kind === "contract") return <Mark icon={BookOpen} look="house" words={t("contract")} />;
  return <Mark icon={FilePen} look="assumed" words={t("assumed")} />;
}

const LOOKS = {
  law: "border-info-line bg-info-soft text-info",
  house: "",
  assumed: "border-dashed border-line-control bg-surface",
} as const;

function Mark({
  icon: Icon,
  look,
  words,
}: {
  readonly icon: LucideIcon;
  readonly look: keyof typeof LOOKS;
  readonly words: string;
}) {
  return (
    <Badge look={LOOKS[look]}>
      <Icon aria-hidden className="size-[1.05em] shrink-0" />
      {words}
    </Badge>
  );
}
