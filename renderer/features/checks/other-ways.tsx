import { useMemo } from 'react';
import type { Finding } from '@shared/core/rules/check-project';
import { findingWays } from '@shared/core/ways-out/finding-ways';
import { takeWayOut } from '@shared/core/ways-out/way-out';
import { useDocument } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { Button } from '../../ui/button';

/** Further ways out of hours or shares that do not add up, each with what would stand there. */
export function OtherWays({ finding }: { readonly finding: Finding }) {
  const execute = useExecute();
  const project = useDocument((state) => state.project);
  const readOnly = useDocument((state) => state.readOnly);
  const ways = useMemo(() => findingWays(project, finding), [project, finding]);
  if (readOnly || ways.length === 0) return null;
  return (
    <ul className="finding-others" aria-label={finding.fixable ? '另外的办法' : '可以这样改'}>
      {ways.map((way) => (
        <li key={way.label}>
          <Button
            tone="link"
            onClick={() => {
              execute(takeWayOut, way);
            }}
          >
            {way.label}
          </Button>{' '}
          <span className="meta">{way.result}</span>
        </li>
      ))}
    </ul>
  );
}
