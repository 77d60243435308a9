import type { WrittenParagraph } from "@/lib/replies/write";

/** An answer as it is read: sentences, lists of facts, and what the law wants repeated. */
export function ReplyText({ paragraphs }: { readonly paragraphs: readonly WrittenParagraph[] }) {
  return (
    <div className="space-y-2 whitespace-normal">
      {blocksOf(paragraphs).map((block) =>
        block.style === "item" ? (
          <ul key={block.key} className="list-disc space-y-0.5 ps-5">
            {block.paragraphs.map((paragraph) => (
              <li key={paragraph.text} className="whitespace-pre-line">
                <Sentence paragraph={paragraph} />
              </li>
            ))}
          </ul>
        ) : (
          block.paragraphs.map((paragraph) => (
            <p
              key={paragraph.text}
              className={block.style === "notice" ? "border-s-4 border-info-line ps-3 text-sm" : "whitespace-pre-line"}
            >
              <Sentence paragraph={paragraph} />
            </p>
          ))
        ),
      )}
    </div>
  );
}

function Sentence({ paragraph }: { readonly paragraph: WrittenParagraph }) {
  if (!paragraph.href) return paragraph.text;
  return (
    <a href={paragraph.href} className="prose-link" rel="noreferrer" target="_blank">
      {paragraph.text}
    </a>
  );
}

type Block = {
  readonly key: string;
  readonly style: WrittenParagraph["style"];
  readonly paragraphs: WrittenParagraph[];
};

/** Neighbours of one style, so that the items that follow each other are one list. */
function blocksOf(paragraphs: readonly WrittenParagraph[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const paragraph of paragraphs) {
    const last = blocks.at(-1);
    if (last?.style === paragraph.style) last.paragraphs.push(paragraph);
    else blocks.push({ key: paragraph.text, style: paragraph.style, paragraphs: [paragraph] });
  }
  return blocks;
}
