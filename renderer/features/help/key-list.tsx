import { type KeyGroup, placeKeys } from './key-groups';

/** All keys: those of the window as given, then those that belong to where the cursor is. */
export function KeyList({ groups }: { readonly groups: readonly KeyGroup[] }) {
  return (
    <>
      <p className="meta">拼音还没有选字的时候，这些键都不起作用，不会打断输入。</p>
      <div className="help-keys">
        {[...groups, ...placeKeys].map(({ label, rows }) => (
          <section key={label} aria-label={label}>
            <h3>{label}</h3>
            <ul className="keys">
              {rows.map(([title, keys]) => (
                <li key={title}>
                  <span>{title}</span>
                  <kbd>{keys}</kbd>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
