import { majorParts } from '../state/major-parts';
import { pageKinds } from '@shared/core/model/family';
import { helpTopicIds, plainOverlays, plainPages, sideTabs } from '../state/view-store';

/**
 * Everything the window can show, by name: from this list the pictures and the tests take what they
 * visit, and whoever adds a page is told that nobody has looked at it.
 */
export function windowPages(): readonly string[] {
  return [
    ...plainPages.map((kind) => `page-${kind}`),
    ...helpTopicIds.map((topic) => `help-${topic}`),
    ...pageKinds.map((kind) => `record-${kind}`),
    ...majorParts.map(({ id }) => `part-${id}`),
    ...sideTabs.map((tab) => `panel-${tab}`),
    ...[...plainOverlays, 'delete'].map((kind) => `overlay-${kind}`),
  ];
}
