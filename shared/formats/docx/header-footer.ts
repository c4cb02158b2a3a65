import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';
import type { PageSetup, Paper } from '../../core/papers/block';
import { styleId } from './docx-styles';

/** Header and footer of a section; `{page}` and `{pages}` become live fields. */
export function headerAndFooter({ styles }: Paper, page: PageSetup) {
  const styleOf = (name: string) => (Object.hasOwn(styles, name) ? { style: styleId(name) } : {});
  const headerStyle = Object.hasOwn(styles, 'header') ? 'header' : 'footer';
  const header = () =>
    new Header({
      children: [new Paragraph({ ...styleOf(headerStyle), children: [fieldRun(page.header)] })],
    });
  const footer = (place: Place) =>
    new Footer({
      children: [
        new Paragraph({ ...styleOf('footer'), ...place, children: [fieldRun(page.footer)] }),
      ],
    });
  const inward = Math.round((styles.footer?.size ?? 0) * dxaPerPoint);
  const odd: Place = { alignment: AlignmentType.RIGHT, indent: { right: inward } };
  const even: Place = { alignment: AlignmentType.LEFT, indent: { left: inward } };
  const isOutside = page.footerAt === 'outside';
  return {
    ...(page.header === ''
      ? {}
      : { headers: { default: header(), ...(isOutside ? { even: header() } : {}) } }),
    ...(page.footer === ''
      ? {}
      : {
          footers: isOutside
            ? { default: footer(odd), even: footer(even) }
            : { default: footer({}) },
        }),
  };
}

type Place = Pick<ConstructorParameters<typeof Paragraph>[0] & object, 'alignment' | 'indent'>;

const dxaPerPoint = 20;

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
