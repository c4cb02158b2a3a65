import { optionWord } from '../model/field';
import type { Bound } from '../paths/bound';
import { pathOf } from '../paths/path';
import type { ParagraphBlock } from './block';
import type { BlockOf } from './layout';
import { literal, type Making, paragraph, sentenceRuns } from './making';

type Form = BlockOf<'grid'>;

/** The option words of the choice in the cells, each with its sign; [] when the cells hold no choice. */
function signsOf({ columns: { cell = '', signs = {} } }: Form) {
  const path = pathOf(cell);
  if (path?.end.type !== 'field' || path.end.spec.type !== 'choice') return [];
  const { spec } = path.end;
  return Object.entries(signs).map(([option, sign]) => ({ sign, word: optionWord(spec, option) }));
}

/** The sign that stands for a word in the cells; a word without one stands for itself. */
export function signed(form: Form, bound: Bound): Bound {
  const found = signsOf(form).find(({ word }) => word === bound.text);
  return found === undefined ? bound : { ...bound, text: found.sign };
}

/** What the signs mean, below the table: 「注：○引入　◐训练　●达标」. */
export function gridLegend(making: Making, form: Form): readonly ParagraphBlock[] {
  const { legendTerm } = form.columns;
  if (legendTerm === undefined) return [];
  const words = signsOf(form).map(({ sign, word }) => `${sign}${word}`);
  return [paragraph(form.style, [...sentenceRuns(making, legendTerm), literal(words.join('　'))])];
}
