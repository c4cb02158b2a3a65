import type { RecordId } from '@shared/core/kernel/id';
import type { Project } from '@shared/core/model/project';
import { wayTo } from '../../state/page-owner';
import { hasPagesBelow, type PageBelow, pagesBelow } from '../../state/pages-below';
import { partShown } from '../../state/pages/registry';
import { type Studio, useDocument, useStudio } from '../../state/studio';
import { type MenuEntry, MenuButton } from '../../ui/menu';
import { Glyph } from './glyph';

interface CrumbMenuProps {
  readonly id: RecordId;
  readonly name: string;
}

/** The mark behind a crumb: opens the pages below it, which are the neighbours of the crumb behind. */
export function CrumbMenu({ id, name }: CrumbMenuProps) {
  const studio = useStudio();
  const some = useDocument(({ project }) => hasPagesBelow(project, id));
  if (!some) return null;
  return (
    <MenuButton
      className="crumb-menu"
      label={`“${name}”下面的页`}
      align="start"
      entries={() => entriesBelow(studio, id)}
    >
      <Glyph name="right" />
    </MenuButton>
  );
}

function entriesBelow({ document, view }: Studio, id: RecordId): readonly MenuEntry[] {
  const { project } = document.getState();
  const { page, show } = view.getState();
  return pagesBelow(project, id).map((below) => ({
    id: `${below.id} ${below.part ?? ''}`,
    label: below.what === '' ? below.name : `${below.what} · ${below.name}`,
    current: page.kind === 'record' && leadsTo(project, below, page),
    run: () => {
      show({ kind: 'record', id: below.id, part: below.part });
    },
  }));
}

/** The page shown is this one or stands somewhere below it. */
function leadsTo(project: Project, { id, part }: PageBelow, shown: RecordPagePlace): boolean {
  if (part !== undefined) return shown.id === id && partShown(project, shown) === part;
  return wayTo(project, shown.id).some((record) => record.id === id);
}

type RecordPagePlace = Parameters<typeof partShown>[1];
