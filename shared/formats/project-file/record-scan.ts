import { JsonScan } from '../../core/kernel/json-scan';
import { mostRecords } from '../../core/model/limits';
import { mostRecordValues, projectJson } from './limits';

/** Where the records lie in `project.json`, and how many keys are written before each and to its end. */
export interface RecordPlaces {
  /** Behind the bracket that opens the list, and at the one that closes it. */
  from: number;
  to: number;
  readonly starts: number[];
  readonly ends: number[];
  readonly keysBefore: number[];
  readonly keysAfter: number[];
}

const [quote, comma, colon, openList, openObject, closeObject, closeList] = [
  0x22, 0x2c, 0x3a, 0x5b, 0x7b, 0x7d, 0x5d,
];
const listKey = new TextEncoder().encode('"records"');

/**
 * Counts `project.json` as it is unpacked, and finds its records on the way, so that they can be read a
 * few at a time: what is no record is known before the rest is built.
 */
export class RecordScan extends JsonScan {
  readonly places: RecordPlaces = {
    from: -1,
    to: -1,
    starts: [],
    ends: [],
    keysBefore: [],
    keysAfter: [],
  };
  /** What is wrong with the list, in English. */
  problem: string | null = null;
  #key: 'none' | 'read' | 'ours' = 'none';
  #isIn = false;
  #expected: 'first' | 'record' | 'comma' = 'first';
  #valuesBefore = 0;

  constructor() {
    super(projectJson);
  }

  protected override note(bytes: Uint8Array, at: number): void {
    if (this.#isIn) this.#inList(bytes[at] ?? 0, at);
    else if (this.depth <= 2) this.#outsideList(bytes, at);
  }

  #outsideList(bytes: Uint8Array, at: number): void {
    const byte = bytes[at];
    if (byte === openList && this.depth === 2 && this.#key === 'ours') this.#enter(at);
    if (byte === quote) this.#key = this.depth === 1 && endsWith(bytes, at) ? 'read' : 'none';
    else this.#key = byte === colon && this.#key === 'read' ? 'ours' : 'none';
  }

  #enter(at: number): void {
    // A second list of that name is no list of records: its key stands twice.
    if (this.places.from >= 0) return;
    this.places.from = at + 1;
    this.#isIn = true;
    this.#valuesBefore = this.values;
  }

  #inList(byte: number, at: number): void {
    if (byte === openObject && this.depth === 3) this.#begin(at);
    else if (byte === closeObject && this.depth === 2) this.#end(at);
    else if (byte === comma && this.depth === 2) this.#next();
    else if (byte === closeList && this.depth === 1) this.#leave(at);
  }

  #begin(at: number): void {
    const { starts, keysBefore } = this.places;
    if (this.#expected === 'comma' || this.values !== this.#valuesBefore + 1) this.#misfit();
    starts.push(at);
    keysBefore.push(this.keys);
    if (starts.length > mostRecords) this.stop('too many records');
  }

  #end(at: number): void {
    const { ends, keysAfter } = this.places;
    ends.push(at + 1);
    keysAfter.push(this.keys);
    if (this.values - this.#valuesBefore > mostRecordValues) this.stop('too many values');
    this.#valuesBefore = this.values;
    this.#expected = 'comma';
  }

  #next(): void {
    if (this.#expected !== 'comma' || this.values !== this.#valuesBefore) this.#misfit();
    this.#expected = 'record';
  }

  #leave(at: number): void {
    if (this.#expected === 'record' || this.values !== this.#valuesBefore) this.#misfit();
    this.places.to = at;
    this.#isIn = false;
  }

  #misfit(): void {
    this.problem ??= `record ${String(this.places.starts.length)} is not an object`;
  }
}

function endsWith(bytes: Uint8Array, at: number): boolean {
  const from = at + 1 - listKey.length;
  return from >= 0 && listKey.every((byte, index) => bytes[from + index] === byte);
}
