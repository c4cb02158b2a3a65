import { type ExampleName, examples } from './examples';
import { Glyph } from './glyph';

interface ExampleProps {
  readonly name: ExampleName;
  /** True under a field: the example goes with the first character typed there. */
  readonly underField?: boolean;
}

/** Teaches by example where nothing has been written yet. Never printed. */
export function Example({ name, underField }: ExampleProps) {
  const { hint, good, bad, why } = examples[name];
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
          {`（${why}）`}
        </span>
      </p>
    </div>
  );
}
