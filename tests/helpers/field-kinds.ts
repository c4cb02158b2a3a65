/**
 * The kinds of field one can type in, by the component that draws them, and where each is tried with an
 * input method (`tests/e2e/writing/composition-kinds.test.ts`). A component that is not here fails a
 * unit test; a place here that is not tried does not compile.
 */
export const fieldKinds = {
  'features/pages/fields/growing-text.tsx': [
    '一行：课程名称',
    '一段：情境描述',
    '清单的一条：课程目标',
    '记录里的一条：参考资料',
    '表格的一格：人员姓名',
    '三栏：条件',
  ],
  'features/pages/fields/number-field.tsx': ['数：基准学时'],
  'features/pages/course-table/hours-cell.tsx': ['课程表的一格'],
  'features/pages/course-table/add-course-line.tsx': ['课程表里添一门课'],
  'features/palette/palette.tsx': ['命令面板'],
  'features/find/find-fields.tsx': ['查找', '替换为'],
  'features/outline/outline-filter.tsx': ['筛选大纲'],
  'features/outline/rename-field.tsx': ['大纲里改名'],
  'features/start/create-dialog.tsx': ['新建专业的名称'],
  'features/export/baseline-dialog.tsx': ['定稿的名称'],
  'features/settings/settings-page.tsx': ['设置里的姓名'],
  'features/checks/finding-row.tsx': ['保留的理由'],
  'features/pages/major/occupation-search.tsx': ['查找职业'],
  'features/pages/major/terms.tsx': ['筛选用语'],
} as const;

export type FieldPlace = (typeof fieldKinds)[keyof typeof fieldKinds][number];
