/** Keys of one part of the window, for the page 键盘用法. */
export interface KeyGroup {
  readonly label: string;
  /** What it does, then the keys as they are shown. */
  readonly rows: readonly (readonly [string, string])[];
}

/** Keys that belong to where the cursor is, and so to no action of the window. */
export const placeKeys: readonly KeyGroup[] = [
  {
    label: '写一条一条的内容',
    rows: [
      ['新的一条；在中间按，从这里拆成两条', 'Enter'],
      ['同一条里另起一段', 'Shift+Enter'],
      ['并到上一条；把下一条并上来', '行首 Backspace 行末 Delete'],
      ['整张清单；连着选几条', 'Ctrl+A 再 Ctrl+A Shift+↑ Shift+↓'],
      ['上移、下移', 'Alt+↑ Alt+↓'],
      ['删去这一条', 'Alt+Delete'],
      ['到下一栏、上一栏', 'Tab Shift+Tab'],
    ],
  },
  {
    label: '大纲',
    rows: [
      ['上一行、下一行', '↑ ↓'],
      ['打开、收起', '→ ←'],
      ['到这一页', 'Enter'],
      ['改名', 'F2'],
      ['上移、下移', 'Alt+↑ Alt+↓'],
      ['拿起一行，放下', '空格'],
      ['多选；选中同类各行', 'Shift+↑ Shift+↓ Ctrl+A'],
      ['剪切、复制、粘贴', 'Ctrl+X Ctrl+C Ctrl+V'],
      ['创建副本', 'Ctrl+D'],
      ['删去', 'Delete'],
      ['这一行能做的事', 'Shift+F10'],
    ],
  },
  {
    label: '课程目标和它的对应',
    rows: [
      ['按条件、行为、标准写', 'F4'],
      ['在对应的圆点之间移动', '↑ ↓ ← →'],
      ['换程度：引入、训练、达标', '空格'],
      ['打开这一条的对应', 'Enter'],
      ['取消对应', 'Delete'],
    ],
  },
  {
    label: '课程表',
    rows: [
      ['到旁边的格；选几格', '↑ ↓ ← → Shift+方向键'],
      ['到行首、行尾', 'Home End'],
      ['在格里改', 'F2'],
      ['写好，到下一行、下一格', 'Enter Tab'],
      ['不改了，回到原来的数', 'Esc'],
      ['向下填、向右填', 'Ctrl+D Ctrl+R'],
      ['余数给下一学期', 'Alt+→'],
      ['清空', 'Delete'],
    ],
  },
];
