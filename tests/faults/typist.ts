import type { Page } from 'playwright-core';

/** One value the window has called saved or written; `n` grows with every value typed in a trial run. */
export interface Noted {
  readonly label: string;
  readonly n: number;
}

/**
 * What the window has promised, noted outside its profile. `saved` and `written` hold, per field, the
 * number of the newest value that stood there when 「已保存」 or 「已写入」 was shown for it.
 */
export class Witness {
  readonly typed = new Map<string, number>();
  readonly saved = new Map<string, number>();
  readonly written = new Map<string, number>();
  /** Values that were called saved and were missing all the same. */
  lost = 0;
  /** Every state the fields have been in, as the numbers that stood there. */
  readonly #states = new Set([stateKey([])]);
  #fields = new Map<string, number>();
  #count = 0;

  /** Another witness of the same past. */
  copy(): Witness {
    const other = new Witness();
    for (const name of ['typed', 'saved', 'written'] as const)
      for (const [label, n] of this[name]) other[name].set(label, n);
    for (const state of this.#states) other.#states.add(state);
    other.#fields = this.#fields;
    other.#count = this.#count;
    return other;
  }

  next(label: string): number {
    this.#count += 1;
    this.noteTyped({ label, n: this.#count });
    return this.#count;
  }

  /** A value was put into a field: the fields are in a state they have not been in before. */
  noteTyped({ label, n }: Noted): void {
    this.typed.set(label, n);
    this.skipTo(n);
    this.noteShown(new Map([...this.#fields, [label, n]]));
  }

  /** What stands in the fields after a start; a value typed into a killed window may be gone. */
  noteShown(fields: ReadonlyMap<string, number>): void {
    this.#fields = new Map(fields);
    this.#states.add(stateKey([...fields.values()]));
  }

  /** True when the fields have been in a state with exactly these numbers. */
  hasNoted(numbers: readonly number[]): boolean {
    return this.#states.has(stateKey(numbers));
  }

  get count(): number {
    return this.#count;
  }

  /** Room for the numbers that a typist in the window uses up by itself. */
  skipTo(count: number): void {
    this.#count = Math.max(this.#count, count);
  }

  note(map: Map<string, number>, { label, n }: Noted): void {
    if ((map.get(label) ?? 0) < n) map.set(label, n);
    if ((this.typed.get(label) ?? 0) < n) this.typed.set(label, n);
  }
}

/** The text a typed value consists of: a sentence of Chinese around its number. */
export function valueText(n: number): string {
  return `能按规程完成第${String(n)}号检查并如实记录`;
}

/** The number in a typed value; 0 when the text is not one of ours. */
export function valueNumber(text: string): number {
  return Number(/第(\d+)号检查/.exec(text)?.[1] ?? 0);
}

/** The numbers of all typed values in a text, ascending. */
export function numbersIn(text: string): readonly number[] {
  const found = [...text.matchAll(/第(\d+)号检查/g)].map(([, digits]) => Number(digits));
  return [...new Set(found)].sort((left, right) => left - right);
}

function stateKey(numbers: readonly number[]): string {
  const typed = numbers.filter((number) => number > 0);
  return typed.sort((left, right) => left - right).join(',');
}

interface TypistOptions {
  readonly labels: readonly string[];
  readonly from: number;
  /** Longest rest between two values, in ms; the shell writes the file in a long rest. */
  readonly rest: number;
  readonly seed: number;
}

/**
 * Starts a typist inside the window: puts numbered values into the fields one after another, leaves
 * each field, and says on the console what the status has called saved or written since.
 */
export async function startTypist(
  page: Page,
  witness: Witness,
  { rest, seed }: Pick<TypistOptions, 'rest' | 'seed'>,
) {
  const labels = [...fieldLabels];
  page.on('console', (message) => {
    const [word, json] = splitOnce(message.text());
    if (word === 'gx-saved') witness.note(witness.saved, JSON.parse(json) as Noted);
    if (word === 'gx-written') witness.note(witness.written, JSON.parse(json) as Noted);
    if (word === 'gx-typed') {
      witness.noteTyped(JSON.parse(json) as Noted);
    }
  });
  await page.evaluate(typistInPage, { labels, from: witness.count, rest, seed });
}

/** The fields trials write in, by accessible name. */
export const fieldLabels = ['课程目标 1', '课程目标 2', '课程目标 3'] as const;

function splitOnce(text: string): readonly [string, string] {
  const space = text.indexOf(' ');
  return space < 0 ? [text, ''] : [text.slice(0, space), text.slice(space + 1)];
}

/** Runs in the window; must not use anything of this module. */
function typistInPage({ labels, from, rest, seed }: TypistOptions): void {
  const status = () =>
    document.querySelector<HTMLElement>('[role="status"][aria-label="保存状态"]');
  const seqOf = (name: string) => Number(status()?.dataset[name] ?? -1);
  const waiting: { label: string; n: number; seq: number; saved: boolean }[] = [];
  let state = seed >>> 0;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
  const put = (element: HTMLTextAreaElement, text: string) => {
    // React listens to the setter of the prototype, not to the one it has put on the element.
    const own = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    element.focus();
    own?.set?.call(element, text);
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    element.blur();
  };
  const report = () => {
    const saved = seqOf('savedSeq');
    const written = seqOf('writtenSeq');
    for (const entry of waiting) {
      if (!entry.saved && saved >= entry.seq) {
        entry.saved = true;
        console.log(`gx-saved ${JSON.stringify({ label: entry.label, n: entry.n })}`);
      }
      if (entry.saved && written >= entry.seq) {
        console.log(`gx-written ${JSON.stringify({ label: entry.label, n: entry.n })}`);
        waiting.splice(waiting.indexOf(entry), 1);
      }
    }
  };
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const work = async () => {
    for (let n = from + 1; ; n += 1) {
      const label = labels[n % labels.length] ?? '';
      const field = document.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${label}"]`);
      if (field === null) throw new Error(`no field ${label}`);
      const before = seqOf('headSeq');
      console.log(`gx-typed ${JSON.stringify({ label, n })}`);
      put(field, `能按规程完成第${String(n)}号检查并如实记录`);
      while (seqOf('headSeq') <= before) await pause(1);
      waiting.push({ label, n, seq: seqOf('headSeq'), saved: false });
      await pause(random() < 0.1 ? rest : random() * 60);
    }
  };
  setInterval(report, 2);
  void work();
}
