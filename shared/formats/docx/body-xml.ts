import type { FieldPlace } from '../../core/model/place';
import type {
  Block,
  ContentsEntry,
  HeadingBlock,
  ParagraphBlock,
  Run,
} from '../../core/papers/block';
import { headingStyleId, styleId } from './docx-styles';
import { tableXml } from './table-xml';

/**
 * The running text of a paper as WordprocessingML, written as one string. Going through an object per
 * element, as the docx package does, takes five times as long for a paper of a hundred pages; what
 * stands around the text (styles, numbering, settings, headers) is still the package's.
 */
export interface BodyContext {
  /** Gives every bound place the name of its bookmark. */
  readonly naming: (source: FieldPlace) => string;
  /** Counts the bookmarks of the document from 1. */
  readonly nextBookmark: () => number;
  /** The `w:numId` of the chapter numbering. */
  readonly chapters: string;
}

/** Right edge of the text of a page, in dxa; beyond it Word puts the page number at the edge itself. */
const rightEdge = 8844;
/** Marks that Word sets in the Latin font unless told otherwise: quotes, dashes, ×, circled numbers … */
const ambiguous = /[\u2010-\u2027\u2030-\u205e\u00a7-\u00f7\u2100-\u27bf]/;
const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
const beginsPage = '<w:pageBreakBefore/>';

/** The blocks of one section; `end` closes it inside its last paragraph, '' leaves it open. */
export function sectionXml(blocks: readonly Block[], end: string, context: BodyContext): string {
  const last = blocks.length - 1;
  const parts = blocks.map((block, index) => {
    const own = { end: index === last ? end : '', breaks: blocks[index - 1]?.type === 'pageBreak' };
    return block.type === 'pageBreak' && takesBreak(blocks[index + 1])
      ? ''
      : blockXml(block, own, context);
  });
  const isClosed = end === '' || holdsEnd(blocks[last]);
  return parts.join('') + (isClosed ? '' : `<w:p><w:pPr>${end}</w:pPr></w:p>`);
}

function holdsEnd(block: Block | undefined): boolean {
  return block?.type === 'paragraph' || block?.type === 'heading';
}

/**
 * A text begins a page by itself. A break in a paragraph of its own would stand alone on a page when
 * what comes before it fills the page to the last line.
 */
function takesBreak(block: Block | undefined): boolean {
  return block?.type === 'heading' || (block?.type === 'paragraph' && block.entry === undefined);
}

/** What a text is given by what stands around it. */
interface Around {
  /** Closes the section. */
  readonly end: string;
  /** Begins a page. */
  readonly breaks: boolean;
}

function blockXml(block: Block, around: Around, context: BodyContext): string {
  switch (block.type) {
    case 'paragraph':
      return paragraphXml(block, { keepNext: block.keepWithNext, ...around }, context);
    case 'heading':
      return headingXml(block, around, context);
    case 'table':
      return tableXml(block, (paragraph, keepNext) =>
        paragraphXml(paragraph, { keepNext, end: '', breaks: false }, context),
      );
    case 'pageBreak':
      return pageBreak;
    case 'section':
      throw new Error('sections are what a document is divided into before its blocks are written');
  }
}

interface Setting extends Around {
  readonly keepNext: boolean;
}

function paragraphXml(
  block: ParagraphBlock,
  { keepNext, end, breaks }: Setting,
  context: BodyContext,
): string {
  const style = `<w:pStyle w:val="${styleId(block.style)}"/>`;
  if (block.entry !== undefined) return entryXml(block, block.entry, `${style}${tabs}${end}`);
  const keep = `${keepNext ? '<w:keepNext/>' : ''}${breaks ? beginsPage : ''}`;
  const number = block.number === null ? '' : runXml(block.number, false);
  const runs = boundRuns(block.runs, context);
  return `<w:p><w:pPr>${style}${keep}${end}</w:pPr>${number}${runs}</w:p>`;
}

function headingXml(block: HeadingBlock, { end, breaks }: Around, context: BodyContext): string {
  const style = `<w:pStyle w:val="${headingStyleId(block.level)}"/>`;
  const level = `<w:ilvl w:val="${String(block.level - 1)}"/><w:numId w:val="${context.chapters}"/>`;
  const { target } = block;
  // The whole heading between the ends of the bookmark its 目录 entry points at.
  const runs =
    target === undefined
      ? boundRuns(block.runs, context)
      : bookmarked(target, context, () => boundRuns(block.runs, context));
  const page = breaks ? beginsPage : '';
  return `<w:p><w:pPr>${style}${page}<w:numPr>${level}</w:numPr>${end}</w:pPr>${runs}</w:p>`;
}

/** Runs in order; a bound one stands between the start and end of its bookmark, even when it is empty. */
function boundRuns(runs: readonly Run[], context: BodyContext): string {
  let xml = '';
  for (const { text, bold, source } of runs) {
    const shown = text === '' ? '' : runXml(text, bold);
    xml += source === null ? shown : bookmarked(context.naming(source), context, () => shown);
  }
  return xml;
}

function bookmarked(name: string, context: BodyContext, inside: () => string): string {
  const id = String(context.nextBookmark());
  const start = `<w:bookmarkStart w:name="${escaped(name)}" w:id="${id}"/>`;
  return `${start}${inside()}<w:bookmarkEnd w:id="${id}"/>`;
}

function runXml(text: string, bold: boolean): string {
  const hint = ambiguous.test(text) ? '<w:rFonts w:hint="eastAsia"/>' : '';
  const weight = bold ? '<w:b/><w:bCs/>' : '';
  const look = hint === '' && weight === '' ? '' : `<w:rPr>${hint}${weight}</w:rPr>`;
  return `<w:r>${look}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

const tabs = `<w:tabs><w:tab w:val="right" w:pos="${String(rightEdge)}" w:leader="dot"/></w:tabs>`;
const fieldMark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction =
  '<w:r><w:instrText xml:space="preserve">TOC \\o &quot;1-2&quot; \\h \\z \\u</w:instrText></w:r>';

/**
 * An entry of the 目录. All entries together are the result of one TOC field, so that Word can renew
 * them on demand; nothing is marked as outdated, so Word does not ask on opening.
 */
function entryXml(block: ParagraphBlock, entry: ContentsEntry, properties: string): string {
  const { place, target, page } = entry;
  const words = `${block.number ?? ''}${block.runs.map(({ text }) => text).join('')}`;
  const start =
    place === 'first' || place === 'only'
      ? `${fieldMark('begin')}${instruction}${fieldMark('separate')}`
      : '';
  const text = `<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r><w:r><w:tab/></w:r>`;
  const number = `<w:r><w:t xml:space="preserve">${escaped(page)}</w:t></w:r>`;
  const reference = `<w:fldSimple w:instr="PAGEREF ${escaped(target)} \\h">${number}</w:fldSimple>`;
  const finish = place === 'last' || place === 'only' ? fieldMark('end') : '';
  return `<w:p><w:pPr>${properties}</w:pPr>${start}${text}${reference}${finish}</w:p>`;
}

const special = /[&<>"']/;
const escapes: readonly (readonly [RegExp, string])[] = [
  [/&/g, '&amp;'],
  [/</g, '&lt;'],
  [/>/g, '&gt;'],
  [/"/g, '&quot;'],
  [/'/g, '&apos;'],
];

function escaped(text: string): string {
  if (!special.test(text)) return text;
  return escapes.reduce((xml, [mark, entity]) => xml.replace(mark, entity), text);
}
