import { Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';
import type { PageSetup, Paper } from '../../core/papers/block';
import { styleId } from './docx-styles';

/** Header and footer of a paper; `{page}` and `{pages}` become live fields. */
export function headerAndFooter({ styles }: Paper, page: PageSetup) {
  const styleOf = (name: string) => (Object.hasOwn(styles, name) ? { style: styleId(name) } : {});
  const line = (text: string, name = 'footer') =>
    new Paragraph({ ...styleOf(name), children: [fieldRun(text)] });
  const headerStyle = Object.hasOwn(styles, 'header') ? 'header' : 'footer';
  return {
    ...(page.header === ''
      ? {}
      : { headers: { default: new Header({ children: [line(page.header, headerStyle)] }) } }),
    ...(page.footer === ''
      ? {}
      : { footers: { default: new Footer({ children: [line(page.footer)] }) } }),
  };
}

function fieldRun(text: string): TextRun {
  const children = text
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '{page}') return PageNumber.CURRENT;
      return part === '{pages}' ? PageNumber.TOTAL_PAGES : part;
    });
  return new TextRun({ children });
}
