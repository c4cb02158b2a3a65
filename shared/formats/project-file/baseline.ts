import * as z from 'zod';
import type { Standing } from '../../core/changes/lineage';
import { canonicalJsonIndented } from '../../core/kernel/canonical-json';
import { sha256Hex } from '../../core/kernel/hash';
import { idPattern, type RecordId } from '../../core/kernel/id';
import { fail, ok, type Result } from '../../core/kernel/result';
import { contentHash, contentOf } from '../../core/model/content-hash';
import {
  baselineProblem,
  longestAuthor,
  longestBaselineName,
  longestBaselineNote,
  longestFileName,
  mostPapers,
} from '../../core/model/limits';
import { type Project, projectOf } from '../../core/model/project';
import { fileFailure, type ProjectFileFailure } from './failure';
import { guarded } from './guarded';
import type { Files, ProjectFile } from './project-file';
import { readStoredFile } from './read-project-file';
import { readStrictJson } from './strict-json';
import { writeProjectFile } from './write-project-file';

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const idSchema = z.string().regex(idPattern);

/** A paper of a 存档版本, as its `baseline.json` names it. */
const keptFileSchema = z.looseObject({
  id: idSchema,
  /** As it was called in the folder. */
  name: z.string().min(1).max(longestFileName),
  paper: z.string().max(60),
  layout: z.string().max(100),
  /** What it is about. */
  subjectId: idSchema.nullable().optional(),
  /** The same in older files; null = the whole major. */
  courseId: idSchema.nullable().optional(),
  bytes: z.number().int().min(0),
  sha256: hashSchema,
});

/** `exports/<id>/baseline.json`: what was frozen, when, by whom, and the hashes to hold it against. */
export const baselineSchema = z.looseObject({
  format: z.literal(1),
  id: idSchema,
  /** The state the papers were made from. */
  projectId: idSchema,
  head: z.looseObject({ copyId: idSchema, seq: z.number().int().min(0), changeHash: hashSchema }),
  stage: z.enum(['discussion', 'submitted', 'final']),
  name: z.string().min(1).max(longestBaselineName),
  note: z.string().max(longestBaselineNote),
  by: z.string().max(longestAuthor),
  /** UTC instant. */
  at: z.string().max(40),
  /** Over the content of the project, without what was noted about 存档版本. */
  projectHash: hashSchema,
  files: z.array(keptFileSchema).max(mostPapers),
});
/** A paper as it is read: what it is about stands under one name. */
export interface BaselineFile extends z.output<typeof keptFileSchema> {
  readonly subjectId: RecordId | null;
}
export interface Baseline extends z.output<typeof baselineSchema> {
  readonly files: BaselineFile[];
}

/** A paper as it comes to be kept. */
export interface FrozenPaper {
  readonly id: RecordId;
  readonly name: string;
  readonly paper: string;
  readonly layout: string;
  readonly subjectId: RecordId | null;
  readonly content: Uint8Array;
}

/** What is to be frozen. */
export interface Freezing {
  readonly words: Pick<Baseline, 'id' | 'stage' | 'name' | 'note' | 'by' | 'at'>;
  readonly standing: Standing;
  readonly project: Project;
  readonly media: Files;
  readonly papers: readonly FrozenPaper[];
}

const certificateName = 'baseline.json';
const projectName = 'project.gxk';

/**
 * The entries below `exports/` that keep a 存档版本: its description, the project as it was, its papers.
 * They are read back as they will be listed and taken out one day, so that nothing is called frozen
 * that cannot be.
 */
export function freeze(
  of: Freezing,
): Result<{ readonly baseline: Baseline; readonly entries: Files }, ProjectFileFailure> {
  const { words, standing, project, media, papers } = of;
  const problem = baselineProblem({ ...words, papers: papers.length }) ?? emptyPaper(papers);
  if (problem !== undefined) return fail(fileFailure('cannot-hold', 'not to be frozen', problem));
  const records = contentOf(project.records.values());
  const written = writeProjectFile({ standing, records, media });
  if (!written.ok) return written;
  const baseline = baselineOf(of);
  const entries = new Map<string, Uint8Array>([
    [entryOf(words.id, certificateName), new TextEncoder().encode(canonicalJsonIndented(baseline))],
    [entryOf(words.id, projectName), written.value],
    ...papers.map(
      ({ id, name, content }) => [paperEntry(words.id, { id, name }), content] as const,
    ),
  ]);
  if (isWhole(entries, words.id)) return ok({ baseline, entries });
  return fail(fileFailure('cannot-hold', 'what was frozen cannot be read', cannotRead));
}

function emptyPaper(papers: readonly FrozenPaper[]): string | undefined {
  const empty = papers.find(({ content }) => content.length === 0);
  return empty === undefined ? undefined : `“${empty.name}”没有做成，是空的，没有存。请再存一次。`;
}

const cannotRead = '存下来的内容读不回来，没有存。稿子没有变；请把这句话告诉开发者。';

function baselineOf({ words, standing, project, papers }: Freezing): Baseline {
  return {
    format: 1,
    ...words,
    projectId: standing.projectId,
    head: { ...standing.head },
    projectHash: contentHash(project),
    files: papers.map(({ content, ...file }) => ({
      ...file,
      bytes: content.length,
      sha256: sha256Hex(content),
    })),
  };
}

/** True when a 存档版本 can be listed, compared with and taken out again, all of it. */
export function isWhole(exports: Files, baselineId: RecordId): boolean {
  const baseline = readBaseline(exports, baselineId);
  if (baseline === undefined || frozenProject(exports, baseline) === undefined) return false;
  return baseline.files.every((file) => keptPaper(exports, baselineId, file) !== undefined);
}

function entryOf(baselineId: RecordId, name: string): string {
  return `${baselineId}/${name}`;
}

/** Kept under its id, since a name in Chinese may be longer than an entry can be. */
function paperEntry(baselineId: RecordId, { id, name }: Pick<BaselineFile, 'id' | 'name'>): string {
  const extension = /\.([0-9a-z]{1,8})$/i.exec(name)?.[1] ?? 'bin';
  return entryOf(baselineId, `${id}.${extension.toLowerCase()}`);
}

/** The description of a 存档版本; undefined when it is not there or is not one. */
export function readBaseline(exports: Files, baselineId: RecordId): Baseline | undefined {
  const content = exports.get(entryOf(baselineId, certificateName));
  if (content === undefined) return undefined;
  const read = guarded(() => baselineSchema.safeParse(readStrictJson(content, certificateName)));
  const baseline = read.ok ? read.value.data : undefined;
  if (baseline?.id !== baselineId) return undefined;
  const files = baseline.files.map((file) => ({
    ...file,
    subjectId: file.subjectId ?? file.courseId ?? null,
  }));
  return { ...baseline, files };
}

/** A kept paper, byte for byte; undefined when it is gone or is not what it was. */
export function keptPaper(
  exports: Files,
  baselineId: RecordId,
  file: BaselineFile,
): Uint8Array | undefined {
  const content = exports.get(paperEntry(baselineId, file));
  return content !== undefined && sha256Hex(content) === file.sha256 ? content : undefined;
}

/** The project as it was frozen; undefined when it is gone or does not have the hash it had. */
export function frozenProject(exports: Files, baseline: Baseline): ProjectFile | undefined {
  const content = exports.get(entryOf(baseline.id, projectName));
  const read = content === undefined ? undefined : readStoredFile(content);
  if (read?.ok !== true) return undefined;
  const { file, stored } = read.value;
  return contentHash(projectOf(stored)) === baseline.projectHash ? file : undefined;
}
