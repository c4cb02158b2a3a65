import { useState } from 'react';
import type { Settings } from '@shared/ipc/contract';
import { useSettings, useStudio } from '../../state/studio';
import { Button } from '../../ui/button';

const themes: readonly (readonly [Settings['theme'], string])[] = [
  ['system', '跟随系统'],
  ['light', '浅色'],
  ['dark', '深色'],
];

/** What this machine remembers: looks, the writer's name, the folders. */
export function SettingsPage() {
  const { platform, settings, view } = useStudio();
  const current = useSettings((state) => state.settings);
  const take = (reply: { readonly ok: boolean; readonly value?: Settings | null }) => {
    if (reply.ok && reply.value) settings.getState().take({ settings: reply.value });
  };
  return (
    <main className="plain-page" id="region-page" aria-label="设置">
      <div className="plain-head">
        <Button
          tone="link"
          onClick={() => {
            view.getState().goBack();
          }}
        >
          ← 回去
        </Button>
        <h1>设置</h1>
      </div>
      <fieldset className="setting">
        <legend>外观</legend>
        {themes.map(([theme, name]) => (
          <label key={theme} className="check">
            <input
              type="radio"
              name="theme"
              checked={current.theme === theme}
              onChange={() => void platform['settings:set']({ theme }).then(take)}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <AuthorSetting
        key={current.author}
        author={current.author}
        onDone={(author) => void platform['settings:set']({ author }).then(take)}
      />
      <Folder
        label="新文件放在"
        place={current.projectsFolder}
        onPick={() => void platform['settings:pickFolder']('projects').then(take)}
      />
      <Folder
        label="备份放在"
        place={current.backupsFolder}
        onPick={() => void platform['settings:pickFolder']('backups').then(take)}
      />
    </main>
  );
}

function AuthorSetting({
  author,
  onDone,
}: {
  readonly author: string;
  readonly onDone: (author: string) => void;
}) {
  const [name, setName] = useState(author);
  return (
    <label className="text-field setting">
      <span>您的姓名（记在历史里，可以不填）</span>
      <input
        value={name}
        maxLength={30}
        data-native-undo=""
        onChange={(event) => {
          setName(event.target.value);
        }}
        onBlur={() => {
          if (name.trim() !== author) onDone(name.trim());
        }}
      />
    </label>
  );
}

function Folder({
  label,
  place,
  onPick,
}: {
  readonly label: string;
  readonly place: string;
  readonly onPick: () => void;
}) {
  return (
    <div className="setting setting-folder">
      <span>{label}</span>
      <span className="path">{place}</span>
      <Button size="small" aria-label={`${label}：换个文件夹`} onClick={onPick}>
        换个文件夹…
      </Button>
    </div>
  );
}
