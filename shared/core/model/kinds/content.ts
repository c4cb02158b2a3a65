import { assessmentKinds } from './assessment';
import { courseKinds, courseMappings } from './course';
import { governanceKinds } from './governance';
import { majorKinds } from './major';
import { occupationsKinds } from './occupations';
import { peopleKinds } from './people';
import { scheduleKinds } from './schedule';
import { teachingKinds } from './teaching';
import { workAnalysisKinds } from './work-analysis';

/** What a curriculum is made of, a file for each part of the domain. */
export const contentKinds = {
  ...majorKinds,
  ...workAnalysisKinds,
  ...courseKinds,
  ...teachingKinds,
  ...assessmentKinds,
  ...courseMappings,
  ...peopleKinds,
  ...occupationsKinds,
  ...scheduleKinds,
  ...governanceKinds,
} as const;
