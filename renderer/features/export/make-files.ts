import type { Result } from '@shared/core/kernel/result';
import { fail, ok } from '@shared/core/kernel/result';
import type { Studio } from '../../state/studio';
import { fileNames } from './export-state';
import type { ExportTools } from './export-tools';
import { makePapers } from './make-papers';
import type { FileRequest, MadePaper, PaperAnswer } from './paper-job';

/** A file that is made, under a name no other of them has. */
export interface MadeFile {
  readonly name: string;
  /** A Word file, or the handle by which the shell holds a PDF. */
  readonly content: Uint8Array<ArrayBuffer> | string;
  /** What it was made for. */
  readonly request: FileRequest;
}

export interface Making {
  /** Left out where no PDF is wanted. */
  readonly makeSheet?: ExportTools['makeSheet'];
  readonly requests: readonly FileRequest[];
  readonly baselineId?: string;
  /** Aborted when the teacher calls it off. */
  readonly signal: AbortSignal;
  readonly onMade: (count: number) => void;
}

/**
 * Makes all files of the project as it stands now: Word in a worker, PDF in the print window. Null
 * when it was called off; a file that cannot be made stops the rest, since all are written or none.
 */
export async function makeFiles(
  studio: Studio,
  making: Making,
): Promise<Result<readonly MadeFile[], string> | null> {
  const answers = await papersOf(studio, making);
  if (answers === null) return null;
  const names = fileNames(answers);
  const files: MadeFile[] = [];
  for (const [at, { index, made }] of answers.entries()) {
    const request = making.requests[index];
    if (request === undefined) return fail('做成的文件对不上要的文件，没有写。请再试一次。');
    if (!made.ok) return fail(made.failure.message);
    const content = await contentOf(studio, made.value, making);
    if (making.signal.aborted) return null;
    if (!content.ok) return content;
    files.push({ name: names[at] ?? made.value.name, content: content.value, request });
    making.onMade(files.length);
  }
  return ok(files);
}

function papersOf(
  { document }: Studio,
  { requests, signal, baselineId, onMade }: Making,
): Promise<readonly PaperAnswer[] | null> {
  const { project, standing } = document.getState();
  if (standing === null) return Promise.resolve(null);
  const isAllWord = requests.every(({ format }) => format === 'word');
  let made = 0;
  const underWay = makePapers(
    {
      records: [...project.records.values()],
      projectId: standing.projectId,
      standingHash: standing.head.changeHash,
      ...(baselineId === undefined ? {} : { baselineId }),
      requests,
      purpose: 'make',
    },
    () => {
      made += 1;
      if (isAllWord) onMade(made);
    },
  );
  const calledOff = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => {
      underWay.cancel();
      resolve(null);
    });
  });
  return Promise.race([underWay.answers, calledOff]);
}

async function contentOf(
  { platform, document }: Studio,
  { name, bytes, paper }: MadePaper,
  { makeSheet }: Making,
): Promise<Result<MadeFile['content'], string>> {
  if (bytes !== null) return ok(bytes);
  const { session } = document.getState();
  if (paper === null || session === null || makeSheet === undefined)
    return fail(`“${name}”没有做成。`);
  const reply = await platform['export:pdf']({ session, sheet: makeSheet(paper) });
  return reply.ok ? ok(reply.value) : fail(`“${name}”没有做成：${reply.failure.message}`);
}
