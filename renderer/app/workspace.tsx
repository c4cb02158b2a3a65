import { startTransition, useDeferredValue, useEffect, useState } from 'react';
import { find } from '@shared/core/model/project';
import { Outline } from '../features/outline/outline';
import { RecordPage } from '../features/pages/record-page';
import { useFind } from '../state/use-find';
import { firstPage, pageOwner } from '../state/page-owner';
import { pageEntryOf, partShown } from '../state/pages/registry';
import { type Studio, useDocument, useStudio, useView } from '../state/studio';
import { Icon } from '../ui/icon';
import { type MenuEntry, MenuButton } from '../ui/menu';
import { addingActions } from './actions/edit-actions';
import { entryOf } from './actions/index';
import { isPossible } from './actions/action';
import { regionIds } from './regions';
import { SidePanel } from './side-panel';

/** Below this width the side panel, then the outline, lies over the page instead of beside it. */
const sideBeside = 1120;
const outlineBeside = 900;
/** A page that is a table asks for the room by itself. */
const sideBesideTable = 1600;

/** The three columns: outline, page, side panel. */
export function Workspace() {
  const width = useWindowWidth();
  const outlineOpen = useView((state) => state.outlineOpen) ?? width >= outlineBeside;
  const isTable = useIsTable();
  const sideOpen =
    useView((state) => state.sideOpen) ?? width >= (isTable ? sideBesideTable : sideBeside);
  const setColumns = useView((state) => state.setColumns);
  const page = useView((state) => state.page);
  const sideIsDue = useSideIsDue();
  useEffect(() => {
    // Lying over the page, the outline makes way for what was chosen in it.
    if (window.innerWidth < outlineBeside) setColumns({ outlineOpen: null });
  }, [page, setColumns]);
  const marks = [
    'columns',
    outlineOpen ? '' : 'no-outline',
    sideOpen ? '' : 'no-side',
    width < outlineBeside ? 'outline-over' : '',
    width < sideBeside ? 'side-over' : '',
  ];
  return (
    <div className={marks.filter((mark) => mark !== '').join(' ')}>
      {outlineOpen ? (
        <aside className="outline" id={regionIds.outline} aria-label="大纲栏" tabIndex={-1}>
          <OutlineColumn />
        </aside>
      ) : (
        <Rail
          label="大纲"
          icon="list"
          onOpen={() => {
            setColumns({ outlineOpen: true });
          }}
        />
      )}
      <main className="page" id={regionIds.page} aria-label="正文" tabIndex={-1}>
        <Page />
      </main>
      {sideOpen ? (
        <aside className="side" id={regionIds.side} aria-label="右栏" tabIndex={-1}>
          {sideIsDue && <SidePanel />}
        </aside>
      ) : (
        <Rail
          label="预览"
          icon="panel"
          onOpen={() => {
            setColumns({ sideOpen: true });
          }}
        />
      )}
    </div>
  );
}

/**
 * The upper part of the page can be written in before all of it is there, and the side panel comes after
 * that: each is laid out in a frame of its own.
 */
function useAfterPage(): boolean {
  const pageIsThere = useDeferredValue(true, false);
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    if (!pageIsThere) return;
    startTransition(() => {
      setIsDue(true);
    });
  }, [pageIsThere]);
  return isDue;
}

/** After the page; but what is typed right after Ctrl+F is meant for its field, which comes at once. */
function useSideIsDue(): boolean {
  const isAfterPage = useAfterPage();
  const isAskedFor = useFind((state) => state.asked > 0);
  return isAfterPage || isAskedFor;
}

function useIsTable(): boolean {
  const page = useView((state) => state.page);
  return useDocument(
    ({ project }) =>
      page.kind === 'record' && pageEntryOf(find(project, page.id)?.kind ?? '')?.isTable === true,
  );
}

function Rail(props: {
  readonly label: string;
  readonly icon: 'list' | 'panel';
  readonly onOpen: () => void;
}) {
  return (
    <div className="rail">
      <button
        type="button"
        className="rail-button"
        aria-label={`打开${props.label}`}
        onClick={props.onOpen}
      >
        <Icon name={props.icon} />
        <span>{props.label}</span>
      </button>
    </div>
  );
}

function OutlineColumn() {
  const studio = useStudio();
  const entriesFor = (id?: string): readonly MenuEntry[] =>
    addingActions(id)
      .filter((action) => isPossible(action, studio))
      .map((action) => entryOf(action, studio));
  useView((state) => state.page);
  // Drawn anew when something else can be added, not with every edit.
  useDocument(() => possibleIds(studio).join());
  return (
    <Outline
      entriesFor={entriesFor}
      head={
        <MenuButton label="添加" className="icon-button" entries={entriesFor}>
          <Icon name="plus" />
        </MenuButton>
      }
    />
  );
}

function possibleIds(studio: Studio): readonly string[] {
  return addingActions(undefined).flatMap((action) =>
    isPossible(action, studio) ? [action.id] : [],
  );
}

function Page() {
  const page = useView((state) => state.page);
  const id = useDocument(({ project }) => {
    if (page.kind === 'record') {
      const owner = pageOwner(project, page.id);
      if (owner !== undefined) return owner.id;
    }
    const first = firstPage(project);
    return find(project, first ?? null)?.id;
  });
  const part = useDocument(({ project }) =>
    page.kind === 'record' ? partShown(project, page) : undefined,
  );
  if (id === undefined) {
    return (
      <div className="panel-empty">
        <h3>这份文件里还没有内容</h3>
        <p>按 Ctrl+Z 可以把刚才删去的找回来。</p>
      </div>
    );
  }
  return <RecordPage key={`${id} ${part ?? ''}`} recordId={id} part={part} />;
}

function useWindowWidth(): number {
  const [width, setWidth] = useState(() => window.innerWidth);
  useEffect(() => {
    const resized = () => {
      setWidth(window.innerWidth);
    };
    window.addEventListener('resize', resized);
    return () => {
      window.removeEventListener('resize', resized);
    };
  }, []);
  return width;
}
