import { Paperclip } from "lucide-react";

type Props = { readonly files: readonly { readonly href: string; readonly name: string }[] };

/** What left with an answer or a message. */
export function FileLinks({ files }: Props) {
  if (files.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 whitespace-normal">
      {files.map(({ href, name }) => (
        <li key={href}>
          <a href={href} className="prose-link inline-flex min-h-6 items-center gap-1.5">
            <Paperclip aria-hidden className="size-4" />
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
