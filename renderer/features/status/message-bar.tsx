import { useEffect } from 'react';
import { useDocument, useMessages } from '../../state/studio';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

const receiptMilliseconds = 8_000;

/** One sentence at the foot of the page: a receipt or a word goes by itself, a refusal stays until something is done. */
export function MessageBar() {
  const message = useMessages((state) => state.message);
  const dismiss = useMessages((state) => state.dismiss);
  useEffect(() => {
    if (message === null || message.tone === 'refusal') return undefined;
    const timer = setTimeout(dismiss, receiptMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [message, dismiss]);
  const offered = useDocument(() => message?.action?.isOffered?.() !== false);
  // A refusal that belongs to a field is said there.
  const shown = message !== null && message.at === null ? message : null;
  return (
    <div className="message-place" role="status" aria-label="消息">
      {shown === null ? null : (
        <div className={`message message-${shown.tone}`}>
          {shown.tone !== 'word' && <Icon name={shown.tone === 'receipt' ? 'tick' : 'warn'} />}
          <span>{shown.text}</span>
          {shown.action === null || !offered ? null : (
            <Button
              tone="link"
              onClick={() => {
                dismiss();
                shown.action?.run();
              }}
            >
              {shown.action.label}
            </Button>
          )}
          <button type="button" className="message-close" aria-label="收起消息" onClick={dismiss}>
            <Icon name="close" size={12} />
          </button>
        </div>
      )}
    </div>
  );
}
