import { childrenOf } from '@shared/core/model/project';
import { type MajorPartId, majorParts } from '../../state/major-parts';
import type { Studio } from '../../state/studio';
import { type Action, hasProject } from './action';

/** Goes to a page of the major. */
function goTo({ document, view }: Studio, part: MajorPartId | undefined): void {
  const [major] = childrenOf(document.getState().project, null, 'major');
  if (major !== undefined) view.getState().show({ kind: 'record', id: major.id, part });
}

/** The pages of the major that the outline lists, for the palette. */
export const pageActions: readonly Action[] = [
  {
    id: 'go-major',
    title: '到“专业信息”',
    possible: hasProject,
    run: (studio) => {
      goTo(studio, undefined);
    },
  },
  ...majorParts.map(({ id, title }) => ({
    id: `go-major-${id}`,
    title: `到“${title}”`,
    possible: hasProject,
    run: (studio: Studio) => {
      goTo(studio, id);
    },
  })),
];
