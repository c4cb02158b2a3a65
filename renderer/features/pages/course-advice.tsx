import type { RecordId } from '@shared/core/kernel/id';
import { TextArea } from './fields/text-field';
import { useOnlyChild } from './fields/use-field';
import { Band, SheetRow, SubHead } from './sheet';

const parts = [
  ['staff', '1. 师资要求', '例：任课教师有汽车维修企业工作经历，能独立示范本课程全部维护项目。'],
  [
    'organisationMethods',
    '2. 教学组织方式方法建议',
    '例：行动导向教学；4～6 人一组，按派工、方案、作业、检验、交车的顺序进行。',
  ],
  ['venue', '3. 教学资源配备建议（1）教学场地', '例：汽车维护学习工作站，工位不少于 6 个。'],
  ['toolsPerGroup', '（2）工具、材料、设备（按组配置）', '例：每组通用工具一套、扭力扳手 1 把……'],
  ['documents', '（3）教学资料', '例：维修手册、工作页、信息页、竣工检验单。'],
  ['management', '4. 教学管理制度', '例：学习工作站管理规定、安全操作规程、设备借用制度。'],
] as const;

/** 教学实施建议, part by part as the form has them. */
export function CourseAdvice({ courseId }: { readonly courseId: RecordId }) {
  const advice = useOnlyChild('teachingAdvice', courseId);
  if (advice === undefined) return null;
  return (
    <section aria-labelledby="part-advice">
      <Band id="part-advice" title="教学实施建议" />
      {parts.map(([field, title, ghost]) => (
        <SheetRow key={field} className="advice">
          <SubHead why={['teachingAdvice', field]}>{title}</SubHead>
          <TextArea recordId={advice.id} field={field} ghost={ghost} />
        </SheetRow>
      ))}
    </section>
  );
}
