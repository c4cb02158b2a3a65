import { takeWayOut, type WayOut } from '@shared/core/ways-out/way-out';
import { useDocument } from '../../state/studio';
import { useExecute } from '../../state/use-execute';

interface WaysOutProps {
  readonly ways: readonly WayOut[];
  /** What does not add up; names the group. */
  readonly label: string;
}

/** Two or three ways to make something add up, each with what would stand there afterwards. */
export function WaysOut({ ways, label }: WaysOutProps) {
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  if (readOnly || ways.length === 0) return null;
  return (
    <div className="ways-out" role="group" aria-label={label}>
      {ways.map((way) => (
        <button
          key={way.label}
          type="button"
          className="way-out"
          onClick={() => {
            execute(takeWayOut, way);
          }}
        >
          <span className="way-label">{way.label}</span>
          <span className="way-result">{way.result}</span>
        </button>
      ))}
    </div>
  );
}
