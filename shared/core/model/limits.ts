import type { Project, Replacement } from './project';
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

/** Characters of what is said of a 存档版本, and of the name of who made it. */
export const longestBaselineName = 200;
export const longestBaselineNote = 20_000;
export const longestAuthor = 100;
/** Papers that one 存档版本 keeps, and that one export writes. */
export const mostPapers = 2_000;
/** Characters of the name of a paper's file. */
export const longestFileName = 255;

/** Why a 存档版本 could not be read again, in words; undefined when it could. Asked before anything is made. */
export function baselineProblem(of: {
  readonly name: string;
  readonly note: string;
  readonly by?: string;
  readonly papers: number;
}): string | undefined {
  if (of.name.trim() === '') return '存档版本还没有名称，没有存。请写一个名称。';
  const texts = [
    { word: '名称', text: of.name, longest: longestBaselineName },
    { word: '说明', text: of.note, longest: longestBaselineNote },
    { word: '经手人', text: of.by ?? '', longest: longestAuthor },
  ];
  const long = texts.find(({ text, longest }) => text.length > longest);
  if (long !== undefined) {
    const { word, text, longest } = long;
    const most = longest.toLocaleString('en-US');
    return `${word}最多 ${most} 个字，这里有 ${text.length.toLocaleString('en-US')} 个，没有存。请写短一些。`;
  }
  return papersProblem(of.papers);
}

/** Why so many papers do not go out or are not kept in one go, in words; undefined when they do. */
export function papersProblem(papers: number): string | undefined {
  if (papers <= mostPapers) return undefined;
  const most = mostPapers.toLocaleString('en-US');
  return `一次最多 ${most} 份文件，这里有 ${papers.toLocaleString('en-US')} 份，没有存。请把稿子分成几份。`;
}

/** Why a project would be too large after a change, in words; undefined when it fits or gets smaller. */
export function limitProblem(project: Project, change: readonly Replacement[]): string | undefined {
  const { records, bytes } = growthOf(change);
  if (records > 0 && project.records.size + records > mostRecords) {
    return '一份稿子最多 200,000 条内容，这样会超过，没有改动。请把稿子分成几份。';
  }
  if (bytes > 0 && project.bytes + bytes > mostRecordBytes) {
    return '一份稿子的文字最多 150 MB，这样会超过，没有改动。请把稿子分成几份。';
  }
  return undefined;
}

function growthOf(change: readonly Replacement[]): {
  readonly records: number;
  readonly bytes: number;
} {
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
