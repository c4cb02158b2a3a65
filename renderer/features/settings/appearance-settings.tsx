import type { Settings } from '@shared/ipc/contract';
import { leastScale, mostScale } from '@shared/ipc/settings';
import { nextScale, scaleSteps } from '../../state/scale-steps';
import { useSettings } from '../../state/studio';
import { Button } from '../../ui/button';
import { useSettingsChange } from './use-settings-change';

const themes: readonly (readonly [Settings['theme'], string])[] = [
  ['system', '跟随系统'],
  ['light', '浅色'],
  ['dark', '深色'],
];

/** Light or dark, and how large everything is drawn. */
export function AppearanceSettings() {
  const theme = useSettings((state) => state.settings.theme);
  const { change } = useSettingsChange();
  return (
    <section className="setting-group" aria-labelledby="settings-looks">
      <h2 id="settings-looks">外观</h2>
      <div className="setting" role="radiogroup" aria-label="深浅">
        <span className="setting-label">深浅</span>
        <span className="setting-control">
          {themes.map(([value, name]) => (
            <label key={value} className="check">
              <input
                type="radio"
                name="theme"
                checked={theme === value}
                onChange={() => void change({ theme: value })}
              />
              <span>{name}</span>
            </label>
          ))}
        </span>
      </div>
      <Scale />
    </section>
  );
}

function Scale() {
  const scale = useSettings((state) => state.settings.scale);
  const { change } = useSettingsChange();
  const to = (next: number) => void change({ scale: next });
  return (
    <div className="setting">
      <span className="setting-label">大小</span>
      <span className="setting-control">
        <Button
          size="small"
          aria-label="缩小"
          disabled={scale <= leastScale}
          onClick={() => {
            to(nextScale(scale, -1));
          }}
        >
          −
        </Button>
        <select
          className="choice"
          aria-label="界面大小"
          value={scale}
          onChange={(event) => {
            to(Number(event.target.value));
          }}
        >
          {scaleSteps(scale).map((step) => (
            <option key={step} value={step}>
              {step}%
            </option>
          ))}
        </select>
        <Button
          size="small"
          aria-label="放大"
          disabled={scale >= mostScale}
          onClick={() => {
            to(nextScale(scale, 1));
          }}
        >
          ＋
        </Button>
        <span className="meta">整个窗口一起变，文件里的字号不变</span>
      </span>
    </div>
  );
}
