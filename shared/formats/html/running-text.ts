/** A line end in the source; between two wide characters it is nothing, else a blank. */
const sourceBreak = '\u0002';
const wide = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uff65';
const betweenWide = new RegExp(`(?<=[${wide}])${sourceBreak}(?=[${wide}])`, 'gu');

const controls = /[^\P{Control}\t\n\v\f\r\u0085]/gu;

/** The text of one paragraph or cell as a browser would show it: blanks in a row are one, `<br>` ends a line. */
export class RunningText {
  #parts: string[] = [];

  write(text: string): void {
    // Word's hyphen at which no line breaks is seen; other controls are not.
    const plain = text.replaceAll('\u001e', '-').replace(controls, '');
    this.#parts.push(
      plain.replace(/[ \t\f\r\n]+/g, (blanks) => (/[\r\n]/.test(blanks) ? sourceBreak : ' ')),
    );
  }

  breakLine(): void {
    this.#parts.push('\n');
  }

  /** What was written so far; begins anew. */
  take(): string {
    if (this.#parts.length === 0) return '';
    const joined = this.#parts.join('');
    this.#parts = [];
    if (!/[^\s\u0002]/u.test(joined)) return '';
    return joined
      .replace(betweenWide, '')
      .replaceAll(sourceBreak, ' ')
      .replaceAll('\u00a0', ' ')
      .replace(/ {2,}/g, ' ')
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .trim();
  }
}
