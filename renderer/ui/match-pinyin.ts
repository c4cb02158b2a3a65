import pinyin from 'pinyin-match';

/** First and last matching character, both included. */
export type Match = readonly [number, number];

/** Finds 汉字, 全拼 or 首字母 in a text; undefined when they are not there. */
export function matchPinyin(text: string, wanted: string): Match | undefined {
  const found = pinyin.match(text, wanted.trim());
  return found === false ? undefined : found;
}
