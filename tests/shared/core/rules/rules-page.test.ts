import { format } from 'prettier';
import { expect, it } from 'vitest';
import { rules } from '@shared/core/rules/index';
import { shippedSettings } from '@shared/core/rules/rule-settings';
import { rulesPage } from './rules-page';

it('docs/rules.md lists every rule as it is (renew it with `npx vitest run -u`)', async () => {
  const page = await format(rulesPage(shippedSettings.packs, rules), {
    parser: 'markdown',
    printWidth: 100,
  });
  await expect(page).toMatchFileSnapshot('../../../../docs/rules.md');
});
