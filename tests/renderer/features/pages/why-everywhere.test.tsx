// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fieldHelp } from '@shared/core/help/field-help';
import { seededRandom } from '@shared/core/kernel/random';
import type { Kind } from '@shared/core/model/record';
import { RecordPage } from '@renderer/features/pages/record-page';
import { partsOf } from '@renderer/state/pages/registry';
import type { Studio } from '@renderer/state/studio';
import { loadSample } from '@shared/core/samples/sample-list';
import { InStudio, studioWith } from '../studio-for-pages';

beforeAll(() => {
  // jsdom has no layout and nothing to scroll.
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.scrollBy = () => undefined;
});
afterEach(cleanup);

/** The fields on the page that there is help for, and those of them that no 为什么 stands behind. */
function unexplained(studio: Studio): readonly string[] {
  const { records } = studio.document.getState().project;
  const places = [...document.querySelectorAll<HTMLElement>('[data-place]')];
  const fields = places.flatMap((element) => {
    const [id = '', field = ''] = (element.dataset.place ?? '').split(' ');
    const kind = records.get(id)?.kind ?? '';
    return fieldHelp(kind, field) === undefined ? [] : [`${kind} ${field}`];
  });
  const explained = new Set(
    [...document.querySelectorAll<HTMLElement>('[data-why]')].map(({ dataset }) => dataset.why),
  );
  return [...new Set(fields)].filter((field) => !explained.has(field));
}

async function aMajor() {
  const records = await loadSample('qiche-weixiu', seededRandom(1));
  const studio = studioWith(records);
  const idOf = (kind: Kind) => records.find((record) => record.kind === kind)?.id ?? '';
  return { studio, idOf };
}

function open(studio: Studio, id: string, part?: string): void {
  cleanup();
  render(
    <InStudio studio={studio}>
      <RecordPage recordId={id} part={part} />
    </InStudio>,
  );
}

describe('a 为什么 stands behind the label of every field there is something to say about', () => {
  const kinds = ['major', 'majorLevel', 'typicalWorkTask', 'startPoint', 'learningTask'] as const;

  it.each(kinds)('on the page of a %s', async (kind) => {
    const { studio, idOf } = await aMajor();
    open(studio, idOf(kind));
    expect(unexplained(studio)).toEqual([]);
  });

  it('on the page of a course, with an objective and its 考核要点 open', async () => {
    const { studio, idOf } = await aMajor();
    open(studio, idOf('course'));
    const first = document.querySelector<HTMLElement>('[aria-label="课程目标 1"]');
    if (first !== null) fireEvent.focus(first);
    await expect.poll(() => document.querySelector('.slip')).not.toBeNull();
    expect(unexplained(studio)).toEqual([]);
  });

  it.each(partsOf('major').map(({ part }) => part))('on the page %s of the major', async (part) => {
    const { studio, idOf } = await aMajor();
    open(studio, idOf('major'), part);
    expect(unexplained(studio)).toEqual([]);
  });
});
