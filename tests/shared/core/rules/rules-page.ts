import { kindSpec } from '@shared/core/model/record';
import { sourceWords } from '@shared/core/help/field-help';
import { type Rule, severityWords } from '@shared/core/rules/rule';
import type { Pack } from '@shared/core/rules/rule-settings';

/** docs/rules.md as it must be: every rule with what it says, in the order of the packs. */
export function rulesPage(packs: readonly Pack[], rules: readonly Rule[]): string {
  const parts = packs.flatMap(({ id, title, note, isOn }) => {
    const own = rules.filter(({ pack }) => pack === id);
    if (own.length === 0) return [];
    const off = isOn ? '' : '（默认关闭）';
    return [`## ${title}${off}`, note, ...own.map(rulePart)];
  });
  return [...head, ...parts].join('\n\n') + '\n';
}

const head = [
  '# 检查规则 · Rules',
  '本页由规则文件生成（`npx vitest run tests/shared/core/rules -u`），不要手改。数字和词表在 `templates/rules/thresholds.json`，规则包在 `templates/rules/packs.json`。',
  '**必改**：定稿前要改好；**该看看**：保留要写理由；**建议**：供参考。没有动笔的地方不作声，只计入“还没写的”。',
  'Generated from the rule files; each rule’s examples are its tests.',
];

function rulePart(rule: Rule): string {
  const kinds =
    rule.kinds.length > 6 ? ['各种内容'] : rule.kinds.map((kind) => kindSpec(kind).label);
  const facts = [
    severityWords[rule.severity],
    `看：${kinds.join('、')}`,
    `出处：${sourceWords[rule.source]}（${rule.source}）`,
    ...(rule.fix === undefined ? [] : ['可一键改好']),
  ].join(' · ');
  const cases = rule.examples.map(({ text, finds }) =>
    [
      `- ${finds.length === 0 ? '✓' : '✗'} ${text}`,
      ...finds.map((message) => `  - ${message}`),
    ].join('\n'),
  );
  return [`### ${rule.id} ${rule.title}`, facts, rule.why, cases.join('\n')].join('\n\n');
}
