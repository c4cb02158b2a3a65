import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

export interface TabSpec<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** How many things are in it, shown behind the label. */
  readonly count?: number | undefined;
  readonly panel: ReactNode;
}

/** Panels of which one is shown; only that one is drawn. */
export function Tabs<Id extends string>({
  tabs,
  current,
  onChange,
  label,
  end,
}: {
  readonly tabs: readonly TabSpec<Id>[];
  readonly current: Id;
  readonly onChange: (id: Id) => void;
  readonly label: string;
  /** What stands at the end of the row of tabs. */
  readonly end?: ReactNode;
}) {
  return (
    <BaseTabs.Root
      className="tabs"
      value={current}
      onValueChange={(value: Id) => {
        onChange(value);
      }}
    >
      <div className="tabs-row">
        <BaseTabs.List className="tabs-list" aria-label={label}>
          {tabs.map(({ id, label: name, count }) => (
            <BaseTabs.Tab key={id} value={id} className="tab">
              {name}
              {count === undefined || count === 0 ? null : (
                <span className="tab-count">{count}</span>
              )}
            </BaseTabs.Tab>
          ))}
        </BaseTabs.List>
        {end}
      </div>
      {tabs.map(({ id, panel }) => (
        <BaseTabs.Panel key={id} value={id} className="tab-panel">
          {panel}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
