import { childrenOf } from '@shared/core/model/project';
import { useDocument, useView } from '../../state/studio';
import { Button } from '../../ui/button';

/** Where the school's own words are changed: they belong to a major and travel with its file. */
export function TermSettings() {
  const show = useView((view) => view.show);
  const majorId = useDocument(({ project }) => childrenOf(project, null, 'major')[0]?.id ?? null);
  return (
    <section className="setting-group" aria-labelledby="settings-terms">
      <h2 id="settings-terms">学校用语</h2>
      <p className="setting">
        <span className="setting-label">课时、劳动组织形式……</span>
        <span>
          用语写在专业里，跟着文件走，印在每份文件上。
          {majorId === null ? (
            '打开一个专业后，在大纲最下面的“学校用语”里改。'
          ) : (
            <Button
              size="small"
              onClick={() => {
                show({ kind: 'record', id: majorId, part: 'terms' });
              }}
            >
              打开学校用语
            </Button>
          )}
        </span>
      </p>
    </section>
  );
}
