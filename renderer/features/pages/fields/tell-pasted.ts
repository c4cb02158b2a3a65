import type { PastedRow } from '@shared/core/clipboard/pasted-rows';
import { offerUndo } from '../../../state/offer-undo';
import type { Studio } from '../../../state/studio';

const mostNamed = 3;

/**
 * Says what a paste has become and offers to take it back. Numbers and marks that were taken off are
 * named, and one click has them back.
 */
export function tellPasted(
  studio: Studio,
  { rows, note }: { readonly rows: readonly PastedRow[]; readonly note: string },
  again: (rows: readonly PastedRow[]) => void,
): void {
  const leads = rows.flatMap(({ title, asTyped }) =>
    asTyped === undefined ? [] : [asTyped.slice(0, asTyped.length - title.length).trim()],
  );
  if (leads.length === 0) {
    const plain = `已粘贴 ${String(rows.length)} 条，可以按 Ctrl+Z 撤销。`;
    offerUndo(studio, note === '' ? undefined : note + plain);
    return;
  }
  const named = leads.slice(0, mostNamed).map((lead) => `“${lead}”`);
  const more = leads.length > mostNamed ? `等 ${String(leads.length)} 处` : '';
  const text = `${note}已粘贴 ${String(rows.length)} 条，去掉了前面的${named.join('')}${more}，可以按 Ctrl+Z 撤销。`;
  offerUndo(studio, text, {
    label: '留着这些编号',
    run: () => {
      again(rows.map(({ title, asTyped, values }) => ({ title: asTyped ?? title, values })));
    },
  });
}
