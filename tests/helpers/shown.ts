/** What stood in one field, and since when. */
export interface Shown {
  /** Milliseconds since 1970, by the clock of the machine. */
  readonly at: number;
  readonly label: string;
  readonly text: string;
  /** The input method had not come to its end: nobody has chosen these letters yet. */
  readonly composing: boolean;
}

/** What the window said of saving at one moment, and what stood in the fields beside it. */
export interface Sample {
  readonly at: number;
  readonly words: string;
  readonly texts: Readonly<Record<string, string>>;
  /** How much later than it should the page looked, in milliseconds: it stood still so long. */
  readonly late: number;
}

/** Every 50 ms. */
export const sampleMilliseconds = 50;

/**
 * Runs in the window: says on the console whatever comes to stand in the fields, and every 50 ms what the window
 * says of saving. Must not use anything of this module.
 */
export function watchInPage({ labels, every }: { labels: string[]; every: number }): void {
  const fieldOf = (label: string) =>
    document.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${label}"]`);
  let composing = false;
  const say = (word: string, what: object) => {
    console.log(`${word} ${JSON.stringify(what)}`);
  };
  const note = (event: Event) => {
    if (event.type === 'compositionstart') composing = true;
    if (event.type === 'compositionend') composing = false;
    const { target } = event;
    if (!(target instanceof HTMLTextAreaElement)) return;
    const label = target.getAttribute('aria-label') ?? '';
    say('gx-shown', { at: Date.now(), label, text: target.value, composing });
  };
  for (const type of ['input', 'compositionstart', 'compositionend'])
    document.addEventListener(type, note, true);
  let due = performance.now() + every;
  setInterval(() => {
    const late = Math.max(0, Math.round(performance.now() - due));
    due = performance.now() + every;
    const status = document.querySelector('[role="status"][aria-label="保存状态"]');
    const texts = Object.fromEntries(labels.map((label) => [label, fieldOf(label)?.value ?? '']));
    say('gx-sample', { at: Date.now(), words: status?.textContent ?? '', texts, late });
  }, every);
}
