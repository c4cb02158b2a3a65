import { useSettings } from '../../state/studio';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
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
