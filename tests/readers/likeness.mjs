/**
 * Sentences made after one pattern: the same words with another noun put in. Numbers, quoted titles and
 * standards are masked; two sentences are alike when they share most of their groups of three characters.
 */
const threshold = 0.6;

/** Groups of sentences alike that stand in more than `most` courses, one for each sentence that has so many like it. */
export function likenesses(sentences, most = 3) {
  const items = sentences.map(({ text, course }) => ({ text, course, grams: gramsOf(text) }));
  const places = new Map();
  items.forEach(({ grams }, index) => {
    for (const gram of grams) places.set(gram, [...(places.get(gram) ?? []), index]);
  });
  const groups = items.map((item, index) => {
    const shared = new Map();
    for (const gram of item.grams) {
      for (const other of places.get(gram)) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    const near = [...shared].filter(([other, count]) => {
      const dice = (2 * count) / (item.grams.size + items[other].grams.size);
      return other !== index && dice >= threshold;
    });
    return [item, ...near.map(([other]) => items[other])];
  });
  return groups
    .filter((group) => new Set(group.map(({ course }) => course)).size > most)
    .map((group) => group.map(({ text }) => text));
}

function gramsOf(text) {
  const plain = text
    .replaceAll(/《[^》]*》/gu, '')
    .replaceAll(/[A-Z]{2,}(?:\/T)? ?\d+(?:—\d{4})?/gu, '')
    .replaceAll(/[\d.]+/gu, '#')
    .replaceAll(/[\s，、：“”（）]/gu, '');
  return new Set(
    Array.from({ length: Math.max(plain.length - 2, 0) }, (_, at) => plain.slice(at, at + 3)),
  );
}
