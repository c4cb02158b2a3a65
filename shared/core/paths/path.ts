import type { FieldSpec } from '../model/field';
import { fieldSpec, isKind, type Kind } from '../model/record';
import { computedFor } from './computed';
import type { Computed } from './computed/computed';
import { type Step, stepsFrom } from './steps';

/**
 * A path names values from any record: `course.name`, `course.typicalWorkTask.workObject.text`,
 * `major.higherLevels`. Its first word is the kind of the record or of one above it; each further word
 * but the last is a step; the last is a step too, a field, or something computed.
 */
export interface Path {
  readonly text: string;
  readonly root: Kind;
  readonly steps: readonly Step[];
  readonly end: PathEnd;
}

/** What a path leads to, with the kind of the records it is asked of. */
export type PathEnd =
  | { readonly type: 'records'; readonly kind: Kind }
  | {
      readonly type: 'field';
      readonly kind: Kind;
      readonly field: string;
      readonly spec: FieldSpec;
    }
  | {
      readonly type: 'computed';
      readonly kind: Kind;
      readonly name: string;
      readonly computed: Computed;
    };

const known = new Map<string, Path | undefined>();

/** The path of a text; undefined when it leads nowhere. */
export function pathOf(text: string): Path | undefined {
  if (!known.has(text)) known.set(text, parsed(text));
  return known.get(text);
}

function parsed(text: string): Path | undefined {
  const [root = '', ...words] = text.split('.');
  if (!isKind(root)) return undefined;
  const steps: Step[] = [];
  let kind: Kind = root;
  for (const [index, word] of words.entries()) {
    if (index === words.length - 1) {
      const end = endOf(kind, word);
      if (end !== undefined) return { text, root, steps, end };
    }
    const step = stepsFrom(kind).find((one) => one.kind === word);
    if (step === undefined) return undefined;
    steps.push(step);
    ({ kind } = step);
  }
  return { text, root, steps, end: { type: 'records', kind } };
}

function endOf(kind: Kind, name: string): PathEnd | undefined {
  const computed = computedFor(kind)[name];
  if (computed !== undefined) return { type: 'computed', kind, name, computed };
  const spec = fieldSpec(kind, name);
  return spec === undefined ? undefined : { type: 'field', kind, field: name, spec };
}

/** The kind of the records a path leads to; undefined when it leads to values. */
export function recordsAtEnd({ end }: Path): Kind | undefined {
  if (end.type === 'records') return end.kind;
  return end.type === 'computed' && end.computed.type === 'records' ? end.computed.kind : undefined;
}

/** True when a path leads to words or numbers. */
export function leadsToValues({ end }: Path): boolean {
  if (end.type === 'computed') return ['words', 'number'].includes(end.computed.type);
  return end.type === 'field';
}
