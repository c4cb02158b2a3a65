import type { Occupation, OccupationCatalogue } from './occupation';

/** What is doubtful about a linked occupation, and what to do about it. */
export interface OccupationWarning {
  readonly reason: 'malformed' | 'unlisted' | 'cancelled' | 'reused' | 'newer';
  readonly message: string;
}

/**
 * What a reader should know about an occupation named by edition and code: cancelled, its code now
 * another occupation's, or not to be found in this catalogue. None for a sound one.
 */
export function occupationWarnings(
  { occupations }: OccupationCatalogue,
  { edition, code }: { readonly edition: string; readonly code: string },
): readonly OccupationWarning[] {
  if (!/^[1-8]-\d{2}-\d{2}-\d{2}$/u.test(code)) {
    return [warning('malformed', `“${code}”不是职业编码，请按大典写成4-01-06-02这样的四段数字。`)];
  }
  const sameCode = occupations.filter((occupation) => occupation.code === code);
  const named = sameCode.find((occupation) => occupation.edition === edition);
  const others = sameCode.filter((occupation) => occupation.edition !== edition);
  if (named === undefined) return [absent(edition, code, others)];
  return [...cancelledWarnings(named), ...others.map((other) => reusedWarning(named, other))];
}

function absent(edition: string, code: string, [other]: readonly Occupation[]): OccupationWarning {
  if (other?.isCancelled === true) {
    return warning(
      'cancelled',
      `${edition}年版没有编码${code}：它是${other.edition}年版的“${other.name}”，已取消或调整，请另选职业。`,
    );
  }
  if (other?.marks.includes('new') === true) {
    return warning(
      'newer',
      `“${other.name}”是${other.edition}年版的新职业，${edition}年版没有，请把版本改为${other.edition}年版。`,
    );
  }
  return warning(
    'unlisted',
    `本软件的目录没有${edition}年版的编码${code}（只收录大典的一部分），请对照大典核对。`,
  );
}

function cancelledWarnings({
  isCancelled,
  edition,
  name,
}: Occupation): readonly OccupationWarning[] {
  if (!isCancelled) return [];
  return [warning('cancelled', `${edition}年版的“${name}”已取消或调整，请改用2022年版的职业。`)];
}

function reusedWarning({ code }: Occupation, other: Occupation): OccupationWarning {
  return warning(
    'reused',
    `编码${code}在${other.edition}年版中是另一个职业“${other.name}”，引用时请写明版本。`,
  );
}

function warning(reason: OccupationWarning['reason'], message: string): OccupationWarning {
  return { reason, message };
}
