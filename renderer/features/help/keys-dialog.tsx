import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import type { KeyGroup } from './key-groups';
import { KeyList } from './key-list';

/** All keys on one sheet over the work, to look at and go on. */
export function KeysDialog({
  groups,
  onClose,
}: {
  /** The keys of the window by menu. */
  readonly groups: readonly KeyGroup[];
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      title="键盘用法"
      size="sheet"
      onClose={onClose}
      footer={<Button onClick={onClose}>关闭</Button>}
    >
      <KeyList groups={groups} />
    </Dialog>
  );
}
