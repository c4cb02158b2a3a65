import { ContextMenu as BaseContextMenu } from '@base-ui/react/context-menu';
import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Menubar as BaseMenubar } from '@base-ui/react/menubar';
import { memo, type ReactNode } from 'react';

/** One line of a menu; '-' is a line between groups. */
export type MenuEntry =
  | '-'
  | {
      readonly id: string;
      readonly label: string;
      /** The keys that do the same, as shown to the teacher. */
      readonly keys?: string;
      readonly disabled?: boolean;
      readonly run: () => void;
    };

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

/** A button that opens a menu. */
export function MenuButton({
  label,
  entries,
  children,
  className,
}: {
  readonly label: string;
  readonly entries: () => readonly MenuEntry[];
  readonly children: ReactNode;
  readonly className: string;
}) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger className={className} aria-label={label} title={label}>
        {children}
      </BaseMenu.Trigger>
      <MenuPopup entries={entries} align="end" />
    </BaseMenu.Root>
  );
}

function MenuPopup({
  entries,
  align,
}: {
  readonly entries: () => readonly MenuEntry[];
  readonly align: 'start' | 'end';
}) {
  return (
    <BaseMenu.Portal>
      <BaseMenu.Positioner className="menu-positioner" align={align} sideOffset={4}>
        <BaseMenu.Popup className="menu">
          <MenuEntries entries={entries} />
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  );
}

/** Drawn while the menu is open. */
function MenuEntries({ entries }: { readonly entries: () => readonly MenuEntry[] }) {
  return entries().map((entry, index) =>
    entry === '-' ? (
      <BaseMenu.Separator key={`line-${String(index)}`} className="menu-line" />
    ) : (
      <BaseMenu.Item
        key={entry.id}
        className="menu-item"
        disabled={entry.disabled === true}
        onClick={entry.run}
      >
        <span>{entry.label}</span>
        {entry.keys === undefined ? null : <kbd>{entry.keys}</kbd>}
      </BaseMenu.Item>
    ),
  );
}

/** What the right mouse button (or Shift+F10) opens on `children`; entries are made when it opens. */
export function ContextMenu({
  entries,
  children,
}: {
  readonly entries: readonly MenuEntry[];
  readonly children: ReactNode;
}) {
  return (
    <BaseContextMenu.Root>
      <BaseContextMenu.Trigger className="context-area">{children}</BaseContextMenu.Trigger>
      <BaseContextMenu.Portal>
        <BaseContextMenu.Positioner className="menu-positioner">
          <BaseContextMenu.Popup className="menu">
            {entries.map((entry, index) =>
              entry === '-' ? (
                <BaseContextMenu.Separator key={`line-${String(index)}`} className="menu-line" />
              ) : (
                <BaseContextMenu.Item
                  key={entry.id}
                  className="menu-item"
                  disabled={entry.disabled === true}
                  onClick={entry.run}
                >
                  <span>{entry.label}</span>
                  {entry.keys === undefined ? null : <kbd>{entry.keys}</kbd>}
                </BaseContextMenu.Item>
              ),
            )}
          </BaseContextMenu.Popup>
        </BaseContextMenu.Positioner>
      </BaseContextMenu.Portal>
    </BaseContextMenu.Root>
  );
}
