import { useCallback, useEffect, useMemo, useRef } from 'react';
import { redoable, undoable } from '@shared/core/changes/history';
import { useStore } from 'zustand';
import { textBoxOf, textEntries } from '../features/pages/fields/text-entries';
import { SaveStatus } from '../features/status/save-status';
import { pageName } from '../state/page-name';
import { useDocument, useStudio, useView } from '../state/studio';
import type { TextElement } from '../state/writing/text-draft';
import type { Page } from '../state/view-store';
import { IconButton } from '../ui/button';
import { Icon, Logo } from '../ui/icon';
import { Menubar } from '../ui/menu';
import { actions, menusOf } from './actions/index';

/** Menus, the file and how far it is saved, undo and redo, and the way to everything else. */
export function TitleBar() {
  const studio = useStudio();
  const session = useDocument((state) => state.session);
  const box = useLastTextBox();
  const menus = useMemo(() => menusOf(studio, () => textEntries(studio, box())), [studio, box]);
  return (
    <header className="title-bar">
      <Logo />
      <Menubar menus={menus} label="菜单" />
      {session === null ? null : <FileName />}
      <div className="title-tools">
        {session === null ? null : <Ways />}
        {session === null ? null : <Steps />}
        <button
          type="button"
          className="title-find"
          onClick={() => {
            studio.view.getState().setOverlay({ kind: 'palette' });
          }}
        >
          <Icon name="find" />
          <span>{session === null ? '查命令、最近文件' : '查命令、课程、任务'}</span>
          <kbd>Ctrl+K</kbd>
        </button>
      </div>
    </header>
  );
}

/** The text field that had the focus last and is still there: a menu takes the focus from it. */
function useLastTextBox(): () => TextElement | null {
  const last = useRef<TextElement | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || target.closest('[role=menubar], [role=menu]') !== null)
        return;
      last.current = textBoxOf(target);
    };
    window.addEventListener('focusin', note);
    return () => {
      window.removeEventListener('focusin', note);
    };
  }, []);
  return useCallback(() => (last.current?.isConnected === true ? last.current : null), []);
}

function FileName() {
  const { opener } = useStudio();
  const file = useDocument((state) => state.status.file);
  const readOnly = useDocument((state) => state.readOnly);
  const busy = useStore(opener.store, (state) => state.busy);
  return (
    <div className="title-file">
      <b className="cut path" title={`${file.place}/${file.fileName}`}>
        {file.fileName}
      </b>
      {readOnly ? <span className="meta">只能看</span> : null}
      {busy === '' ? <SaveStatus /> : <span className="meta">{busy}</span>}
    </div>
  );
}

/** Back and forward among the pages, each with the name of the page it leads to. */
function Ways() {
  const studio = useStudio();
  const back = useView((state) => state.back.at(-1));
  const forward = useView((state) => state.forward[0]);
  const nameOf = (page: Page | undefined) =>
    page === undefined ? undefined : pageName(studio.document.getState().project, page);
  return (
    <>
      <IconButton
        icon="left"
        label="后退"
        hint={nameOf(back) ?? 'Alt+←'}
        disabled={back === undefined}
        onClick={studio.view.getState().goBack}
      />
      <IconButton
        icon="right"
        label="前进"
        hint={nameOf(forward) ?? 'Alt+→'}
        disabled={forward === undefined}
        onClick={studio.view.getState().goForward}
      />
      <span className="title-gap" />
    </>
  );
}

function Steps() {
  const studio = useStudio();
  const history = useDocument((state) => state.history);
  const run = (id: string) => {
    actions.find((action) => action.id === id)?.run(studio);
  };
  const last = undoable(history)?.step.label;
  const next = redoable(history)?.step.label;
  return (
    <>
      <IconButton
        icon="undo"
        label="撤销"
        hint={last ?? 'Ctrl+Z'}
        disabled={last === undefined}
        onClick={() => {
          run('undo');
        }}
      />
      <IconButton
        icon="redo"
        label="重做"
        hint={next ?? 'Ctrl+Y'}
        disabled={next === undefined}
        onClick={() => {
          run('redo');
        }}
      />
    </>
  );
}
