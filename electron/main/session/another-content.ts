import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { JournalPeek, JournalState } from '../journal/journal-state';
import type { Services } from '../services';
import type { Found } from './opening';

/** The change of this journal that the file names as its last; undefined when it is of another copy. */
export function seqOfFile({ target }: Found, { meta }: JournalPeek): number | undefined {
  if (target.found !== 'file') return undefined;
  const { copyId, seq } = target.file.standing.head;
  return copyId === meta.copyId ? seq : undefined;
}

/**
 * Where a file names a change of ours as its last, and its records are not those of that change, another
 * program has written it and left our name in it. It is written over by what the journal holds, so it is
 * kept as a copy first, and that is told.
 */
export async function keepAnother(
  { backups }: Services,
  { path, target }: Found,
  { then }: JournalState,
): Promise<readonly string[]> {
  if (target.found !== 'file' || then === null) return [];
  const { bytes, file } = target;
  const isOurs =
    file.records.length === then.records.size &&
    file.records.every((record) => isDeepStrictEqual(then.records.get(record.id), record));
  if (isOurs) return [];
  await backups.keep('set-aside', { bytes, title: file.title });
  return [
    `“${basename(path)}”被别的程序改写过，现在接着的是本机保存的稿子；被改写的那份在开始页的“收起来的”里，可以打开。`,
  ];
}
