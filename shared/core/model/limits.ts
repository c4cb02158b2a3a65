import type { Change } from '../changes/change';
import type { Project } from './project';
import { recordBytes } from './record-bytes';

/**
 * What one project may hold, besides the limits of single fields in `field.ts`. The reader of project
 * files and the commands share these numbers: what the reader would refuse is refused, in words,
 * before it is added.
 */

/** Records of one project. */
export const mostRecords = 200_000;
/** Bytes of all records in the project file; what it may hold beyond them is for pictures and kept exports. */
export const mostRecordBytes = 150_000_000;

/** Why a project would be too large after a change, in words; undefined when it fits or gets smaller. */
export function limitProblem(project: Project, change: Change): string | undefined {
  const { records, bytes } = growthOf(change);
  if (records > 0 && project.records.size + records > mostRecords) {
    return '一份稿子最多 200,000 条内容，这样会超过，没有改动。请把稿子分成几份。';
  }
  if (bytes > 0 && project.bytes + bytes > mostRecordBytes) {
    return '一份稿子的文字最多 150 MB，这样会超过，没有改动。请把稿子分成几份。';
  }
  return undefined;
}

function growthOf(change: Change): { readonly records: number; readonly bytes: number } {
  let records = 0;
  let bytes = 0;
  for (const { before, after } of change) {
    if (before !== null) {
      records -= 1;
      bytes -= recordBytes(before);
    }
    if (after !== null) {
      records += 1;
      bytes += recordBytes(after);
    }
  }
  return { records, bytes };
}
