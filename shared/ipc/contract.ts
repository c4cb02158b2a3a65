import * as z from 'zod';
import { storedEntrySchema } from '../core/changes/entry';
import type { Result } from '../core/kernel/result';
import { longestFileName, mostPapers } from '../core/model/limits';
import { clipboardSchema } from './clipboard';
import { listedBaselineSchema, baselineWords, keptPaperSchema, keptSums } from './baseline';
import { exportRunSchema } from './export-run';
import {
  asideSchema,
  backupSchema,
  countsSchema,
  handleSchema,
  idSchema,
  placeSchema,
} from './places';
import { sheetSchema } from './sheet';
import { settingsPartSchema, settingsSchema } from './settings';

export type { AsidePlace, BackupInfo, ProjectPlace } from './places';

/**
 * Everything the window and the shell can say to each other, once: types and run-time checks come
 * from these schemas. The window never names a path; it holds handles that the shell has minted
 * (dialog, drop, double click, the shell's own lists, folders the shell owns).
 */

const sessionSchema = z.string().regex(/^s[0-9a-z]{16}$/);
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const shortText = z.string().max(500);
const fileNameSchema = z.string().min(1).max(longestFileName);
const bytesSchema = z.instanceof(Uint8Array);
const storedRecords = z.array(z.record(z.string(), z.unknown())).max(200_000);

const headSchema = z.object({
  copyId: idSchema,
  seq: z.number().int().min(0),
  changeHash: hashSchema,
});
const standingSchema = z.object({
  projectId: idSchema,
  head: headSchema,
  lineage: z.record(idSchema, z.object({ seq: z.number().int().min(0), changeHash: hashSchema })),
});

/** What the drafts database knows of one copy, told to the shell at opening. */
const draftHeadSchema = z.object({
  standing: standingSchema,
  /** Hashes of the last entries it still holds, newest last, for telling ancestors from strangers. */
  recentHashes: z.array(z.object({ seq: z.number().int(), changeHash: hashSchema })).max(1_000),
  records: z.number().int().min(0),
});
export type DraftHead = z.output<typeof draftHeadSchema>;

const fileSchema = z.object({ fileName: z.string(), place: z.string() });

const openProjectSchema = z.object({
  session: sessionSchema,
  title: z.string(),
  file: fileSchema,
  /** Where the next change is written under: a new copyId when this machine did not write the head. */
  standing: standingSchema,
  records: storedRecords,
  /** The last entries of the history (≥ 200 undo steps where there are so many), oldest first. */
  entries: z.array(storedEntrySchema),
  /** The place before the oldest of `entries`, for history:entries; null = there is nothing earlier on this machine. */
  earlier: headSchema.nullable(),
  /** UTC instant of the last successful write of the file, '' before the first. */
  writtenAt: z.string(),
  /** seq that the file holds; equal to standing.head.seq when nothing is waiting. */
  writtenSeq: z.number().int(),
  /** Sentences to tell, only if something was repaired. */
  notices: z.array(z.string()),
  /** True when the file may be read but not written (newer version, no right to write). */
  readOnly: z.boolean(),
});
export type OpenProject = z.output<typeof openProjectSchema>;

const headSummarySchema = z.object({
  title: z.string(),
  fileName: z.string(),
  place: z.string(),
  savedAt: z.string(),
  counts: countsSchema,
  /** Labels of the newest steps, newest first, as far as known. */
  lastSteps: z.array(z.string()),
});

const openReplySchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('ready'), project: openProjectSchema }),
  /** The drafts database is ahead of file and journal: answer with project:adoptDrafts. */
  z.object({ outcome: z.literal('useDrafts'), choice: z.string(), copyId: idSchema }),
  /** Two states of one project of which neither contains the other: the teacher chooses, both are kept. */
  z.object({
    outcome: z.literal('twoHeads'),
    choice: z.string(),
    mine: headSummarySchema,
    theirs: headSummarySchema,
  }),
  z.object({ outcome: z.literal('failed'), reason: z.string(), message: z.string() }),
]);
export type OpenReply = z.output<typeof openReplySchema>;

/** How it stands with the project file. */
const writeStateSchema = z.object({
  state: z.enum(['written', 'waiting', 'failed', 'changedOutside', 'missing']),
  /** UTC instant of the last successful write, '' before the first. */
  writtenAt: z.string(),
  writtenSeq: z.number().int(),
  file: fileSchema,
  /** Chinese; '' when all is well. */
  message: z.string(),
});
export type WriteState = z.output<typeof writeStateSchema>;

export type Settings = z.output<typeof settingsSchema>;

/** Where a page of the history ends: the place of its newest entry (null = the newest saved one), and how many at most. */
const pageSchema = z.object({
  session: sessionSchema,
  upTo: headSchema.nullable(),
  count: z.number().int().min(1).max(2_000),
});
const keptExportSchema = z.object({
  run: handleSchema,
  ...exportRunSchema.pick({ at: true, by: true, projectId: true, title: true }).shape,
  /** The state the papers were made from. */
  place: z.object({ copyId: z.string(), seq: z.number().int(), changeHash: z.string() }),
  files: z.array(z.object({ name: z.string(), sha256: hashSchema, bytes: z.number().int() })),
});
export type KeptExport = z.output<typeof keptExportSchema>;

const writtenSchema = z.object({
  name: z.string(),
  /** The name it really has, '' when it was not written. */
  writtenAs: z.string(),
  sha256: z.string(),
  /** undone: could have been written, but another of the set could not, or the set was called off. */
  state: z.enum(['written', 'skipped', 'failed', 'undone']),
  message: z.string(),
});
const conflictSchema = z.enum(['replace', 'rename', 'skip']);

/** What the menu of a text field can ask for. */
export const textEdits = ['cut', 'copy', 'paste', 'selectAll'] as const;

export type TextEdit = (typeof textEdits)[number];

const toOpenSchema = z.object({
  handle: handleSchema,
  drafts: z.array(draftHeadSchema).max(500),
});

export const ipcContract = {
  'app:info': {
    args: z.tuple([]),
    reply: z.object({
      version: z.string(),
      platform: z.string(),
      /** True on the Electron that tests run on and that is never shipped. */
      testRuntime: z.boolean(),
      settings: settingsSchema,
      /** A file the app was started with (double click), or null. */
      openAtStart: handleSchema.nullable(),
    }),
  },
  'settings:set': {
    args: z.tuple([settingsPartSchema]),
    reply: settingsSchema,
  },
  'settings:pickFolder': {
    args: z.tuple([z.enum(['projects', 'backups'])]),
    reply: settingsSchema.nullable(),
  },
  'start:list': {
    args: z.tuple([]),
    reply: z.object({
      recent: z.array(placeSchema),
      documents: z.array(placeSchema),
      aside: z.array(asideSchema),
    }),
  },
  /** Opens what was put aside beside the projects; the copy stays where it lies. */
  'aside:open': { args: z.tuple([z.object({ handle: handleSchema })]), reply: openReplySchema },
  /** Takes one off the list. A copy stays among the backups; edits no file has become one first. */
  'aside:forget': { args: z.tuple([z.object({ handle: handleSchema })]), reply: z.null() },
  'recent:forget': { args: z.tuple([z.object({ handle: handleSchema })]), reply: z.null() },
  'project:create': {
    args: z.tuple([z.object({ title: z.string().min(1).max(200), records: storedRecords })]),
    reply: openReplySchema,
  },
  'project:pick': { args: z.tuple([]), reply: handleSchema.nullable() },
  /** Called by the preload only, with the path of a file that was really dropped. */
  'project:dropped': { args: z.tuple([z.string().max(4_096)]), reply: handleSchema.nullable() },
  /** Fails with the reason when a file cannot be opened: asked before the open project is closed for it. */
  'project:look': { args: z.tuple([toOpenSchema]), reply: z.null() },
  'project:open': { args: z.tuple([toOpenSchema]), reply: openReplySchema },
  'project:adoptDrafts': {
    args: z.tuple([
      z.object({
        choice: z.string(),
        standing: standingSchema,
        records: storedRecords,
        entries: z.array(storedEntrySchema).max(5_000),
      }),
    ]),
    reply: openReplySchema,
  },
  'project:settleHeads': {
    args: z.tuple([z.object({ choice: z.string(), take: z.enum(['mine', 'theirs']) })]),
    reply: openReplySchema,
  },
  /** Appends to the journal; the reply comes after fsync: this is 「已保存」. */
  'project:append': {
    args: z.tuple([
      z.object({ session: sessionSchema, entries: z.array(storedEntrySchema).min(1).max(1_000) }),
    ]),
    reply: z.object({ seq: z.number().int(), changeHash: hashSchema }),
  },
  'project:writeNow': {
    args: z.tuple([z.object({ session: sessionSchema })]),
    reply: writeStateSchema,
  },
  /** 另存为: asks for a place, starts a new copy there; null when the teacher cancelled. */
  'project:saveAs': {
    args: z.tuple([z.object({ session: sessionSchema })]),
    reply: openReplySchema.nullable(),
  },
  /** After state changedOutside or missing: keep mine under a new name beside it, or take the file's (mine is kept as a backup). */
  'project:settleOutside': {
    args: z.tuple([
      z.object({ session: sessionSchema, take: z.enum(['mineBeside', 'theirs', 'writeAgain']) }),
    ]),
    reply: openReplySchema,
  },
  /** Writes the file and ends the session. */
  'project:close': {
    args: z.tuple([z.object({ session: sessionSchema })]),
    reply: writeStateSchema,
  },
  /** A page of the history of the open copy and of those it was made from, oldest first. */
  'history:entries': {
    args: z.tuple([pageSchema]),
    reply: z.object({
      entries: z.array(storedEntrySchema),
      /** Where the page before this one ends; null = nothing earlier is on this machine. */
      earlier: headSchema.nullable(),
    }),
  },
  'backups:list': { args: z.tuple([]), reply: z.array(backupSchema) },
  'backups:look': {
    args: z.tuple([z.object({ handle: handleSchema })]),
    reply: z.object({ title: z.string(), counts: countsSchema, records: storedRecords }),
  },
  /** Writes a copy of the backup beside the projects and opens it. */
  'backups:restore': {
    args: z.tuple([z.object({ handle: handleSchema })]),
    reply: openReplySchema,
  },
  'export:pickFolder': {
    args: z.tuple([z.object({ session: sessionSchema })]),
    reply: z.object({ folder: handleSchema, place: z.string() }).nullable(),
  },
  /** The folder exports go to unless another is picked: beside the project file. */
  'export:plan': {
    args: z.tuple([
      z.object({
        session: sessionSchema,
        folder: handleSchema.nullable(),
        names: z.array(fileNameSchema).min(1).max(mostPapers),
      }),
    ]),
    reply: z.object({
      folder: handleSchema,
      place: z.string(),
      files: z.array(
        z.object({
          name: z.string(),
          /** ours: as we last wrote it; touched: changed since or not by us; open: held by another program. */
          state: z.enum(['new', 'ours', 'touched', 'open']),
        }),
      ),
    }),
  },
  /** Writes all of the files or none of them. */
  'export:write': {
    args: z.tuple([
      z.object({
        session: sessionSchema,
        folder: handleSchema,
        files: z
          .array(
            z.object({
              name: fileNameSchema,
              /** A file made by the window, or the handle of a PDF that the shell has made. */
              content: z.union([bytesSchema, handleSchema]),
              ifTouched: conflictSchema,
            }),
          )
          .min(1)
          .max(mostPapers),
      }),
    ]),
    reply: z.object({
      outcome: z.enum(['written', 'failed', 'cancelled']),
      files: z.array(writtenSchema),
    }),
  },
  /** Calls off an export:write that is under way; what it named so far gets back what was there. */
  'export:cancel': {
    args: z.tuple([z.object({ session: sessionSchema })]),
    reply: z.null(),
  },
  /**
   * Makes a PDF of a sheet in a hidden window without scripts. The shell keeps it until export:write, which
   * names it by this handle, or until the next export is planned or this one is called off.
   */
  'export:pdf': {
    args: z.tuple([z.object({ session: sessionSchema, sheet: sheetSchema })]),
    reply: handleSchema,
  },
  'export:reveal': { args: z.tuple([z.object({ folder: handleSchema })]), reply: z.null() },
  /** The last 20 exports of this machine, newest first, command line included, whose papers are kept. */
  'keptExports:list': { args: z.tuple([]), reply: z.array(keptExportSchema) },
  /** One paper as it was exported, to match one that came back against. */
  'keptExports:read': {
    args: z.tuple([z.object({ run: handleSchema, name: fileNameSchema })]),
    reply: bytesSchema,
  },
  /**
   * Freezes the project as it is saved, with papers made from it; when the reply comes they are on the
   * disk. The change that names them follows by project:append.
   */
  'baseline:keep': {
    args: z.tuple([
      z.object({
        session: sessionSchema,
        ...baselineWords,
        /** Of the content the papers were made from; another than the shell has is refused. */
        projectHash: hashSchema,
        papers: z.array(keptPaperSchema.extend({ bytes: bytesSchema })).max(mostPapers),
      }),
    ]),
    reply: z.object({ at: z.string(), files: z.array(keptPaperSchema.extend(keptSums)) }),
  },
  /** What was frozen of the open project, newest first. */
  'baseline:list': {
    args: z.tuple([z.object({ session: sessionSchema })]),
    reply: z.array(listedBaselineSchema),
  },
  /** The project as it was frozen. */
  'baseline:records': {
    args: z.tuple([z.object({ session: sessionSchema, id: idSchema })]),
    reply: storedRecords,
  },
  /** Asks for a folder and writes kept papers there, byte for byte; null when the teacher cancelled. */
  'kept:save': {
    args: z.tuple([
      z.object({
        session: sessionSchema.nullable(),
        from: z.union([z.object({ baseline: idSchema }), z.object({ run: handleSchema })]),
        names: z.array(fileNameSchema).min(1).max(mostPapers),
      }),
    ]),
    reply: z
      .object({
        place: z.string(),
        outcome: z.enum(['written', 'failed', 'cancelled']),
        files: z.array(writtenSchema),
      })
      .nullable(),
  },
  /** Asks for a printer and prints a sheet from the hidden window. */
  'print:sheet': {
    args: z.tuple([sheetSchema]),
    reply: z.object({ printed: z.boolean(), message: shortText }),
  },
  'clipboard:read': { args: z.tuple([]), reply: clipboardSchema },
  'clipboard:write': { args: z.tuple([clipboardSchema]), reply: z.null() },
  /** Does to the text field with the cursor what the usual keys do, for menus. */
  'edit:text': { args: z.tuple([z.enum(textEdits)]), reply: z.null() },
  /** The window has flushed everything after a `closing` event. */
  'app:readyToClose': { args: z.tuple([]), reply: z.null() },
} as const;

export type IpcContract = typeof ipcContract;
export type IpcChannel = keyof IpcContract;
export type IpcArgs<Channel extends IpcChannel> = z.output<IpcContract[Channel]['args']>;
export type IpcValue<Channel extends IpcChannel> = z.output<IpcContract[Channel]['reply']>;

/** Failures cross the bridge as values: Electron keeps only the message of a thrown error. `message` is Chinese. */
export interface IpcFailure {
  readonly reason:
    | 'bad-request'
    | 'not-permitted'
    | 'no-session'
    | 'chain-broken'
    | 'disk-full'
    | 'cannot-write'
    | 'cannot-read'
    | 'too-large'
    | 'unexpected';
  readonly message: string;
}
export type IpcReply<Channel extends IpcChannel> = Result<IpcValue<Channel>, IpcFailure>;

/** What the shell tells the window without being asked. */
export const shellEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('writeState'), session: sessionSchema, write: writeStateSchema }),
  /** A file was double clicked, or a second start handed over its file name. */
  z.object({ type: z.literal('openRequest'), handle: handleSchema }),
  /** A sentence the teacher is told once, such as that a place promises less than others. */
  z.object({
    type: z.literal('notice'),
    message: z.string(),
    /** A receipt goes by itself, a refusal stays until it has been read. */
    tone: z.enum(['receipt', 'refusal']),
  }),
  /** Backups cannot be made or read, in words; '' when all is well again. */
  z.object({ type: z.literal('backups'), message: z.string() }),
  /** The window is about to close: flush, then app:readyToClose. */
  z.object({ type: z.literal('closing') }),
]);
export type ShellEvent = z.output<typeof shellEventSchema>;

/** What the preload puts on `window.gongxue`: one frozen function per channel, the drop helper and the event feed. */
export type ShellBridge = {
  readonly [Channel in Exclude<IpcChannel, 'project:dropped'>]: (
    ...args: IpcArgs<Channel>
  ) => Promise<IpcReply<Channel>>;
} & {
  readonly dropFile: (file: unknown) => Promise<IpcReply<'project:dropped'>>;
  readonly onShellEvent: (listener: (event: ShellEvent) => void) => () => void;
};
