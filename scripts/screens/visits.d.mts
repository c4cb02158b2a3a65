import type { Page } from 'playwright-core';

interface Visited {
  readonly window: Page;
}

export interface Visit {
  readonly page: string;
  readonly atStart?: boolean;
  readonly show: (visited: Visited) => Promise<void>;
  readonly leave?: (visited: Visited) => Promise<void>;
}

export function visitsTo(
  further: readonly { readonly page: string; readonly title: string }[],
): readonly Visit[];
export function unvisited(pages: readonly string[], visits: readonly Visit[]): readonly string[];
