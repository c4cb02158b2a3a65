import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import type { FocusAfter } from './use-first-field';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly footer: ReactNode;
  readonly onClose: () => void;
  /** What has the focus at first: the safe choice, or the first field. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** What has it afterwards, where the dialog cannot know. */
  readonly finalFocus?: () => FocusAfter;
  readonly size?: 'normal' | 'wide' | 'broad' | 'sheet';
}

/** What is long is reached by Tab and scrolled by the arrow keys. */
const scrolledByKeys = { tabIndex: 0 };

/** A window in the window: a title, what it is about, and the ways out at the foot. */
export function Dialog(props: DialogProps) {
  const { title, children, footer, onClose, initialFocus, finalFocus, size = 'normal' } = props;
  return (
    <BaseDialog.Root open onOpenChange={closing(onClose)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="scrim" />
        <BaseDialog.Popup
          className={`dialog dialog-${size}`}
          {...(initialFocus === undefined ? {} : { initialFocus })}
          {...(finalFocus === undefined ? {} : { finalFocus })}
        >
          <BaseDialog.Title className="dialog-title">{title}</BaseDialog.Title>
          <div className="dialog-body" {...(size === 'sheet' ? scrolledByKeys : {})}>
            {children}
          </div>
          <div className="dialog-foot">{footer}</div>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/** A question that must be answered: the title asks, the safe answer has the focus. */
export function Question(props: Omit<DialogProps, 'finalFocus'>) {
  const { title, children, footer, onClose, initialFocus, size = 'normal' } = props;
  return (
    <AlertDialog.Root open onOpenChange={closing(onClose)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="scrim" />
        <AlertDialog.Popup
          className={`dialog dialog-${size}`}
          {...(initialFocus === undefined ? {} : { initialFocus })}
        >
          <AlertDialog.Title className="dialog-title">{title}</AlertDialog.Title>
          <div className="dialog-body">{children}</div>
          <div className="dialog-foot">{footer}</div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

function closing(onClose: () => void): (open: boolean) => void {
  return (open) => {
    if (!open) onClose();
  };
}
