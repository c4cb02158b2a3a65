import { sha256Hex } from '../kernel/hash';
import { longestText, type Stamp } from './field';
import { endOf, isJudged, type JudgedKind, judgedWords } from './family';
import { find, type Project } from './project';
import { isKnown, type RecordOf } from './record';

/** Version of `judgedForm`; a stamp of another version is made anew from its text before it is compared. */
export const normaliserVersion = 1;

/** The mappings that are judged: each says that two things fit together. */
export type JudgedRecord = RecordOf<JudgedKind>;

/** The stamp of a text a mapping is judged against. */
export function stampOf(text: string): Stamp {
  return {
    hash: sha256Hex(judgedForm(text)),
    normaliser: normaliserVersion,
    // Cutting may halve a character at the end.
    text: text.slice(0, longestText).replace(/\p{Surrogate}$/u, ''),
  };
}

/**
 * What of a text counts when it is compared: full and half width, blanks and punctuation do not.
 * Marks between digits and the signs of percent count, for 1.5 is not 15 and 80 is not 80 %.
 */
function judgedForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, '')
    .replace(/(?<!\d)[^\P{P}%‰]|[^\P{P}%‰](?!\d)/gu, '');
}

/** What a mapping is judged against: the words of both its ends. Order and hours do not count. */
export function judgedText(project: Project, mapping: JudgedRecord): string {
  const ends = [find(project, mapping.parentId), find(project, endOf(mapping))];
  return ends
    .flatMap((end) => (end !== undefined && isKnown(end) ? judgedWords(project, end) : []))
    .join('\n');
}

/**
 * True when what a mapping was judged against has changed since. One that was never judged is not
 * suspect: new links raise no warning.
 */
export function isSuspect(project: Project, mapping: JudgedRecord): boolean {
  const { stamp } = mapping;
  if (stamp === null) return false;
  const words = judgedText(project, mapping);
  // Word for word the same, as most are: nothing to hash. A text that was cut says less than its hash.
  if (words === stamp.text && words.length < longestText) return false;
  const then = stamp.normaliser === normaliserVersion ? stamp.hash : stampOf(stamp.text).hash;
  return then !== judgedHash(mapping, words);
}

const judgedHashes = new WeakMap<JudgedRecord, { readonly text: string; readonly hash: string }>();

/** The hash of what a mapping would be judged against now; made anew only when the words have changed. */
function judgedHash(mapping: JudgedRecord, text: string): string {
  const known = judgedHashes.get(mapping);
  if (known?.text === text) return known.hash;
  const { hash } = stampOf(text);
  judgedHashes.set(mapping, { text, hash });
  return hash;
}

/** A mapping by id if it is one that is judged. */
export function findJudged(project: Project, id: string): JudgedRecord | undefined {
  const record = find(project, id);
  return isJudged(record) ? record : undefined;
}
