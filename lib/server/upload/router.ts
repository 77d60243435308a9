import { createUploadthing, UploadThingError, UTFiles } from "uploadthing/server";
import { z } from "zod";
import { announceUpload, registerUpload } from "@/db/commands/documents";
import { type Actor, LINK_AUDIENCES } from "@/lib/auth/scope";
import type { Instant } from "@/lib/calendar/instant";
import { announcedRefusal, announcedType, MAX_FILES } from "@/lib/evidence/accepted-file";
import { displayFileName } from "@/lib/evidence/file-name";
import { jobScope } from "../scope";
import type { StorageKey } from "../storage/storage";
import { authoriseUpload, factsOf, type UploadVisitor, uploadIntentSchema } from "./authorise";

export type RouterSettings = {
  /** Who sends this request, asked where the request was received: never from inside the router's own runtime. */
  readonly visitorOf: (request: Request) => UploadVisitor;
  readonly keptAs: (file: { readonly documentId: string; readonly fileKey: string }) => StorageKey;
  readonly now: () => Instant;
  /** Whether the disk has room for another file. */
  readonly hasRoom: () => Promise<boolean>;
};

const actorSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("member"), userId: z.string() }),
  z.object({ kind: z.literal("operator"), userId: z.string() }),
  z.object({ kind: z.literal("api_key"), keyId: z.string() }),
  z.object({ kind: z.literal("customer"), linkId: z.string(), audience: z.enum(LINK_AUDIENCES) }),
]) satisfies z.ZodType<Actor>;

/** Comes back signed with the callback, so what was proven before the upload still holds after it. */
const metadataSchema = z.object({ sellerId: z.uuid(), documentIds: z.array(z.uuid()), actor: actorSchema });

const LIMIT = {
  maxFileSize: "16MB",
  maxFileCount: MAX_FILES,
  contentDisposition: "attachment",
  acl: "private",
} as const;

/** The one upload path: who may send (`middleware`), and what becomes of a file once it has arrived. */
export function uploadRouter(settings: RouterSettings) {
  const route = createUploadthing({ errorFormatter: ({ message }) => ({ message }) });
  return {
    document: route(
      { "application/pdf": LIMIT, "image/jpeg": LIMIT, "image/png": LIMIT, "image/webp": LIMIT },
      {
        awaitServerData: true,
        presignedURLTTL: "1h",
        // A cut upload is announced again under its document's identifier: the same key lets it go on.
        getFileHashParts: (file) => ["customId" in file ? String(file.customId) : file.name, file.size],
      },
    )
      .input(uploadIntentSchema)
      .middleware(async ({ req, input, files }) => {
        const named = files.map((file) => ({
          ...file,
          name: displayFileName(file.name),
          type: announcedType(file) ?? file.type,
        }));
        const refusal = named.map(announcedRefusal).find((reason) => reason !== null);
        if (refusal) throw refusedUpload(refusal);
        if (!(await settings.hasRoom())) throw refusedUpload("disk_full");
        const right = await authoriseUpload(settings.visitorOf(req), input);
        if (!right) throw refusedUpload("not_allowed");
        const facts = factsOf(input);
        const announced = await announceUpload(
          right.scope,
          { target: right.target, kind: input.kind, files: named, resume: input.resume, ...(facts ? { facts } : {}) },
          settings.now(),
        );
        if (!announced.ok) throw refusedUpload(announced.reason);
        const { sellerId, actor } = right.scope;
        const overrides = announced.value.flatMap((customId, index) => {
          const file = named[index];
          return file ? [{ ...file, customId }] : [];
        });
        return { sellerId, actor, documentIds: announced.value, [UTFiles]: overrides };
      })
      .onUploadComplete(async ({ metadata, file }) => {
        const { sellerId, actor, documentIds } = metadataSchema.parse(metadata);
        const documentId = z.uuid().parse(file.customId);
        if (!documentIds.includes(documentId)) throw new Error(`${documentId} was never announced`);
        const registered = await registerUpload(
          jobScope(sellerId, actor),
          { documentId, storageKey: settings.keptAs({ documentId, fileKey: file.key }), sizeBytes: file.size },
          settings.now(),
        );
        if (!registered.ok) throw new Error(`${documentId} was announced and is gone`);
        return { documentId };
      }),
  };
}

export type UploadRouter = ReturnType<typeof uploadRouter>;

/** The message is a reason of the message files; the browser turns it into words. */
function refusedUpload(reason: string): UploadThingError<string> {
  return new UploadThingError({ code: reason === "not_allowed" ? "FORBIDDEN" : "BAD_REQUEST", message: reason });
}
