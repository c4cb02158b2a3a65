/** How much JSON from outside may hold. Counted on its bytes, before anything is made of them. */
export interface JsonLimits {
  /** Objects and lists inside each other. */
  readonly depth: number;
  /** Objects, lists, texts, numbers and words together, and one more for every `bytesPerValue` bytes that are no white space. */
  readonly values: number;
  readonly bytesPerValue: number;
  /** Keys of one object. */
  readonly keys: number;
  /** Bytes of one text or key, as written. */
  readonly text: number;
  /** Bytes of one number. */
  readonly number: number;
  /** Bytes between values, and four more for every other byte. */
  readonly white: number;
}

/** What JSON of ours from outside may hold: clipboard, journal, lists and settings. That of a whole major holds a tenth of it. */
export const outsideJson: JsonLimits = {
  depth: 61,
  values: 200_000,
  bytesPerValue: 10,
  keys: 10_000,
  text: 4_000_000,
  number: 400,
  white: 1_000_000,
};

export type JsonExcess =
  | 'nested too deeply'
  | 'too many values'
  | 'too many records'
  | 'too many keys in one object'
  | 'a text too long'
  | 'a number too long'
  | 'too much white space'
  | 'brackets that do not match';

const quote = 0x22;
const backslash = 0x5c;

/** What a byte outside of texts begins. */
const classes = { other: 0, white: 1, open: 2, close: 3, comma: 4, colon: 5, quote: 6 } as const;
const classOf = new Uint8Array(256);
for (const byte of [0x20, 0x09, 0x0a, 0x0d]) classOf[byte] = classes.white;
for (const byte of [0x7b, 0x5b]) classOf[byte] = classes.open;
for (const byte of [0x7d, 0x5d]) classOf[byte] = classes.close;
classOf[0x2c] = classes.comma;
classOf[0x3a] = classes.colon;
classOf[quote] = classes.quote;

/**
 * Counts what JSON holds as its bytes come in, and stops at the first excess: a bomb is known for
 * one before anything is built of it. It does not read JSON – what passes here must still be parsed.
 */
export class JsonScan {
  /** Keys written so far, in all objects. */
  keys = 0;
  values = 0;
  /** The first excess; nothing is counted after it. */
  excess: JsonExcess | null = null;
  readonly #limits: JsonLimits;
  /** The brackets that are open and the keys of each so far. */
  readonly #open: Uint8Array;
  readonly #keysOf: Int32Array;
  #depth = 0;
  /** Of the bytes so far: those before this piece, and those between values. */
  #before = 0;
  #white = 0;
  /** Bytes of the next piece that belong to an escape begun in this one. */
  #skip = 0;
  /** Bytes so far of the text or number that is being read; −1 = none is. */
  #text = -1;
  #number = -1;

  constructor(limits: JsonLimits) {
    this.#limits = limits;
    this.#open = new Uint8Array(limits.depth + 2);
    this.#keysOf = new Int32Array(limits.depth + 2);
  }

  /** Objects and lists that are open. */
  get depth(): number {
    return this.#depth;
  }

  /** Goes on with the bytes from `from` to `to`, which follow those of the call before. */
  advance(bytes: Uint8Array, from: number, to: number): JsonExcess | null {
    this.#before -= from;
    let at = from + this.#skip;
    while (at < to && this.excess === null) {
      if (this.#text >= 0) at = this.#inText(bytes, at, to);
      else at = this.#outside(bytes, at, to);
    }
    this.#skip = Math.max(0, at - to);
    this.#before += to;
    return this.excess;
  }

  /** Told of every bracket, comma and colon, and of the quote that ends a text, after it was counted. */
  protected note?(bytes: Uint8Array, at: number): void;

  protected stop(excess: JsonExcess): void {
    this.excess ??= excess;
  }

  #inText(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    while (at < to && bytes[at] !== quote && bytes[at] !== backslash) at += 1;
    this.#text += at - from;
    if (this.#text > this.#limits.text) this.stop('a text too long');
    if (at >= to) return at;
    if (bytes[at] === backslash) {
      this.#text += 2;
      return at + 2;
    }
    this.#text = -1;
    this.note?.(bytes, at);
    return at + 1;
  }

  #outside(bytes: Uint8Array, at: number, to: number): number {
    const byte = bytes[at] ?? 0;
    const kind = classOf[byte];
    if (kind === classes.other) return this.#inNumber(bytes, at, to);
    this.#number = -1;
    if (kind === classes.white) return this.#inWhite(bytes, at, to);
    this.#begin(kind ?? 0, bytes, at);
    return at + 1;
  }

  #begin(kind: number, bytes: Uint8Array, at: number): void {
    const byte = bytes[at] ?? 0;
    switch (kind) {
      case classes.quote:
        this.#countValue(at);
        this.#text = 0;
        break;
      case classes.open:
        this.#countValue(at);
        this.#down(byte);
        break;
      case classes.close:
        this.#up(byte);
        break;
      case classes.colon:
        this.#countKey();
    }
    if (kind !== classes.quote) this.note?.(bytes, at);
  }

  #down(byte: number): void {
    this.#depth += 1;
    if (this.#depth > this.#limits.depth) {
      this.stop('nested too deeply');
      return;
    }
    this.#open[this.#depth] = byte;
    this.#keysOf[this.#depth] = 0;
  }

  #up(byte: number): void {
    // `{` and `}`, `[` and `]` are two apart in ASCII.
    if (this.#depth === 0 || this.#open[this.#depth] !== byte - 2) {
      this.stop('brackets that do not match');
      return;
    }
    this.#depth -= 1;
  }

  #countKey(): void {
    // The text before the colon was a key and no value.
    this.values -= 1;
    this.keys += 1;
    const keys = (this.#keysOf[this.#depth] ?? 0) + 1;
    this.#keysOf[this.#depth] = keys;
    if (keys > this.#limits.keys) this.stop('too many keys in one object');
  }

  #countValue(at: number): void {
    this.values += 1;
    const { values, bytesPerValue } = this.#limits;
    const solid = at + this.#before - this.#white;
    if (this.values > values + solid / bytesPerValue) this.stop('too many values');
  }

  /** Digits and words, and whatever stands where it must not: parsing will say so. */
  #inNumber(bytes: Uint8Array, from: number, to: number): number {
    if (this.#number < 0) {
      this.#number = 0;
      this.#countValue(from);
    }
    let at = from;
    while (at < to && classOf[bytes[at] ?? 0] === classes.other) at += 1;
    this.#number += at - from;
    if (this.#number > this.#limits.number) this.stop('a number too long');
    return at;
  }

  #inWhite(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    while (at < to && classOf[bytes[at] ?? 0] === classes.white) at += 1;
    this.#white += at - from;
    const solid = at + this.#before - this.#white;
    if (this.#white > this.#limits.white + 4 * solid) this.stop('too much white space');
    return at;
  }
}

const pieceLength = 65_536;

/** Why a text is more than JSON of its kind may hold; null when it is not. A letter counts as a byte. */
export function jsonExcess(text: string, limits: JsonLimits): JsonExcess | null {
  const scan = new JsonScan(limits);
  // Piece by piece: never a second copy of the whole.
  const piece = new Uint8Array(Math.min(pieceLength, text.length));
  for (let at = 0; at < text.length; at += piece.length) {
    const length = Math.min(piece.length, text.length - at);
    for (let index = 0; index < length; index += 1) {
      piece[index] = Math.min(text.charCodeAt(at + index), 0x80);
    }
    if (scan.advance(piece, 0, length) !== null) return scan.excess;
  }
  return null;
}
