import { expect } from 'vitest';
import type { Page } from 'playwright-core';

type Outcome<Value> = { readonly value: Value } | undefined;

/**
 * Runs in the page, in a task of its own: while the shell's own hand is at the page, Playwright loses sight
 * of a call in which frames come to be. What is run may use nothing from outside.
 */
export async function inATask<Value>(
  window: Page,
  act: () => Value | Promise<Value>,
): Promise<Awaited<Value>> {
  await window.evaluate(`outcomeOfTask = undefined;
    setTimeout(async () => { outcomeOfTask = { value: await (${act.toString()})() }; })`);
  const outcome = () => window.evaluate<Outcome<Awaited<Value>>>('outcomeOfTask');
  await expect.poll(outcome, { timeout: 60_000 }).toBeDefined();
  const found = await outcome();
  if (found === undefined) throw new Error('lost');
  return found.value;
}
