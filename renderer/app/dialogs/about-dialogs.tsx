import { useSettings } from '../../state/studio';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { actions, shownKeys } from '../actions/index';

interface Props {
  readonly onClose: () => void;
}

export function AboutDialog({ onClose }: Props) {
  const version = useSettings((state) => state.version);
  const testRuntime = useSettings((state) => state.testRuntime);
  return (
    <Dialog title="工学课坊" onClose={onClose} footer={<Button onClick={onClose}>关闭</Button>}>
      <p>一门专业写一遍，各种文件跟着出。</p>
      <p className="meta">
        版本 {version}
        {testRuntime ? ' · 测试用的运行环境，不作发布' : ''}
      </p>
      <p className="meta">不联网，不用账号。MIT 许可，Gongxue Studio contributors。</p>
    </Dialog>
  );
}

const fieldKeys: readonly (readonly [string, string])[] = [
  ['新的一条', 'Enter'],
  ['并到上一条', '行首 Backspace'],
  ['上移、下移', 'Alt+↑ Alt+↓'],
  ['大纲里改名', 'F2'],
];

export function KeysDialog({ onClose }: Props) {
  const rows = [
    ...actions.flatMap((action): (readonly [string, string])[] => {
      const keys = shownKeys(action);
      return keys === '' ? [] : [[action.title, keys]];
    }),
    ...fieldKeys,
  ];
  return (
    <Dialog title="键盘用法" onClose={onClose} footer={<Button onClick={onClose}>关闭</Button>}>
      <ul className="keys">
        {rows.map(([title, keys]) => (
          <li key={title}>
            <span>{title}</span>
            <kbd>{keys}</kbd>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
