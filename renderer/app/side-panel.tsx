import { FindPanel } from '../features/find/find-panel';
import { HistoryPanel } from '../features/history/history-panel';
import { ChecksPanel } from '../features/checks/checks-panel';
import { useChecks } from '../state/use-checks';
import { useStudio, useView } from '../state/studio';
import { IconButton } from '../ui/button';
import { Tabs } from '../ui/tabs';
import { goToNextStop, goToPlace } from './actions/check-actions';
import { goToHit } from './actions/find-actions';
import { bringBackBranch, moveInHistory } from './actions/step-actions';
import { PreviewPanel } from './preview-panel';

/** What is said about the page: how it will be printed, and what was done. */
export function SidePanel() {
  const tab = useView((state) => state.sideTab);
  const setSideTab = useView((state) => state.setSideTab);
  const setColumns = useView((state) => state.setColumns);
  const studio = useStudio();
  const open = useChecks(({ report }) => report?.open.length);
  return (
    <Tabs
      label="右栏"
      current={tab}
      onChange={setSideTab}
      tabs={[
        {
          id: 'checks',
          label: '检查',
          count: open,
          panel: (
            <ChecksPanel
              onNext={() => {
                goToNextStop(studio, 'forward');
              }}
              onGo={(finding) => {
                goToPlace(studio, finding);
              }}
            />
          ),
        },
        {
          id: 'find',
          label: '查找',
          panel: (
            <FindPanel
              onGo={(hit) => {
                goToHit(studio, hit);
              }}
            />
          ),
        },
        { id: 'preview', label: '预览', panel: <PreviewPanel /> },
        {
          id: 'history',
          label: '历史',
          panel: (
            <HistoryPanel
              onMove={(line) => {
                if (line.action === 'bringBack') bringBackBranch(studio, line.branch);
                else moveInHistory(studio, line.action, line.count);
              }}
            />
          ),
        },
      ]}
      end={
        <IconButton
          icon="panel"
          label="收起右栏"
          onClick={() => {
            setColumns({ sideOpen: false });
          }}
        />
      }
    />
  );
}
