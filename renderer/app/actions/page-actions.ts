import type { Kind } from '@shared/core/model/record';
import { childrenOf } from '@shared/core/model/project';
import { entriesBelow, partsOf } from '../../state/pages/registry';
import type { Studio } from '../../state/studio';
import { type Action, hasProject } from './action';

function goTo({ document, view }: Studio, kind: Kind, part: string | undefined): void {
  const [top] = childrenOf(document.getState().project, null, kind);
  if (top !== undefined) view.getState().show({ kind: 'record', id: top.id, part });
}

/** The pages of what stands at the top of the project, for the palette; those below are found by name. */
export const pageActions: readonly Action[] = entriesBelow(null)
  .flatMap((first) => [first, ...partsOf(first.kind)])
  .map(({ kind, part, title = '' }) => ({
    id: part === undefined ? `go-${kind}` : `go-${kind}-${part}`,
    title: `到“${title}”`,
    possible: hasProject,
    run: (studio) => {
      goTo(studio, kind, part);
    },
  }));
