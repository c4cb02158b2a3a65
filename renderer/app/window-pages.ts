import { pageEntries } from '../state/pages/entries';
import { helpTopicIds, plainOverlays, plainPages, sideTabs } from '../state/view-store';

/**
 * Everything the window can show, by name: from this list the pictures and the tests take what they
 * visit, and whoever adds a page is told that nobody has looked at it.
 */
export function windowPages(): readonly string[] {
  return [
    ...plainPages.map((kind) => `page-${kind}`),
    ...helpTopicIds.map((topic) => `help-${topic}`),
    ...pageEntries.map(({ kind, part }) =>
      part === undefined ? `record-${kind}` : `part-${part}`,
    ),
    ...sideTabs.map((tab) => `panel-${tab}`),
    ...[...plainOverlays, 'delete'].map((kind) => `overlay-${kind}`),
  ];
}

/** The further pages of records, by name and title: a command of the palette leads to each. */
export function furtherPages(): readonly { readonly page: string; readonly title: string }[] {
  return pageEntries.flatMap(({ part, title = '' }) =>
    part === undefined ? [] : [{ page: `part-${part}`, title }],
  );
}
