import type { RecordId } from '@shared/core/kernel/id';
import { type MajorPartId, majorParts } from '../../../state/major-parts';
import { MajorTextsPage } from './major-texts-page';
import { PeoplePage } from './people-page';
import { TermsPage } from './terms-page';

interface MajorPartPageProps {
  readonly majorId: RecordId;
  readonly part: MajorPartId;
}

/** One of the further pages of a major. */
export function MajorPartPage({ majorId, part }: MajorPartPageProps) {
  if (part === 'people') return <PeoplePage majorId={majorId} />;
  if (part === 'terms') return <TermsPage majorId={majorId} />;
  const fields = majorParts.find(({ id }) => id === part)?.fields ?? [];
  return <MajorTextsPage majorId={majorId} part={part} fields={fields} />;
}
