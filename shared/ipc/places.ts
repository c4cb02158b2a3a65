import * as z from 'zod';

/** What the window is told of files: names that stand for them, lists of projects, backups, what was put aside. */

/** An opaque name for a file or folder, valid for this run only. */
export const handleSchema = z.string().regex(/^h[0-9a-z]{16}$/);
export const idSchema = z.string().regex(/^[a-z]{2,4}[0-9a-z]{16}$/);

export const countsSchema = z.record(z.string(), z.number().int());

/** A project file on a list: recent ones, those in 文档/工学课坊, backups. */
export const placeSchema = z.object({
  handle: handleSchema,
  fileName: z.string(),
  /** Folder as the teacher knows it, for showing only. */
  place: z.string(),
  title: z.string(),
  /** UTC instant of the last write, '' when unknown. */
  savedAt: z.string(),
  counts: countsSchema,
  state: z.enum(['ok', 'missing', 'unreadable', 'newer']),
  /** One Chinese sentence when the state is not ok, else ''. */
  note: z.string(),
  /** Entries in the journal of this machine that the file does not have yet. */
  unwritten: z.number().int(),
});
export type ProjectPlace = z.output<typeof placeSchema>;

export const backupSchema = z.object({
  handle: handleSchema,
  projectId: idSchema,
  title: z.string(),
  fileName: z.string(),
  at: z.string(),
  reason: z.enum([
    'auto',
    'daily',
    'before-import',
    'before-merge',
    'before-upgrade',
    'set-aside',
    'replaced',
    'place-taken',
    'unwritten',
  ]),
  bytes: z.number(),
  counts: countsSchema,
  /** Read back and compared after writing. */
  verified: z.boolean(),
});
export type BackupInfo = z.output<typeof backupSchema>;

/**
 * What this machine held when something else took its place: a copy in the folder of backups, or
 * ('unwritten', source journal) edits that no file has.
 */
export const asideSchema = z.object({
  handle: handleSchema,
  source: z.enum(['copy', 'journal']),
  reason: z.enum(['set-aside', 'replaced', 'place-taken', 'unwritten']),
  title: z.string(),
  /** UTC instant at which it was put aside or last saved, '' when unknown. */
  at: z.string(),
  fileName: z.string(),
  /** Folder as the teacher knows it, for showing only. */
  place: z.string(),
});
export type AsidePlace = z.output<typeof asideSchema>;
