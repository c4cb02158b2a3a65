import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** One element of a Word part, read by a parser that is not the writer's. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** The parts of a .docx as text. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const parts: Record<string, string> = {};
  for (const [path, part] of Object.entries(unzipSync(bytes))) parts[path] = strFromU8(part);
  return parts;
}

/** The root element of a part. */
export function parseXml(xml: string): Element {
  const root = { name: '', attributes: {}, children: [] as (Element | string)[] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const [first] = root.children;
  if (first === undefined || typeof first === 'string') throw new Error('no element');
  return first;
}

/** All elements of a name inside, in document order. */
export function all(element: Element, name: string): readonly Element[] {
  return elementsIn(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
}

/** Elements that are direct members. */
export function elementsIn({ children }: Element, name?: string): readonly Element[] {
  return children.filter(
    (child): child is Element =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element of a name inside. */
export function first(element: Element, name: string): Element | undefined {
  return all(element, name)[0];
}

export function textIn(element: Element): string {
  return all(element, 'w:t')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join('');
}

export function numberAt(element: Element | undefined, attribute: string): number {
  return Number(element?.attributes[attribute]);
}
