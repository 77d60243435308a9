"use client";
import { useReducer, useRef } from "react";
import { announcedRefusal, MAX_FILES } from "@/lib/evidence/accepted-file";
import { displayFileName } from "@/lib/evidence/file-name";
import type { UploadReason } from "@/lib/evidence/upload-reason";
import { pauseBefore, takeTurns } from "./network";
import { setsOut } from "./quiet-refresh";
import { sendFile, type UploadIntent } from "./send-file";

export type UploadState =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending"; readonly percent: number }
  | { readonly kind: "cut"; readonly percent: number }
  | { readonly kind: "paused"; readonly percent: number }
  | { readonly kind: "received"; readonly documentId: string }
  | { readonly kind: "refused"; readonly reason: UploadReason };

export type Upload = { readonly id: number; readonly file: File; readonly state: UploadState };

type Change =
  | { readonly kind: "added"; readonly uploads: readonly Upload[] }
  | { readonly kind: "moved"; readonly id: number; readonly to: (state: UploadState) => UploadState }
  | { readonly kind: "removed"; readonly id: number };

/** What is needed to go on with a file, kept out of what is drawn. */
type Job = {
  readonly intent: UploadIntent;
  readonly ends: () => void;
  documentId: string | undefined;
  abort: AbortController;
};

/** Files on their way: sent three at a time, resumed by themselves after a cut, and by hand when that does not help. */
export function useUploads(onReceived: (file: { readonly documentId: string; readonly name: string }) => void) {
  const [uploads, dispatch] = useReducer(changed, []);
  const jobs = useRef(new Map<number, Job>());
  const turns = useRef(takeTurns());
  const lastId = useRef(0);

  const move = (id: number, to: (state: UploadState) => UploadState) => dispatch({ kind: "moved", id, to });

  function add(files: readonly File[], intent: UploadIntent): void {
    const added = files.map(carriable).map((file, index): Upload => {
      lastId.current += 1;
      const reason = index < MAX_FILES ? announcedRefusal(file) : "too_many_files";
      return { id: lastId.current, file, state: reason ? { kind: "refused", reason } : { kind: "waiting" } };
    });
    dispatch({ kind: "added", uploads: added });
    for (const { id, file, state } of added) {
      if (state.kind === "refused") continue;
      jobs.current.set(id, { intent, ends: setsOut(), documentId: undefined, abort: new AbortController() });
      start(id, file);
    }
  }

  function start(id: number, file: File): void {
    const job = jobs.current.get(id);
    if (job) void turns.current(() => run(id, file, job));
  }

  async function run(id: number, file: File, job: Job): Promise<void> {
    for (let attempt = 1; !job.abort.signal.aborted; attempt += 1) {
      move(id, (state) => ({ kind: "sending", percent: percentOf(state) }));
      const outcome = await sendFile(file, job.intent, {
        resume: job.documentId,
        signal: job.abort.signal,
        onAnnounced: (documentId) => {
          job.documentId = documentId;
        },
        onProgress: (percent) => move(id, (state) => (state.kind === "sending" ? { kind: "sending", percent } : state)),
      });
      if (job.abort.signal.aborted) return;
      if (outcome.kind !== "cut") {
        job.ends();
        move(id, () => outcome);
        if (outcome.kind === "received") onReceived({ documentId: outcome.documentId, name: file.name });
        return;
      }
      move(id, (state) => ({ kind: "cut", percent: percentOf(state) }));
      if ((await pauseBefore(attempt, job.abort.signal)) === "give_up") break;
    }
    move(id, (state) => ({ kind: "paused", percent: percentOf(state) }));
  }

  function resume({ id, file }: Upload): void {
    const job = jobs.current.get(id);
    if (!job) return;
    job.abort = new AbortController();
    move(id, () => ({ kind: "waiting" }));
    start(id, file);
  }

  function remove({ id }: Upload): void {
    const job = jobs.current.get(id);
    job?.abort.abort();
    job?.ends();
    jobs.current.delete(id);
    dispatch({ kind: "removed", id });
  }

  return { uploads, add, resume, remove };
}

/** The same bytes under the name they will be kept by: a control character in a name breaks the form that carries it. */
function carriable(file: File): File {
  return new File([file], displayFileName(file.name), { type: file.type, lastModified: file.lastModified });
}

function changed(uploads: readonly Upload[], change: Change): readonly Upload[] {
  switch (change.kind) {
    case "added":
      return [...uploads, ...change.uploads];
    case "moved":
      return uploads.map((upload) =>
        upload.id === change.id ? { ...upload, state: change.to(upload.state) } : upload,
      );
    case "removed":
      return uploads.filter((upload) => upload.id !== change.id);
  }
}

function percentOf(state: UploadState): number {
  return "percent" in state ? state.percent : 0;
}
