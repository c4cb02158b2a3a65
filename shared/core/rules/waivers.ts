import { canonicalJson } from '../kernel/canonical-json';
import { sha256Hex } from '../kernel/hash';
import type { RecordId } from '../kernel/id';
import { type Place, placeKey, placeNamed } from '../model/place';
import { childrenOf, find, type Project } from '../model/project';
import { fieldOf, isKnown, type RecordOf } from '../model/record';
import type { Checked, Finding } from './check-project';

/** A finding somebody has decided to live with. */
export interface WaivedFinding {
  readonly finding: Finding;
  readonly waiver: RecordOf<'waiver'>;
}

export interface Judged {
  /** What still speaks, in page order. */
  readonly open: readonly Finding[];
  /** What is kept with a reason, in page order; printed with the paper. */
  readonly waived: readonly WaivedFinding[];
  /** Waivers that no longer hold: what they were about has changed, or is mended. */
  readonly lapsed: readonly RecordOf<'waiver'>[];
}

/** Parts the findings by the waivers in the project. A waiver holds for what stood there when it was given. */
export function judgeFindings({ project, findings }: Checked): Judged {
  const waivers = childrenOf(project, null, 'major').flatMap(({ id }) =>
    childrenOf(project, id, 'waiver'),
  );
  if (waivers.length === 0) return { open: findings, waived: [], lapsed: [] };
  const byPlace = new Map(
    waivers.map((waiver) => [
      waiverKey(waiver.ruleId, placeNamed(waiver.recordId ?? '', waiver.field)),
      waiver,
    ]),
  );
  const open: Finding[] = [];
  const waived: WaivedFinding[] = [];
  for (const finding of findings) {
    const waiver = byPlace.get(waiverKey(finding.ruleId, finding));
    if (waiver?.fingerprint === fingerprintOf(project, finding)) waived.push({ finding, waiver });
    else open.push(finding);
  }
  const held = new Set<RecordId>(waived.map(({ waiver }) => waiver.id));
  return { open, waived, lapsed: waivers.filter(({ id }) => !held.has(id)) };
}

/** A waiver is given for a whole field. */
function waiverKey(ruleId: string, place: Place): string {
  return `${ruleId} ${placeKey({ ...place, item: undefined })}`;
}

/**
 * What a waiver is given for: the words of the finding and what stands in its place. The words carry
 * the counts and sums a rule has looked at elsewhere, so that another number asks again.
 */
export function fingerprintOf(
  project: Project,
  { record: id, field = '', message }: Finding,
): string {
  const record = find(project, id);
  const value = record !== undefined && isKnown(record) ? fieldOf(record, field) : undefined;
  return sha256Hex(canonicalJson([message, value ?? null])).slice(0, 32);
}
