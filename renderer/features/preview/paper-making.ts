import type { Refusal } from '@shared/core/words/refusal';
import { ok, type Result } from '@shared/core/kernel/result';
import type { Project } from '@shared/core/model/project';
import type { Paper } from '@shared/core/papers/block';
import { buildPaper, type PaperRequest } from '@shared/core/papers/build-paper';
import { withSameParts } from './same-parts';

export type MakePaper = (project: Project, request: PaperRequest) => Result<Paper, Refusal>;

/**
 * Makes papers again and again: what an edit has not touched is the same object as in the paper before,
 * so that it need not be drawn and measured anew.
 */
export function createPaperMaking(): MakePaper {
  let last: { readonly project: Project; readonly request: PaperRequest } | null = null;
  let made: Result<Paper, Refusal> | null = null;
  return (project, request) => {
    const isSame =
      last?.project === project && withSameParts(last.request, request) === last.request;
    if (made !== null && isSame) return made;
    const next = buildPaper(project, request);
    made = next.ok && made?.ok === true ? ok(withSameParts(made.value, next.value)) : next;
    last = { project, request };
    return made;
  };
}
