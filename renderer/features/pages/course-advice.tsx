import type { RecordId } from '@shared/core/kernel/id';
import { Example } from './example';
import { TextArea } from './fields/text-field';
import { useOnlyChild } from './fields/use-field';
import { Band, SheetRow, SubHead } from './sheet';

const parts = [
  ['staff', '1. 师资要求'],
  ['organisationMethods', '2. 教学组织方式方法建议'],
  ['venue', '3. 教学资源配备建议（1）教学场地'],
  ['toolsPerGroup', '（2）工具、材料、设备（按组配置）'],
  ['documents', '（3）教学资料'],
  ['management', '4. 教学管理制度'],
] as const;

/** 教学实施建议, part by part as the form has them. */
export function CourseAdvice({ courseId }: { readonly courseId: RecordId }) {
  const advice = useOnlyChild('teachingAdvice', courseId);
  if (advice === undefined) return null;
  return (
    <section aria-labelledby="part-advice">
      <Band id="part-advice" title="教学实施建议" />
      {parts.map(([field, title]) => (
        <SheetRow key={field} className="advice">
          <SubHead why={['teachingAdvice', field]}>{title}</SubHead>
          <TextArea recordId={advice.id} field={field} ghost="在这里写……" />
          <Example kind="teachingAdvice" field={field} underField />
        </SheetRow>
      ))}
    </section>
  );
}
