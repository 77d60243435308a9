"use client";
import clsx from "clsx";
import { Camera, Upload as UploadIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type DragEvent, useId, useRef, useState } from "react";
import { Button, buttonClass } from "@/app/_components/ui/button";
import { useIsLive } from "@/app/_components/ui/use-is-live";
import { ACCEPTED_TYPES } from "@/lib/evidence/accepted-file";
import { DOCUMENT_KINDS, type DocumentKind } from "@/lib/evidence/document";
import { KindField } from "./kind-field";
import { refreshQuietly } from "./quiet-refresh";
import type { UploadIntent } from "./send-file";
import { UploadAnnouncement } from "./upload-announcement";
import { UploadRow } from "./upload-row";
import { useGuardedDrop } from "./use-guarded-drop";
import { useUploads } from "./use-uploads";

type Props = Omit<UploadIntent, "kind"> & {
  /** What may be sent here; one kind is not asked for. */
  readonly kinds: readonly [DocumentKind, ...DocumentKind[]];
  /** Documents whose check is over: nothing is said of it here any more. */
  readonly checked?: readonly string[];
  readonly onReceived?: (file: { readonly documentId: string; readonly name: string }) => void;
};

const ACCEPT = ACCEPTED_TYPES.join(",");

/**
 * Where files are given. Without JavaScript it is a plain form with its button; with it, files leave as soon as they
 * are chosen, dropped or taken with the camera, and go on by themselves after a cut.
 */
export function UploadZone({ kinds, checked = [], onReceived, ...owner }: Props) {
  const t = useTranslations("upload");
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const isLive = useIsLive();
  const [isOver, setIsOver] = useState(false);
  useGuardedDrop();
  const { uploads, add, resume, remove } = useUploads((file) => {
    onReceived?.(file);
    void refreshQuietly(router);
  });

  function give(files: FileList | null): void {
    const chosen = new FormData(form.current ?? undefined).get("kind");
    const kind = DOCUMENT_KINDS.find((known) => known === chosen) ?? kinds[0];
    add([...(files ?? [])], { ...owner, kind });
  }

  function takeDrop(event: DragEvent): void {
    event.preventDefault();
    setIsOver(false);
    give(event.dataTransfer.files);
  }

  const input = (name: string) => ({
    id: `${id}-${name}`,
    type: "file",
    name: "file",
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      give(currentTarget.files);
      currentTarget.value = "";
    },
  });

  return (
    <div className="grid gap-3">
      <form ref={form} action="/api/upload" method="post" encType="multipart/form-data" className="grid gap-3">
        {/* Hidden fields come before the files: the server asks who sends before it reads what. */}
        {Object.entries(owner).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <KindField id={`${id}-kind`} kinds={kinds} />
        <fieldset
          onDragOver={(event) => {
            event.preventDefault();
            setIsOver(true);
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={takeDrop}
          className={clsx(
            "grid gap-2 rounded-md border-2 border-dashed p-4",
            isOver ? "border-primary bg-primary-soft" : "border-line-control bg-surface",
          )}
        >
          <label htmlFor={`${id}-files`} className="flex items-center gap-2 font-semibold">
            <UploadIcon aria-hidden className="size-5" />
            {isLive ? t("drop") : t("choose")}
          </label>
          <input
            {...input("files")}
            multiple
            accept={ACCEPT}
            aria-describedby={`${id}-hint`}
            className="w-full cursor-pointer file:me-3 file:min-h-9 file:cursor-pointer file:rounded-md file:border file:border-solid file:border-line-control file:bg-surface file:px-3 file:font-semibold file:text-ink"
          />
          <p id={`${id}-hint`} className="text-sm text-ink-muted">
            {t("hint")}
          </p>
          {/* A finger points at a phone: there the camera is one touch away. */}
          <div className="hidden pointer-coarse:block">
            <input {...input("camera")} accept="image/jpeg" capture="environment" className="peer sr-only" />
            <label
              htmlFor={`${id}-camera`}
              className={buttonClass(
                { variant: "secondary" },
                "cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus",
              )}
            >
              <Camera aria-hidden />
              {t("camera")}
            </label>
          </div>
        </fieldset>
        {!isLive && (
          <Button type="submit" className="justify-self-start">
            {t("send")}
          </Button>
        )}
      </form>
      {uploads.length > 0 && (
        <ul aria-label={t("sending_list")} className="rounded-md border border-line bg-surface px-3">
          {uploads.map((upload) => (
            <UploadRow
              key={upload.id}
              upload={upload}
              onResume={() => resume(upload)}
              onRemove={() => remove(upload)}
            />
          ))}
        </ul>
      )}
      <UploadAnnouncement
        upload={uploads.findLast(
          ({ state }) => state.kind === "refused" || (state.kind === "received" && !checked.includes(state.documentId)),
        )}
      />
    </div>
  );
}
