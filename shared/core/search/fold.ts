/** How texts are compared when they are searched. */
export interface Folding {
  /** true: 大写与小写 are told apart. */
  readonly matchCase: boolean;
  /** true: 全角与半角 are told apart. */
  readonly matchWidth: boolean;
}

/** A text as it is compared: unit for unit as long as the text, so that positions stay the same. */
export function folded(text: string, { matchCase, matchWidth }: Folding): string {
  const narrow = matchWidth ? text : text.replace(/[\uff01-\uff5e\u3000]/gu, halfWidth);
  return matchCase ? narrow : narrow.replace(/\p{Lu}/gu, lowerCase);
}

function halfWidth(sign: string): string {
  return sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
}

/** Capitals whose small letter takes more room stay as they are. */
function lowerCase(sign: string): string {
  const lower = sign.toLowerCase();
  return lower.length === sign.length ? lower : sign;
}
