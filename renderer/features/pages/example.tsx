import { fieldHelp } from '@shared/core/help/field-help';
import { Glyph } from './glyph';

interface ExampleProps {
  /** The kind and the field it is an example of. */
  readonly kind: string;
  readonly field: string;
  /** True under a field: the example goes with the first character typed there. */
  readonly underField?: boolean;
}

/** Teaches by example where nothing has been written yet. Never printed. */
export function Example({ kind, field, underField }: ExampleProps) {
  const help = fieldHelp(kind, field);
  if (help === undefined) return null;
  const { hint, good, bad, fault } = help;
  return (
    <div className={underField === true ? 'example under-field' : 'example'}>
      <p>{hint}</p>
      <p className="example-line">
        <Glyph name="tick" />
        <span>
          <b>好例</b>
          {good}
        </span>
      </p>
      <p className="example-line example-bad">
        <Glyph name="cross" />
        <span>
          <b>差例</b>
          {bad}
          {`（${fault}）`}
        </span>
      </p>
    </div>
  );
}
