import * as z from 'zod';
import type { Standing } from '../../core/changes/lineage';
import { idPattern } from '../../core/kernel/id';
import { parseVersion, type SchemaVersion, versionText } from '../../core/migrations/ladder';
import { giveUp } from './failure';

/** The word in every manifest that says whose file this is. */
export const formatName = 'gxk';
export const manifestName = 'manifest.json';
export const projectName = 'project.json';
export const summaryName = 'summary.json';
export const mediaFolder = 'media/';
export const exportsFolder = 'exports/';

const idSchema = z.string().regex(idPattern);
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const seqSchema = z.number().int().min(0);

/** The shape of `manifest.json`; members of newer versions are kept. */
export const manifestSchema = z.looseObject({
  format: z.literal(formatName),
  /** `major.minor` of the shape of the records. */
  schemaVersion: z.string().regex(/^(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})$/),
  projectId: idSchema,
  head: z.looseObject({ copyId: idSchema, seq: seqSchema, changeHash: hashSchema }),
  lineage: z.record(idSchema, z.looseObject({ seq: seqSchema, changeHash: hashSchema })),
  /** Size and SHA-256 of every other entry. */
  files: z.record(z.string(), z.looseObject({ bytes: seqSchema, sha256: hashSchema })),
});
export type StoredManifest = z.output<typeof manifestSchema>;

const outlineSchema = z.looseObject({ format: z.literal(formatName), schemaVersion: z.string() });

/** Tells whose file it is and of which version, before its shape is held against ours. */
export function versionOfManifest(value: unknown): SchemaVersion {
  const outline = outlineSchema.safeParse(value);
  if (!outline.success) giveUp('not-ours', 'manifest.json has another format');
  const version = parseVersion(outline.data.schemaVersion);
  return version ?? giveUp('damaged', `schemaVersion ${outline.data.schemaVersion}`);
}

/** Reads the manifest of a version whose shape we know. */
export function parseManifest(value: unknown): StoredManifest {
  const parsed = manifestSchema.safeParse(value);
  return parsed.success
    ? parsed.data
    : giveUp('damaged', `manifest.json: ${z.prettifyError(parsed.error)}`);
}

/** Where the state in the file stands in the history of the project. */
export function standingOf({ projectId, head, lineage }: StoredManifest): Standing {
  const { copyId, seq, changeHash } = head;
  const ancestors = Object.entries(lineage).map(
    ([id, place]) => [id, { seq: place.seq, changeHash: place.changeHash }] as const,
  );
  return { projectId, head: { copyId, seq, changeHash }, lineage: Object.fromEntries(ancestors) };
}

/** Size and SHA-256 of an entry. */
export interface FileSum {
  readonly bytes: number;
  readonly sha256: string;
}

/** Makes the manifest of a file with the given other entries. */
export function manifestOf(
  standing: Standing,
  version: SchemaVersion,
  sums: ReadonlyMap<string, FileSum>,
): Readonly<Record<string, unknown>> {
  return {
    format: formatName,
    schemaVersion: versionText(version),
    projectId: standing.projectId,
    head: standing.head,
    lineage: standing.lineage,
    files: Object.fromEntries(sums),
  };
}
