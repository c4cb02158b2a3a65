import { useState } from 'react';
import { useSettings, useStudio } from '../../state/studio';
import { Button } from '../../ui/button';
import { PlainPage } from '../../ui/plain-page';
import { useWholeWords } from '../../ui/use-whole-words';
import { AppearanceSettings } from './appearance-settings';
import { FontSettings } from './font-settings';
import { TermSettings } from './term-settings';
import { useSettingsChange } from './use-settings-change';

/** What this machine remembers: who writes, where files go, looks, fonts. Every choice holds at once. */
export function SettingsPage() {
  const { view } = useStudio();
  return (
    <PlainPage
      title="设置"
      lead="改了就算数，记在这台电脑上，不写进文件。"
      onBack={() => {
        view.getState().goBack();
      }}
    >
      <WriterSettings />
      <TermSettings />
      <FolderSettings />
      <AppearanceSettings />
      <FontSettings />
    </PlainPage>
  );
}

function WriterSettings() {
  const author = useSettings((state) => state.settings.author);
  const school = useSettings((state) => state.settings.school);
  const { change } = useSettingsChange();
  return (
    <section className="setting-group" aria-labelledby="settings-writer">
      <h2 id="settings-writer">您和学校</h2>
      <TextSetting
        key={`author ${author}`}
        label="您的姓名"
        hint="记在历史里每一步的后面，可以不填"
        value={author}
        most={30}
        onDone={(name) =>
          void change(
            { author: name },
            name === '' ? '历史里不再记姓名' : `从现在起，历史里记“${name}”`,
          )
        }
      />
      <TextSetting
        key={`school ${school}`}
        label="学校"
        hint="新建专业时先填上；已有的专业在专业信息页改"
        value={school}
        most={60}
        onDone={(name) =>
          void change(
            { school: name },
            name === '' ? '新建专业时不再填学校' : `以后新建的专业，学校先填“${name}”`,
          )
        }
      />
    </section>
  );
}

function TextSetting(props: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly most: number;
  readonly onDone: (value: string) => void;
}) {
  const { label, hint, value, most, onDone } = props;
  const [text, setText] = useState(value);
  const words = useWholeWords(setText);
  return (
    <label className="setting">
      <span className="setting-label">{label}</span>
      <span className="setting-control">
        <input
          className="setting-input"
          value={text}
          maxLength={most}
          onChange={(event) => {
            setText(event.target.value);
          }}
          {...words}
          onBlur={(event) => {
            const written = words.onBlur(event).trim();
            if (written !== value) onDone(written);
          }}
        />
        <span className="meta">{hint}</span>
      </span>
    </label>
  );
}

function FolderSettings() {
  const { projectsFolder, backupsFolder } = useSettings((state) => state.settings);
  const { pickFolder } = useSettingsChange();
  const { view } = useStudio();
  return (
    <section className="setting-group" aria-labelledby="settings-folders">
      <h2 id="settings-folders">文件和备份</h2>
      <Folder
        label="新文件放在"
        place={projectsFolder}
        onPick={() => void pickFolder('projects', '以后新建的文件放在新的文件夹，已有的不动')}
      />
      <Folder
        label="备份放在"
        place={backupsFolder}
        onPick={() => void pickFolder('backups', '以后的备份放在新的文件夹，已有的还在原处')}
      />
      <div className="setting">
        <span className="setting-label">留多少备份</span>
        <span className="setting-control">
          <span>
            最近 20 份；30 天内每天 1 份；导入、合并、升级之前各另留 1
            份。写入文件时自动备份，每份都读回来核对过。
          </span>
          <Button
            size="small"
            onClick={() => {
              view.getState().show({ kind: 'backups' });
            }}
          >
            看备份
          </Button>
        </span>
      </div>
    </section>
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
    <div className="setting">
      <span className="setting-label">{label}</span>
      <span className="setting-control">
        <span className="path">{place}</span>
        <Button size="small" aria-label={`${label}：换个文件夹`} onClick={onPick}>
          换个文件夹…
        </Button>
      </span>
    </div>
  );
}
