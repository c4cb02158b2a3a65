import type { IpcArgs } from '@shared/ipc/contract';
import { type Studio, useStudio } from '../../state/studio';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

interface Props {
  readonly from: IpcArgs<'kept:save'>[0]['from'];
  readonly files: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly bytes: number;
  }[];
}

/** Kept files with their hashes; each, or all of them, can be had again byte for byte. */
export function KeptFiles({ from, files }: Props) {
  const studio = useStudio();
  const take = (names: readonly string[]) => void save(studio, from, names);
  if (files.length === 0) return null;
  return (
    <details className="kept-files">
      <summary>{files.length} 份文件</summary>
      <ul className="export-list">
        {files.map(({ name, sha256, bytes }) => (
          <li key={name}>
            <Icon name="word" />
            <span className="cut" title={name}>
              {name}
            </span>
            <span className="meta" title={`SHA-256 ${sha256}`}>
              {Math.max(1, Math.round(bytes / 1024))} KB · {sha256.slice(0, 8)}
            </span>
            <Button
              tone="link"
              aria-label={`取出“${name}”`}
              onClick={() => {
                take([name]);
              }}
            >
              取出…
            </Button>
          </li>
        ))}
      </ul>
      {files.length > 1 ? (
        <Button
          size="small"
          onClick={() => {
            take(files.map(({ name }) => name));
          }}
        >
          全部取出…
        </Button>
      ) : null}
    </details>
  );
}

async function save(
  { platform, document, messages }: Studio,
  from: Props['from'],
  names: readonly string[],
): Promise<void> {
  const { session } = document.getState();
  const reply = await platform['kept:save']({ session, from, names: [...names] });
  if (reply.ok && reply.value === null) return;
  const say = (tone: 'receipt' | 'refusal', text: string) => {
    messages.getState().say({ tone, text, at: null, action: null });
  };
  if (!reply.ok) say('refusal', reply.failure.message);
  else if (reply.value?.outcome === 'written') {
    say('receipt', `${String(names.length)} 份已原样取出到 ${reply.value.place}`);
  } else {
    const culprit = reply.value?.files.find(({ state }) => state === 'failed');
    say('refusal', culprit?.message ?? '没有取出，一份也没有写。');
  }
}
