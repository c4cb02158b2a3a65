import { Popover } from '@base-ui/react/popover';
import { useRef } from 'react';
import { fieldHelp, sourceWords } from '@shared/core/help/field-help';
import { fieldSpec, isKind } from '@shared/core/model/record';
import { textBoxOf } from './fields/text-entries';

interface WhyProps {
  readonly kind: string;
  readonly field: string;
  /** What the label beside it says; the field's own label when not given. */
  readonly label?: string;
}

/** The small 为什么 behind a label: what to write, an example, the reason and where it comes from. */
export function Why({ kind, field, label }: WhyProps) {
  const help = fieldHelp(kind, field);
  const own = isKind(kind) ? fieldSpec(kind, field)?.label : undefined;
  const name = label ?? own ?? '';
  const from = useRef<HTMLElement | null>(null);
  if (help === undefined) return null;
  return (
    <Popover.Root
      onOpenChange={(open) => {
        const { activeElement } = document;
        if (open)
          from.current =
            activeElement instanceof HTMLElement && textBoxOf(activeElement) !== null
              ? activeElement
              : null;
      }}
    >
      <Popover.Trigger
        className="why"
        // Tab goes from field to field; Shift+F1 in a field asks.
        tabIndex={-1}
        aria-label={`为什么写“${name}”`}
        title="为什么"
        data-why={`${kind} ${field}`}
      >
        ?
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" align="start" sideOffset={4}>
          <Popover.Popup
            className="why-slip"
            // Asked for by a key, the field has the focus again.
            finalFocus={() => from.current ?? true}
          >
            <Popover.Title className="why-title">{name}</Popover.Title>
            <dl>
              <dt>怎么写</dt>
              <dd>{help.hint}</dd>
              <dt>好例</dt>
              <dd>{help.good}</dd>
              <dt>差例</dt>
              <dd>{`${help.bad}（${help.fault}）`}</dd>
              <dt>为什么</dt>
              <dd>{help.why}</dd>
              <dt>来源</dt>
              <dd>{sourceWords[help.source]}</dd>
            </dl>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
