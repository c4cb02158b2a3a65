import { describe, expect, it } from 'vitest';
import { createLane } from '@renderer/storage/lane';
import { settled, testTime } from '../../helpers/studio';

function laneOf(send: (items: readonly number[]) => Promise<string | null>) {
  const time = testTime();
  const told: string[] = [];
  const lane = createLane<number>({
    most: 3,
    after: time.after,
    send,
    onSent: (last) => told.push(`sent ${String(last)}`),
    onFailed: (message) => told.push(message),
    onSlow: () => told.push('slow'),
  });
  return { lane, time, told };
}

describe('a lane', () => {
  it('sends everything once and in order, whatever comes while it sends', async () => {
    const sent: number[] = [];
    const { lane } = laneOf(async (items) => {
      await settled();
      sent.push(...items);
      return null;
    });
    for (let item = 0; item < 10; item += 1) {
      lane.take(item);
      if (item === 4) await Promise.resolve();
    }
    await lane.flush();
    expect(sent).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('keeps what failed first in line and tries it again', async () => {
    const sent: number[] = [];
    let failing = true;
    const { lane, time, told } = laneOf((items) => {
      if (failing) return Promise.resolve('写不进去');
      sent.push(...items);
      return Promise.resolve(null);
    });
    lane.take(1);
    await settled();
    lane.take(2);
    expect(told).toEqual(['写不进去']);
    failing = false;
    time.pass(2_000);
    await settled();
    expect(sent).toEqual([1, 2]);
    expect(told).toEqual(['写不进去', 'sent 2']);
  });

  it('says when a send takes longer than a breath', async () => {
    let answer: (value: null) => void = () => undefined;
    const { lane, time, told } = laneOf(() => new Promise((resolve) => (answer = resolve)));
    lane.take(1);
    await settled();
    time.pass(2_600);
    expect(told).toEqual(['slow']);
    answer(null);
    await settled();
    expect(told).toEqual(['slow', 'sent 1']);
  });

  it('sends nothing more once it is stopped', async () => {
    const sent: number[] = [];
    const { lane, time } = laneOf((items) => {
      sent.push(...items);
      return Promise.resolve('写不进去');
    });
    lane.take(1);
    await settled();
    lane.stop();
    time.pass(60_000);
    await settled();
    expect(sent).toEqual([1]);
  });
});
