import { type BaselineStage, makeBaseline } from '@shared/core/commands/make-baseline';
import { newId } from '@shared/core/kernel/id';
import { fail, ok, type Result } from '@shared/core/kernel/result';
import { contentHash } from '@shared/core/model/content-hash';
import { baselineProblem } from '@shared/core/model/limits';
import type { Studio } from '../../state/studio';
import { makeFiles } from './make-files';
import { allPapers } from './wanted-files';

/** What the teacher says about what is frozen. */
export interface BaselineWords {
  readonly stage: BaselineStage;
  readonly name: string;
  readonly note: string;
  readonly by: string;
}

export interface Keeping {
  readonly words: BaselineWords;
  readonly signal: AbortSignal;
  readonly onMade: (count: number, of: number) => void;
}

/**
 * Freezes the project with all its papers: they are made, laid down on the disk by the shell, and then
 * named by a change. Null when it was called off; answers how many papers are kept.
 */
export async function keepBaseline(
  studio: Studio,
  { words, signal, onMade }: Keeping,
): Promise<Result<number, string> | null> {
  const { document, pending, random } = studio;
  pending.commitAll();
  await document.getState().flush();
  const { project, session } = document.getState();
  if (session === null) return fail('还没有打开专业。');
  const id = newId('bl', random);
  const requests = allPapers(project);
  // Before hundreds of papers are made for nothing.
  const problem = baselineProblem({ ...words, papers: requests.length });
  if (problem !== undefined) return fail(problem);
  const made = await makeFiles(studio, {
    requests,
    signal,
    baselineId: id,
    onMade: (count) => {
      onMade(count, requests.length);
    },
  });
  if (made?.ok !== true) return made;
  const papers = made.value.flatMap(({ name, content, request: { kind, layoutId, subjectId } }) => {
    // What is kept is Word; a PDF is not in the window's hands.
    if (typeof content === 'string') return [];
    const id = newId('ke', random);
    return { id, name, paper: kind, layout: layoutId, subjectId, bytes: content };
  });
  const frozen = { session, id, ...words, projectHash: contentHash(project), papers };
  const kept = await studio.platform['baseline:keep'](frozen);
  if (!kept.ok) return fail(kept.failure.message);
  const noted = document.getState().execute(makeBaseline, {
    ...{ id, stage: words.stage, name: words.name, note: words.note },
    date: localDay(kept.value.at),
    projectHash: frozen.projectHash,
    papers: kept.value.files.map(({ name, ...file }) => ({ ...file, fileName: name })),
  });
  return noted.ok ? ok(papers.length) : fail(noted.failure.message);
}

/** The day of an instant where the teacher is. */
function localDay(at: string): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
