/** A course as it is looked for by name. */
export interface NamedCourse {
  readonly id: string;
  readonly name: string;
}

/** The one course of this name, written the same or but for blanks, brackets and numbers. */
export function courseNamed(
  name: string,
  courses: readonly NamedCourse[],
): NamedCourse | undefined {
  const exact = courses.filter((course) => course.name === name);
  const plain = plainName(name);
  const found = exact.length > 0 ? exact : courses.filter((one) => plainName(one.name) === plain);
  return found.length === 1 && plain !== '' ? found[0] : undefined;
}

/** A name as it counts for comparison: no blanks, quotation marks, numbers before it or brackets' width. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/^(?:\d{1,2}[.、]|[*※])/u, '')
    .replace(/[\s《》“”"'()·\-—]/gu, '')
    .toLowerCase();
}

/** The course whose name shares the most pairs of characters (Dice); null below one half. */
export function likelyCourse(name: string, courses: readonly NamedCourse[]): string | null {
  let best: string | null = null;
  let most = 0.5;
  for (const course of courses) {
    const score = likeness(plainName(name), plainName(course.name));
    if (score < most) continue;
    most = score;
    best = course.id;
  }
  return best;
}

function likeness(left: string, right: string): number {
  const a = pairs(left);
  const b = pairs(right);
  if (a.length + b.length === 0) return 0;
  const rest = new Map<string, number>();
  for (const pair of b) rest.set(pair, (rest.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of a) {
    const left = rest.get(pair) ?? 0;
    if (left === 0) continue;
    rest.set(pair, left - 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length);
}

function pairs(text: string): readonly string[] {
  const letters = Array.from(text);
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}
