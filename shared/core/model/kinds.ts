import { appKinds } from './kinds/app';
import { contentKinds } from './kinds/content';

/**
 * Every kind of record the product is made of, in the order in which a reader meets them below one
 * record. `rung` is the step of the schema ladder at which the kind came in. `parents`: null = stands at
 * the top of the project. Codes and field codes are append-only (bookmarks in papers already handed in
 * carry them). Source of the fields: domain model (专业课程标准, 体例 2 and 4).
 */
export const builtKinds = { ...contentKinds, ...appKinds } as const;
