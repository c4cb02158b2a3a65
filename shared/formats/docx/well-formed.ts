/** Characters no XML may hold, written or as a number: controls, two noncharacters, halves of characters. */
const forbidden = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/**
 * XML as every reader takes it. What records hold is cleaned when they are read; this stands behind all
 * of it, for Word opens nothing of a file with one such character. Half of one is shown as missing.
 */
export function wellFormed(xml: string): string {
  if (!forbidden.test(xml)) return xml;
  return xml.replace(new RegExp(forbidden, 'gu'), (character) =>
    /\p{Surrogate}/u.test(character) ? '\ufffd' : '',
  );
}
