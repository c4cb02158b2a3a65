import {
  Document,
  DocumentGridType,
  NumberFormat,
  PageOrientation,
  Paragraph,
  SectionType,
} from 'docx';
import type { Block, PageSetup, Paper } from '../../core/papers/block';
import { bookmarkNames } from './bookmarks';
import { sectionXml } from './body-xml';
import { chapterLevels, chapterNumbering, headingStyles, paragraphStyles } from './docx-styles';
import { headerAndFooter } from './header-footer';
import { normalisePackage } from './normalise-package';
import { packageParts } from './package-parts';

/** What a paper carries so that it finds its way back: the project and the state it was made from. */
export interface PaperOrigin {
  readonly projectId: string;
  /** changeHash of the head the paper was made at. */
  readonly standingHash: string;
  /** The 存档版本 the paper is kept with, if it is. */
  readonly baselineId?: string;
}

const dxaPerMm = 1440 / 25.4;
/** The page number stands this far above the lower edge of the text's margin, in mm (GB/T 9704: 7 mm below the text). */
const footerBelowText = 12;

/** Writes a paper as .docx. The same paper and origin always give the same bytes. */
export function writeDocx(paper: Paper, origin: PaperOrigin): Promise<Uint8Array> {
  const sections = sectionsOf(paper);
  const parts = new Map(packageParts(documentOf(paper, origin, sections)));
  const shell = parts.get(bodyPath);
  if (typeof shell !== 'string') throw new Error('docx writes no document any more');
  parts.set(bodyPath, filled(shell, sections));
  return Promise.resolve(normalisePackage(parts));
}

const bodyPath = 'word/document.xml';
/** What stands for the text of a section in the document that the docx package writes. */
const slotStyle = 'GxSlot';
const slot = new RegExp(
  `<w:p><w:pPr><w:pStyle w:val="${slotStyle}"/>` +
    '(?:<w:numPr><w:ilvl w:val="0"/><w:numId w:val="(\\d+)"/></w:numPr>)?' +
    '(<w:sectPr.*?</w:sectPr>)?</w:pPr></w:p>',
  'gs',
);

/** The document with the text of each section in the place of its slot. */
function filled(shell: string, sections: readonly PaperSection[]): string {
  let bookmarks = 0;
  let at = 0;
  const context = { naming: bookmarkNames(), nextBookmark: () => (bookmarks += 1) };
  const xml = shell.replace(slot, (_, chapters: string | undefined, end: string | undefined) => {
    const blocks = sections[at]?.blocks ?? [];
    at += 1;
    return sectionXml(blocks, end ?? '', { ...context, chapters: chapters ?? '' });
  });
  if (at !== sections.length) throw new Error('docx writes its sections another way now');
  return xml;
}

function documentOf(
  paper: Paper,
  origin: PaperOrigin,
  sections: readonly PaperSection[],
): Document {
  // The numbering is written only when something is numbered by it.
  const isNumbered = paper.blocks.some(({ type }) => type === 'heading');
  const numbering = isNumbered ? { numbering: { reference: chapterNumbering, level: 0 } } : {};
  return new Document({
    title: paper.title,
    creator: '工学课坊',
    lastModifiedBy: '工学课坊',
    customProperties: propertiesOf(paper, origin),
    styles: {
      default: {
        ...headingStyles(paper),
        document: {
          run: {
            font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' },
            size: 21,
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
        },
      },
      paragraphStyles: [...paragraphStyles(paper)],
    },
    numbering: chapterLevels(paper),
    evenAndOddHeaderAndFooters: sections.some(({ page }) => page.footerAt === 'outside'),
    sections: sections.map(({ page }) => ({
      properties: {
        page: { ...pageOf(page), ...numbersOf(page) },
        type: SectionType.NEXT_PAGE,
        grid: { type: DocumentGridType.DEFAULT, linePitch: 312 },
      },
      ...headerAndFooter(paper, page),
      children: [new Paragraph({ style: slotStyle, ...numbering })],
    })),
  });
}

/** By what a paper finds its way back. */
function propertiesOf(paper: Paper, origin: PaperOrigin) {
  return [
    { name: 'gxProject', value: origin.projectId },
    { name: 'gxState', value: origin.standingHash },
    { name: 'gxPaper', value: paper.kind },
    { name: 'gxLayout', value: paper.layoutId },
    { name: 'gxSubject', value: paper.subjectId },
    ...(origin.baselineId === undefined ? [] : [{ name: 'gxBaseline', value: origin.baselineId }]),
  ];
}

interface PaperSection {
  readonly page: PageSetup;
  readonly blocks: Block[];
}

/** What a document is divided into: the blocks up to the next `section` each. */
function sectionsOf({ page, blocks }: Paper): readonly PaperSection[] {
  const sections: PaperSection[] = [{ page, blocks: [] }];
  for (const block of blocks) {
    if (block.type === 'section') sections.push({ page: block.page, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

function numbersOf({ numbers }: PageSetup) {
  if (numbers === undefined) return {};
  const { start, format } = numbers;
  const formatType = format === 'decimal' ? NumberFormat.DECIMAL : NumberFormat.UPPER_ROMAN;
  return { pageNumbers: { ...(start === null ? {} : { start }), formatType } };
}

function pageOf(page: PageSetup) {
  const dxa = (mm: number) => Math.round(mm * dxaPerMm);
  const isLandscape = page.orientation === 'landscape';
  const { top, bottom, left, right } = page.margin;
  return {
    size: {
      // The package swaps the two itself when the page lies on its side.
      width: dxa(isLandscape ? page.height : page.width),
      height: dxa(isLandscape ? page.width : page.height),
      orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: dxa(top),
      bottom: dxa(bottom),
      left: dxa(left),
      right: dxa(right),
      header: dxa(Math.max(5, top - footerBelowText)),
      footer: dxa(Math.max(5, bottom - footerBelowText)),
    },
  };
}
