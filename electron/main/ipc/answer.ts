import { fail } from '@shared/core/kernel/result';
import {
  ipcContract,
  type IpcArgs,
  type IpcChannel,
  type IpcFailure,
  type IpcReply,
} from '@shared/ipc/contract';
import type { Handlers } from '../handlers';
import { trace } from '../files/log';
import { measure } from './measure';

/** Rough bytes a call may carry; whole projects and papers are large, everything else is small. */
const usual = 2_000_000;
const large: Partial<Record<IpcChannel, number>> = {
  'project:create': 400_000_000,
  'project:adoptDrafts': 800_000_000,
  'project:append': 400_000_000,
  'project:open': 20_000_000,
  'export:write': 400_000_000,
  'export:pdf': 150_000_000,
  'baseline:keep': 400_000_000,
  'print:sheet': 150_000_000,
  'clipboard:write': 150_000_000,
};

const badRequest: IpcFailure = { reason: 'bad-request', message: '请求的格式不对。' };
const tooLarge: IpcFailure = { reason: 'too-large', message: '一次交来的内容太多，没有接受。' };
const unexpected: IpcFailure = {
  reason: 'unexpected',
  message: '程序内部出了错，这一步没有做成；已保存的内容不受影响。',
};

/** Checks what the window sent against the contract and answers; never throws across the bridge. */
export async function answer<Channel extends IpcChannel>(
  handlers: Handlers,
  { channel, received }: { readonly channel: Channel; readonly received: readonly unknown[] },
  log: (line: string) => void,
): Promise<IpcReply<Channel>> {
  const measured = measure(received, large[channel] ?? usual);
  if (measured !== 'fine') return fail(measured === 'too-large' ? tooLarge : badRequest);
  const args = ipcContract[channel].args.safeParse(received);
  if (!args.success) return fail(badRequest);
  try {
    const handler = handlers[channel] as (...given: IpcArgs<Channel>) => Promise<IpcReply<Channel>>;
    return await handler(...(args.data as IpcArgs<Channel>));
  } catch (error) {
    log(`${channel}: ${trace(error)}`);
    return fail(unexpected);
  }
}
