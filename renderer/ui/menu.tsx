import { ContextMenu as BaseContextMenu } from '@base-ui/react/context-menu';
import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Menubar as BaseMenubar } from '@base-ui/react/menubar';
import { memo, type MouseEvent, type ReactNode } from 'react';

/** One line of a menu; '-' is a line between groups. */
export type MenuEntry =
  | '-'
  | {
      readonly id: string;
      readonly label: string;
      /** The keys that do the same, as shown to the teacher. */
      readonly keys?: string;
      readonly disabled?: boolean;
      /** What is so now, among what can be chosen. */
      readonly current?: boolean;
      readonly run: () => void;
    };

/** The lines of a menu, or what makes them when it opens. */
type Entries = readonly MenuEntry[] | (() => readonly MenuEntry[]);

export interface MenuSpec {
  readonly label: string;
  /** Asked when the menu opens: what is possible then. */
  readonly entries: () => readonly MenuEntry[];
}

interface MenubarProps {
  readonly menus: readonly MenuSpec[];
  readonly label: string;
}

/** The row of menus at the top of the window. */
export const Menubar = memo(function Menubar({ menus, label }: MenubarProps) {
  return (
    <BaseMenubar className="menubar" aria-label={label}>
      {menus.map((menu) => (
        <BaseMenu.Root key={menu.label}>
          <BaseMenu.Trigger className="menubar-trigger">{menu.label}</BaseMenu.Trigger>
          <MenuPopup entries={menu.entries} align="start" />
        </BaseMenu.Root>
      ))}
    </BaseMenubar>
  );
});

interface MenuButtonProps {
  readonly label: string;
  readonly entries: Entries;
  readonly children: ReactNode;
  readonly className: string;
  readonly align?: 'start' | 'end';
}

/** A button that opens a menu. */
export function MenuButton({ label, entries, children, className, align }: MenuButtonProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger className={className} aria-label={label} title={label}>
        {children}
      </BaseMenu.Trigger>
      <MenuPopup entries={entries} align={align ?? 'end'} />
    </BaseMenu.Root>
  );
}

function MenuPopup({
  entries,
  align,
}: {
  readonly entries: Entries;
  readonly align: 'start' | 'end';
}) {
  return (
    <BaseMenu.Portal>
      <BaseMenu.Positioner className="menu-positioner" align={align} sideOffset={4}>
        <BaseMenu.Popup className="menu">
          <MenuLines entries={entries} />
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  );
}

interface ContextMenuProps {
  readonly entries: Entries;
  readonly children: ReactNode;
  /** Told where the menu was asked for, before its lines are made; false = there is none there. */
  readonly onAsk?: (target: Element) => boolean;
}

/** What the right mouse button (or Shift+F10) opens on `children`. */
export function ContextMenu({ entries, children, onAsk }: ContextMenuProps) {
  const ask = (event: MouseEvent & { readonly preventBaseUIHandler: () => void }) => {
    if (event.target instanceof Element && onAsk?.(event.target) === false) {
      event.preventBaseUIHandler();
    }
  };
  return (
    <BaseContextMenu.Root>
      <BaseContextMenu.Trigger className="context-area" onContextMenu={ask}>
        {children}
      </BaseContextMenu.Trigger>
      <BaseContextMenu.Portal>
        <BaseContextMenu.Positioner className="menu-positioner">
          <BaseContextMenu.Popup className="menu">
            <MenuLines entries={entries} />
          </BaseContextMenu.Popup>
        </BaseContextMenu.Positioner>
      </BaseContextMenu.Portal>
    </BaseContextMenu.Root>
  );
}

/** Drawn while the menu is open only: what makes the lines is asked then. */
function MenuLines({ entries }: { readonly entries: Entries }) {
  const lines = typeof entries === 'function' ? entries() : entries;
  return lines.map((entry, index) =>
    entry === '-' ? (
      <BaseMenu.Separator key={`line-${String(index)}`} className="menu-line" />
    ) : (
      <BaseMenu.Item
        key={entry.id}
        className="menu-item"
        aria-current={entry.current === true ? 'true' : undefined}
        disabled={entry.disabled === true}
        onClick={entry.run}
      >
        <span className="cut">{entry.label}</span>
        {entry.keys === undefined ? null : <kbd>{entry.keys}</kbd>}
      </BaseMenu.Item>
    ),
  );
}
