import * as z from 'zod';
import { longestFileName, mostPapers } from '../core/model/limits';

/**
 * The record of one export, as it lies on the machine beside copies of its papers. Window and command
 * line each write records of their own and none changes another's, so two exports at one moment
 * cannot take anything away from each other.
 */
export const exportRunSchema = z.object({
  format: z.literal(1),
  /** UTC instant. */
  at: z.string().max(40),
  by: z.enum(['window', 'command-line']),
  /** The state the papers were made from. */
  projectId: z.string().max(40),
  copyId: z.string().max(40),
  seq: z.number().int().min(0),
  changeHash: z.string().max(64),
  title: z.string().max(500),
  files: z
    .array(
      z.object({
        /** The name it was written under; its copy has the same. */
        name: z.string().min(1).max(longestFileName),
        path: z.string().max(4_096),
        sha256: z.string().length(64),
        bytes: z.number().int().min(0),
      }),
    )
    .max(mostPapers),
});
export type ExportRun = z.output<typeof exportRunSchema>;

/** Name of the record in the folder of its run; no paper can be called so, a paper's name has no dot in front. */
export const runRecordName = '.run.json';
/** Runs of which the papers are kept, to recognise those that come back from a committee. */
const keptRuns = 20;
/** Runs of which is still known what they wrote where. */
const notedRuns = 500;
const folderPattern = /^\d{8}T\d{9}Z-ex[0-9a-z]{16}$/;

/** The folder of a run, sorted by its time: `20261121T080000000Z-ex…`. */
export function runFolderName(at: string, id: string): string {
  return `${at.replaceAll(/[-:.]/g, '')}-${id}`;
}

/** The folders of runs among some names, newest first. */
export function runFolders(names: readonly string[]): readonly string[] {
  return names.filter((name) => folderPattern.test(name)).sort((a, b) => (a < b ? 1 : -1));
}

/** Of folders newest first: those whose papers may go, and those that may go altogether. */
export function outdatedRuns(folders: readonly string[]): {
  readonly withoutPapers: readonly string[];
  readonly gone: readonly string[];
} {
  return { withoutPapers: folders.slice(keptRuns, notedRuns), gone: folders.slice(notedRuns) };
}

/** True when we once wrote exactly these bytes to this path: then nobody has worked on them. */
export function isOurs(runs: readonly ExportRun[], path: string, sha256: string): boolean {
  return runs.some(({ files }) =>
    files.some((file) => file.path === path && file.sha256 === sha256),
  );
}
