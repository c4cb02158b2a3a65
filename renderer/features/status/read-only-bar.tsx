import { useDocument, useStudio } from '../../state/studio';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

/** The file may be read but not written: said before anything is tried, with the way on. */
export function ReadOnlyBar() {
  const { opener } = useStudio();
  const shown = useDocument((state) => state.session !== null && state.readOnly);
  if (!shown) return null;
  return (
    <div className="bar bar-warn" role="status" aria-label="只能看">
      <Icon name="warn" />
      <span>
        <b>这份文件只能看，不能改。</b>
        可以导出、可以复制；要改，先另存一份。
      </span>
      <Button tone="link" onClick={() => void opener.saveAs()}>
        另存为…
      </Button>
    </div>
  );
}
