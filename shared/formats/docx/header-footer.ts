import { Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';
import type { Paper } from '../../core/papers/block';
import { styleId } from './docx-styles';

/** Header and footer of a paper; `{page}` and `{pages}` become live fields. */
export function headerAndFooter({ page, styles }: Paper) {
  const style = Object.hasOwn(styles, 'footer') ? { style: styleId('footer') } : {};
  const line = (text: string) => new Paragraph({ ...style, children: [fieldRun(text)] });
  return {
    ...(page.header === ''
      ? {}
      : { headers: { default: new Header({ children: [line(page.header)] }) } }),
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
