import { useState } from 'react';
import { useSettings } from '../../state/studio';
import { canvasWidths, fontsOfPapers, hasFont, standInsHere } from './paper-fonts';
import { useSettingsChange } from './use-settings-change';

/** Which of the fonts that the papers name are on this machine; for a missing one, what stands in on screen. */
export function FontSettings() {
  const [{ fonts, standIns }] = useState(lookAtFonts);
  const missing = fonts.filter(({ here }) => !here);
  return (
    <section className="setting-group" aria-labelledby="settings-fonts">
      <h2 id="settings-fonts">字体</h2>
      <p className="setting-hint">
        {missing.length === 0
          ? '文件里用到的字体，这台电脑都有。'
          : `这台电脑缺 ${missing.map(({ name }) => name).join('、')}。导出的 Word 仍按规定写这些字体的名字，拿到有字体的电脑上就是对的；这里只选预览用什么代替。`}
      </p>
      <ul className="font-list" aria-label="文件用到的字体">
        {fonts.map(({ name, here }) => (
          <li key={name} className="setting">
            <span className="setting-label">{name}</span>
            {here ? (
              <span className="meta">这台电脑有</span>
            ) : (
              <StandIn name={name} standIns={standIns} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function StandIn({
  name,
  standIns,
}: {
  readonly name: string;
  readonly standIns: readonly string[];
}) {
  const fonts = useSettings((state) => state.settings.fonts);
  const { change } = useSettingsChange();
  const chosen = fonts[name] ?? '';
  const options = standIns.includes(chosen) || chosen === '' ? standIns : [chosen, ...standIns];
  const choose = (standIn: string) => {
    const others = Object.fromEntries(Object.entries(fonts).filter(([font]) => font !== name));
    void change(
      { fonts: standIn === '' ? others : { ...others, [name]: standIn } },
      `预览里 ${name} 改用 ${standIn === '' ? '相近的字体' : standIn} 显示`,
    );
  };
  return (
    <label className="setting-control">
      <span className="font-missing">没有，预览用</span>
      <select
        className="choice"
        aria-label={`预览里代替 ${name} 的字体`}
        value={chosen}
        onChange={(event) => {
          choose(event.target.value);
        }}
      >
        <option value="">相近的字体</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </label>
  );
}

function lookAtFonts(): {
  readonly fonts: readonly { readonly name: string; readonly here: boolean }[];
  readonly standIns: readonly string[];
} {
  const widthOf = canvasWidths();
  const fonts = fontsOfPapers().map((name) => ({ name, here: hasFont(name, widthOf) }));
  return { fonts, standIns: standInsHere(widthOf) };
}
