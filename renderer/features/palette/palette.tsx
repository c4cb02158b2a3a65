import { Dialog } from '@base-ui/react/dialog';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { isComposing } from '../../ui/composition';
import { Icon } from '../../ui/icon';
import { giveFocusBack, useFirstField } from '../../ui/use-first-field';
import { type Found, findEntries, type PaletteEntry } from './palette-entries';

interface Props {
  readonly entries: readonly PaletteEntry[];
  readonly onClose: () => void;
}

/** Ctrl+K: goes to a place or does something, found by 汉字, 全拼 or 首字母. */
export function Palette({ entries, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { field, takeFocus, before } = useFirstField<HTMLInputElement>();
  const taken = useRef(false);
  const found = useMemo(() => findEntries(entries, typed), [entries, typed]);
  const current = Math.min(at, found.length - 1);
  const take = (one: Found | undefined) => {
    if (one === undefined) return;
    taken.current = true;
    onClose();
    one.entry.run();
    // What moves nothing leaves the focus where it was.
    giveFocusBack(before());
  };
  const keys = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown') setAt((current + 1) % Math.max(found.length, 1));
    else if (event.key === 'ArrowUp')
      setAt((current - 1 + found.length) % Math.max(found.length, 1));
    else if (event.key === 'Enter') take(found[current]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup
          className="dialog palette"
          initialFocus={field}
          // What was chosen puts the focus where it belongs; else it goes back.
          finalFocus={() => !taken.current && before()}
        >
          <Dialog.Title className="hidden-title">命令面板</Dialog.Title>
          <div className="palette-query">
            <Icon name="find" />
            <input
              ref={takeFocus}
              role="combobox"
              aria-label="查命令、课程、任务"
              aria-expanded="true"
              aria-controls="palette-list"
              aria-activedescendant={found.length > 0 ? `palette-${String(current)}` : undefined}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setAt(0);
              }}
              onKeyDown={keys}
            />
            <span className="meta">拼音首字母、全拼、汉字都行</span>
          </div>
          <PaletteList found={found} current={current} onPoint={setAt} onTake={take} />
          <div className="palette-foot">
            <span>
              <kbd>↑</kbd> <kbd>↓</kbd> 选
            </span>
            <span>
              <kbd>Enter</kbd> 去
            </span>
            <span className="grow" />
            <span>输入 &gt; 只找命令</span>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface ListProps {
  readonly found: readonly Found[];
  readonly current: number;
  readonly onPoint: (index: number) => void;
  readonly onTake: (found: Found) => void;
}

function PaletteList({ found, current, onPoint, onTake }: ListProps) {
  if (found.length === 0) return <p className="palette-none">没有找到。换个说法，或少打几个字。</p>;
  return (
    <div className="palette-list" id="palette-list" role="listbox" aria-label="找到的">
      {found.map((one, index) => (
        <div key={`${one.entry.group}${one.entry.id}`} role="presentation">
          {one.entry.group === found[index - 1]?.entry.group ? null : (
            <div className="palette-group" role="presentation">
              {one.entry.group}
            </div>
          )}
          <div
            id={`palette-${String(index)}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={index === current ? 'palette-row is-current' : 'palette-row'}
            ref={
              index === current
                ? (element) => {
                    element?.scrollIntoView({ block: 'nearest' });
                  }
                : null
            }
            onPointerMove={() => {
              if (index !== current) onPoint(index);
            }}
            onClick={() => {
              onTake(one);
            }}
            onKeyDown={() => undefined}
          >
            <Icon name={one.entry.group === '去哪里' ? 'file' : 'command'} />
            <span className="cut">
              <Marked text={one.entry.title} match={one.match} />
              <span className="palette-note">{one.entry.note}</span>
            </span>
            {one.entry.keys === '' ? null : <kbd>{one.entry.keys}</kbd>}
          </div>
        </div>
      ))}
    </div>
  );
}

function Marked({ text, match }: { readonly text: string; readonly match: Found['match'] }) {
  if (match === null) return <>{text}</>;
  const [from, to] = match;
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to + 1)}</mark>
      {text.slice(to + 1)}
    </>
  );
}
