import type { RecordId } from '@shared/core/kernel/id';
import { optionWord } from '@shared/core/model/field';
import { builtKinds } from '@shared/core/model/kinds';
import type { RecordOf } from '@shared/core/model/record';
import { Example } from './example';
import { RecordList } from './fields/record-list';
import { TextLine } from './fields/text-field';
import { useChildren, useRecord } from './fields/use-field';
import { Band, SheetRow, SubHead } from './sheet';
import { Why } from './why';

type Content = RecordOf<'learningContent'>;
type ContentKind = (typeof builtKinds.learningContent.fields.contentKind.options)[number];

const ofStage = ['practical', 'theoretical'] as const;
const ofCourse = ['general', 'quality', 'ideological'] as const;
const ghosts: Readonly<Record<ContentKind, string>> = {
  practical: '例：核对车架号、里程与维护记录',
  theoretical: '例：里程、时间与维护项目的关系',
  general: '例：与客户沟通、信息检索',
  quality: '例：规范意识、成本意识',
  ideological: '例：工匠精神、环保责任',
};

function kindWord(kind: ContentKind): string {
  return optionWord(builtKinds.learningContent.fields.contentKind, kind);
}

/** 学习内容 by 工作环节: what is done and what is known in each of them. */
export function CourseContents({ courseId }: { readonly courseId: RecordId }) {
  const stages = useChildren('courseStage', courseId);
  const contents = useChildren('learningContent', courseId);
  const kind = useRecord('course', courseId)?.courseKind;
  return (
    <section aria-labelledby="part-contents">
      <Band
        id="part-contents"
        title="学习内容"
        why={['learningContent', 'text']}
        note={
          stages.length === 0
            ? `${String(contents.length)} 条`
            : `${String(stages.length)} 个环节 · ${String(contents.length)} 条`
        }
      />
      <SheetRow className="intro">
        <TextLine
          recordId={courseId}
          field="contentsIntro"
          ghost="例：本课程的主要学习内容包括："
        />
        <Why kind="course" field="contentsIntro" />
      </SheetRow>
      {kind === 'integrated' || stages.length > 0 ? (
        <StagedContents courseId={courseId} stages={stages} contents={contents} />
      ) : (
        <PlainContents courseId={courseId} contents={contents} />
      )}
    </section>
  );
}

interface StagedContentsProps {
  readonly courseId: RecordId;
  readonly stages: readonly RecordOf<'courseStage'>[];
  readonly contents: readonly Content[];
}

/** What is done and what is known in each 工作环节, then what goes through all of them. */
function StagedContents({ courseId, stages, contents }: StagedContentsProps) {
  const stageIds = new Set(stages.map(({ id }) => id));
  const loose = contents.filter(
    ({ contentKind, stageId }) =>
      !ofCourse.some((kind) => kind === contentKind) &&
      (!ofStage.some((kind) => kind === contentKind) || !stageIds.has(stageId ?? '')),
  );
  return (
    <>
      <SheetRow>
        <SubHead why={['courseStage', 'name']}>按工作环节写</SubHead>
      </SheetRow>
      <div className="stages">
        <RecordList
          kind="courseStage"
          parentId={courseId}
          field="name"
          records={stages}
          noun="工作环节"
          ghost="例：领取派工单，明确维护任务"
          empty={
            <SheetRow>
              <Example kind="courseStage" field="name" />
            </SheetRow>
          }
          below={({ id }, index) =>
            ofStage.map((kind) => (
              <ContentList
                key={kind}
                courseId={courseId}
                contents={contents}
                kind={kind}
                stageId={id}
                noun={`环节 ${String(index + 1)} ${kindWord(kind)}`}
              />
            ))
          }
        />
      </div>
      {loose.length > 0 && <LooseContents courseId={courseId} contents={loose} />}
      {ofCourse.map((kind) => (
        <ContentList
          key={kind}
          courseId={courseId}
          contents={contents}
          kind={kind}
          stageId={null}
          noun={kindWord(kind)}
        />
      ))}
    </>
  );
}

/** A course without 工作环节 (公共基础, 专业基础, 选修) has one list. */
function PlainContents({ courseId, contents }: Pick<ContentListProps, 'courseId' | 'contents'>) {
  return (
    <RecordList
      kind="learningContent"
      parentId={courseId}
      field="text"
      given={{ contentKind: 'theoretical', stageId: null }}
      records={contents}
      noun="学习内容"
      empty={
        <SheetRow>
          <Example kind="learningContent" field="text" />
        </SheetRow>
      }
    />
  );
}

interface ContentListProps {
  readonly courseId: RecordId;
  readonly contents: readonly Content[];
  readonly kind: ContentKind;
  readonly stageId: RecordId | null;
  readonly noun: string;
}

function ContentList({ courseId, contents, kind, stageId, noun }: ContentListProps) {
  const records = contents.filter(
    (content) => content.contentKind === kind && (stageId === null || content.stageId === stageId),
  );
  return (
    <div className="content-list">
      <SheetRow>
        <SubHead>{`${kindWord(kind)}：`}</SubHead>
      </SheetRow>
      <RecordList
        kind="learningContent"
        parentId={courseId}
        field="text"
        given={{ contentKind: kind, stageId }}
        records={records}
        noun={noun}
        number={letter}
        ghost={ghosts[kind]}
        addWord="添加"
      />
    </div>
  );
}

/** Contents whose 工作环节 was removed: shown, so that nothing that prints is hidden. */
function LooseContents({ courseId, contents }: Pick<ContentListProps, 'courseId' | 'contents'>) {
  return (
    <div className="content-list">
      <SheetRow>
        <SubHead>还没有归到环节的内容：</SubHead>
      </SheetRow>
      <RecordList
        kind="learningContent"
        parentId={courseId}
        field="text"
        given={{ contentKind: 'practical', stageId: null }}
        records={contents}
        noun="未归环节的内容"
        number={letter}
      />
    </div>
  );
}

function letter(index: number): string {
  return `（${String(index + 1)}）`;
}
