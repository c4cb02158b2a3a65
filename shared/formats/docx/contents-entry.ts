import {
  BuilderElement,
  LeaderType,
  Paragraph,
  type ParagraphChild,
  Run,
  SimpleField,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { ContentsEntry, ParagraphBlock } from '../../core/papers/block';
import { styleId } from './docx-styles';

/** Right edge of the text of a page, in dxa; beyond it Word puts the page number at the edge itself. */
const rightEdge = 8844;

/**
 * An entry of the 目录. All entries together are the result of one TOC field, so that Word can renew
 * them on demand; nothing is marked as outdated, so Word does not ask on opening.
 */
export function contentsEntry(block: ParagraphBlock, entry: ContentsEntry): Paragraph {
  const { place, target, page } = entry;
  const words = `${block.number ?? ''}${block.runs.map(({ text }) => text).join('')}`;
  const children: ParagraphChild[] = [
    ...(place === 'first' || place === 'only' ? fieldStart() : []),
    new TextRun(words),
    new TextRun({ children: [new Tab()] }),
    new SimpleField(`PAGEREF ${target} \\h`, page),
    ...(place === 'last' || place === 'only' ? [fieldMark('end')] : []),
  ];
  return new Paragraph({
    style: styleId(block.style),
    tabStops: [{ type: TabStopType.RIGHT, position: rightEdge, leader: LeaderType.DOT }],
    children,
  });
}

function fieldStart(): readonly Run[] {
  const instruction = new BuilderElement<{ readonly space: string }>({
    name: 'w:instrText',
    attributes: { space: { key: 'xml:space', value: 'preserve' } },
    children: ['TOC \\o "1-2" \\h \\z \\u' as never],
  });
  return [fieldMark('begin'), new Run({ children: [instruction] }), fieldMark('separate')];
}

function fieldMark(type: 'begin' | 'separate' | 'end'): Run {
  const mark = new BuilderElement<{ readonly type: string }>({
    name: 'w:fldChar',
    attributes: { type: { key: 'w:fldCharType', value: type } },
  });
  return new Run({ children: [mark] });
}
