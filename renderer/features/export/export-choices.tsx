import type { Project } from '@shared/core/model/project';
import { paperGroups, type PaperKind } from '@shared/core/papers/paper-kinds';
import type { PaperFormat } from './paper-job';
import { CourseTree } from './course-tree';
import { type WantedFiles, withAll } from './wanted-files';

interface Props {
  readonly project: Project;
  readonly wanted: WantedFiles;
  readonly onChange: (wanted: WantedFiles) => void;
}

/** What is to be exported: which papers, in which style, of which courses, in which format. */
export function ExportChoices({ project, wanted, onChange }: Props) {
  return (
    <div className="export-choices">
      <fieldset className="export-group export-formats">
        <legend>格式</legend>
        {formats.map(({ id, name }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={wanted.formats.has(id)}
              onChange={({ target }) => {
                onChange({ ...wanted, formats: withAll(wanted.formats, [id], target.checked) });
              }}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      {paperGroups.map(({ subject, title, papers }) => (
        <fieldset key={subject} className="export-group">
          <legend>{title}</legend>
          {papers.map((kind) => (
            <KindRow key={kind.id} kind={kind} wanted={wanted} onChange={onChange} />
          ))}
          {subject === 'course' && papers.some(({ id }) => wanted.kinds.has(id)) ? (
            <CourseTree
              project={project}
              chosen={wanted.courses}
              onChange={(courses) => {
                onChange({ ...wanted, courses });
              }}
            />
          ) : null}
        </fieldset>
      ))}
    </div>
  );
}

const formats: readonly { readonly id: PaperFormat; readonly name: string }[] = [
  { id: 'word', name: 'Word（.docx）' },
  { id: 'pdf', name: 'PDF' },
];

/** A kind of paper with a box, and its style where there is more than one. */
function KindRow({
  kind,
  wanted,
  onChange,
}: { readonly kind: PaperKind } & Omit<Props, 'project'>) {
  const isWanted = wanted.kinds.has(kind.id);
  return (
    <div className="export-kind">
      <label className="check">
        <input
          type="checkbox"
          checked={isWanted}
          onChange={({ target }) => {
            onChange({ ...wanted, kinds: withAll(wanted.kinds, [kind.id], target.checked) });
          }}
        />
        <span>{kind.title}</span>
      </label>
      {isWanted && kind.layouts.length > 1 ? (
        <StyleChoice kind={kind} wanted={wanted} onChange={onChange} />
      ) : null}
    </div>
  );
}

const every = 'all';

function StyleChoice({
  kind,
  wanted,
  onChange,
}: { readonly kind: PaperKind } & Omit<Props, 'project'>) {
  const ids = kind.layouts.map(({ id }) => id);
  const chosen = ids.filter((id) => wanted.layouts.has(id));
  const [only = every, ...others] = chosen;
  return (
    <select
      className="choice"
      aria-label={`${kind.title}的样式`}
      value={others.length === 0 ? only : every}
      onChange={({ target }) => {
        const next = target.value === every ? ids : [target.value];
        onChange({ ...wanted, layouts: withAll(withAll(wanted.layouts, ids, false), next, true) });
      }}
    >
      {kind.layouts.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
      <option value={every}>几种样式都要</option>
    </select>
  );
}
