import * as z from 'zod';
import {
  longestAuthor,
  longestBaselineName,
  longestBaselineNote,
  longestFileName,
} from '../core/model/limits';

const idSchema = z.string().regex(/^[a-z]{2,4}[0-9a-z]{16}$/);
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What is said of a 存档版本 when it is made. */
export const baselineWords = {
  id: idSchema,
  stage: z.enum(['discussion', 'submitted', 'final']),
  name: z.string().min(1).max(longestBaselineName),
  note: z.string().max(longestBaselineNote),
  /** Display name of who made it. */
  by: z.string().max(longestAuthor),
};
/** A paper that is kept with it. */
export const keptPaperSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(longestFileName),
  paper: z.string().max(60),
  layout: z.string().max(100),
  /** What it is about; null in older files = the whole major. */
  subjectId: idSchema.nullable(),
});
export const keptSums = { bytes: z.number().int(), sha256: hashSchema };
/** What was frozen, as it is listed. */
export const listedBaselineSchema = z.object({
  ...baselineWords,
  /** A newer version may know more stages. */
  stage: z.string().max(60),
  at: z.string(),
  projectHash: z.string(),
  /** missing: the project names it, but what was kept is not in the file; damaged: a part is not what it was. */
  state: z.enum(['whole', 'missing', 'damaged']),
  files: z.array(keptPaperSchema.extend(keptSums)),
});
export type BaselineInfo = z.output<typeof listedBaselineSchema>;
