import { buildPaper } from '@shared/core/papers/build-paper';
import { checkChange, checkProject } from '@shared/core/rules/check-project';
import { completeness } from '@shared/core/rules/count-completeness';
import { stopsOf } from '@shared/core/rules/next-finding';
import { judgeFindings } from '@shared/core/rules/waivers';
import { bigProjectRecords } from './big-project';
import { calibrate } from './calibrate';
import { edit, editedOf } from './edits';
import { print, quantile, timed } from './measure';

/**
 * From one edit in a project of 15,000 records until rules, list of what is missing and the matrix of
 * a course are current, as the rules worker and the window work them out.
 */
const edits = 60;
/** The worker waits this long for further edits before it begins. */
const restMilliseconds = 20;

const edited = editedOf(bigProjectRecords(15_000));
const course = [...edited.project.records.values()].find(({ kind }) => kind === 'course');
let checked = checkProject(edited.project);
const calibrations: number[] = [];
const times: number[] = [];
for (let index = 0; index < edits; index += 1) {
  if (index % 10 === 0) calibrations.push(timed(calibrate));
  times.push(
    timed(() => {
      const { change } = edit(edited, index);
      checked = checkChange(checked, change);
      judgeFindings(checked);
      stopsOf(checked);
      completeness(checked);
      matrix();
    }),
  );
}

/** The paper that shows objectives, tasks and 考核要点 of the course against each other. */
function matrix(): void {
  const kind = 'courseStandard';
  const layoutId = 'course-standard.tili2';
  buildPaper(edited.project, { kind, layoutId, subjectId: course?.id ?? null });
}

print({
  calibrations,
  findings: [
    {
      id: 'rules',
      work: `one edit until rules, gaps and matrix are current, ${String(edited.project.records.size)} records`,
      measured: {
        p95: quantile(times, 0.95) + restMilliseconds,
        median: quantile(times, 0.5) + restMilliseconds,
        edits,
        records: edited.project.records.size,
      },
      baselines: {},
    },
  ],
});
