import { expect } from 'vitest';
import type { ConsoleMessage, Page } from 'playwright-core';
import type { Random } from '@shared/core/kernel/random';
import type { RunningApp, TestHome } from '../../e2e/harness/launch';
import { recordsIn } from '../../e2e/harness/gxk';
import { fieldAt, inDrafts, inFile } from '../three-homes';
import { FieldRecord, longestUnsaved, promisesAllKept } from '../../helpers/field-record';
import { ContinuousHand, pasted } from './hand';
import { JournalWatch } from './journal-watch';
import { type Sample, sampleMilliseconds, type Shown, watchInPage } from '../../helpers/shown';

/** The fields the hand types in: others than those of the numbered values. */
const labels = ['课程目标 4', '课程目标 5', '课程目标 6'] as const;

/** One life of the program: from when the hand begins until it is killed. */
interface Life {
  readonly label: string;
  readonly hand: ContinuousHand;
  readonly typing: Promise<void>;
  readonly records: ReadonlyMap<string, FieldRecord>;
  readonly samples: Sample[];
  killedAt: number;
}

/**
 * Continuous typing in one home over many lives of the program, and what is proved of it: whenever all was called
 * saved, the journal had what stood in every field; and after a kill nothing is missing that had stood there for more
 * than the last second.
 */
export class ContinuousTyping {
  readonly counts = { strokes: 0, texts: 0, samples: 0, promises: 0, lost: 0, falseWords: 0 };
  /** The oldest text that was ever missing after a kill had stood there so many milliseconds. */
  mostLost = 0;
  readonly #journal: JournalWatch;
  readonly #ids = new Map<string, string>();
  readonly #falseWords: string[] = [];
  #life: Life | undefined;

  constructor(
    readonly home: TestHome,
    readonly file: string,
    readonly random: Random,
  ) {
    this.#journal = new JournalWatch(home.userData);
  }

  /** Puts the hand to work in one of the fields; it types until `stop` or until the program is gone. */
  async begin({ electron, window }: RunningApp): Promise<void> {
    const shown = await this.#shown(window);
    if (this.#ids.size === 0) await this.#learnIds(shown);
    this.#journal.look();
    const label = labels[this.random.below(labels.length)] ?? labels[0];
    await electron.evaluate(({ clipboard }, text) => {
      (clipboard as unknown as { writeText: (words: string) => void }).writeText(text);
    }, pasted);
    const records = new Map(labels.map((each) => [each, new FieldRecord(shown.get(each) ?? '')]));
    const samples: Sample[] = [];
    window.on('console', (message) => {
      this.#hear(message, records, samples);
    });
    await window.evaluate(watchInPage, { labels: [...labels], every: sampleMilliseconds });
    await fieldAt(window, label).focus();
    await window.keyboard.press('Control+End');
    const hand = await ContinuousHand.over(window, this.random);
    const typing = hand.type(() => records.get(label)?.newest.length ?? 0);
    // Heard of when the life has ended; until then nobody waits for it.
    typing.catch(() => undefined);
    this.#life = { label, hand, typing, records, samples, killedAt: 0 };
  }

  /** Ends the typing; `end` kills the program, in this very moment. */
  async kill(end: () => Promise<void>): Promise<void> {
    const life = this.#running();
    life.hand.stop();
    life.killedAt = Date.now();
    await end();
    await life.typing;
    this.#count(life);
  }

  /** Lets the hand rest; the program lives on. */
  async stop(): Promise<void> {
    const life = this.#running();
    life.hand.stop();
    await life.typing;
    this.#count(life);
  }

  #count({ hand, records, samples }: Life): void {
    this.counts.strokes += hand.strokes;
    for (const record of records.values()) this.counts.texts += record.count;
    this.counts.samples += samples.length;
  }

  /** Fails when all was ever called saved beside a text that the journal did not have. */
  expectTrueWords(): void {
    const found = this.#falseWords.splice(0);
    expect([...new Set(found)].slice(0, 5), `${String(found.length)} false words`).toEqual([]);
  }

  /** Of a program just started: no more is missing than what was typed in the last second. */
  async expectKept(window: Page): Promise<void> {
    const life = this.#life;
    this.#life = undefined;
    if (life === undefined || life.killedAt === 0) return;
    const shown = await this.#shown(window);
    for (const [label, record] of life.records) {
      const found = shown.get(label) ?? '';
      const loss = record.lossAt(life.killedAt, found, life.hand.inFlight);
      expect(loss, `${label} holds what never stood there: ${found}`).toBeDefined();
      if (loss === undefined) continue;
      this.counts.lost += loss.acknowledged;
      this.mostLost = Math.max(this.mostLost, loss.milliseconds);
      expect(loss.acknowledged, `${label}: texts that were called saved are lost`).toBe(0);
      const allowed = longestUnsaved + stoodStill(life);
      expect(loss.milliseconds, `${label}: milliseconds of typing lost`).toBeLessThanOrEqual(
        allowed,
      );
    }
  }

  /** Of a program that has written all: drafts and file hold what the window shows. */
  async expectInAllHomes(window: Page): Promise<void> {
    const texts = [...(await this.#shown(window)).values()];
    const missing = async () => {
      const homes = [await inFile(this.file), await inDrafts(window)];
      return texts.filter((text) => !homes.every((home) => home.includes(JSON.stringify(text))));
    };
    await expect.poll(missing, { message: 'missing in the file or in IndexedDB' }).toEqual([]);
  }

  #hear(message: ConsoleMessage, records: Life['records'], samples: Sample[]): void {
    const text = message.text();
    if (text.startsWith('gx-shown ')) {
      const shown = JSON.parse(text.slice('gx-shown '.length)) as Shown;
      records.get(shown.label)?.note(shown);
    }
    if (text.startsWith('gx-sample ')) {
      const sample = JSON.parse(text.slice('gx-sample '.length)) as Sample;
      samples.push(sample);
      this.#compare(sample, records);
    }
  }

  /** Looks whether the journal has what stands in the fields, when all is called saved. */
  #compare(sample: Sample, records: Life['records']): void {
    const before = new Map(labels.map((label) => [label, this.#inJournal(label)]));
    const added = this.#journal.look();
    if (!promisesAllKept(sample)) return;
    this.counts.promises += 1;
    for (const label of labels) {
      const text = sample.texts[label] ?? '';
      const first = before.get(label) ?? records.get(label)?.first;
      const held = [first, ...(added.get(this.#ids.get(label) ?? '') ?? [])];
      if (held.includes(text)) records.get(label)?.acknowledge(text);
      else this.#noteFalse(`「${sample.words}」 beside ${label}: ${text}`);
    }
  }

  #noteFalse(words: string): void {
    this.counts.falseWords += 1;
    this.#falseWords.push(words);
  }

  #inJournal(label: string): string | undefined {
    return this.#journal.newest(this.#ids.get(label) ?? '');
  }

  #running(): Life {
    if (this.#life === undefined) throw new Error('nobody is typing');
    return this.#life;
  }

  async #shown(window: Page): Promise<ReadonlyMap<string, string>> {
    const shown = new Map<string, string>();
    for (const label of labels) shown.set(label, await fieldAt(window, label).inputValue());
    return shown;
  }

  /** Which record stands behind which field: in the file as it came, their texts are the same. */
  async #learnIds(shown: ReadonlyMap<string, string>): Promise<void> {
    const records = await recordsIn(this.file);
    for (const [label, text] of shown) {
      const found = records.filter(
        (record) => record.kind === 'courseObjective' && record.text === text,
      );
      expect(found, label).toHaveLength(1);
      this.#ids.set(label, found[0]?.id ?? '');
    }
  }
}

/** How long the page stood still before it was killed: the machine's doing, which is not counted as the program's. */
function stoodStill({ samples, killedAt }: Life): number {
  const last = samples.at(-1)?.at ?? killedAt;
  const recent = samples.filter(({ at }) => at >= killedAt - 2 * longestUnsaved);
  const late = recent.reduce((sum, sample) => sum + sample.late, 0);
  return late + Math.max(0, killedAt - last - sampleMilliseconds);
}
