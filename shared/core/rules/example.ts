import type { Kind } from '../model/record';

/** A value in an example: lists are given as texts, links by the name of the record they point at. */
type ExampleValue = string | number | boolean | null | readonly string[];

/** A record of an example with what is below it. */
export interface ExampleNode {
  readonly kind: Kind;
  /** A name other records of the example point at it by. */
  readonly as?: string;
  readonly fields: Readonly<Record<string, ExampleValue>>;
  readonly children: readonly ExampleNode[];
}

/** A record of an example; `fields` may hold `as`, the name others point at it by. */
export function node(
  kind: Kind,
  fields: Readonly<Record<string, ExampleValue>> = {},
  children: readonly ExampleNode[] = [],
): ExampleNode {
  const { as, ...values } = fields;
  return typeof as === 'string'
    ? { kind, as, fields: values, children }
    : { kind, fields: values, children };
}

/** Records of one kind, one for each text. */
export function lines(kind: Kind, texts: readonly string[]): readonly ExampleNode[] {
  return texts.map((text) => node(kind, { text }));
}
