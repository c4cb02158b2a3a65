import { useDocument, useStudio, useView } from '../../state/studio';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { nextStep, type TourStep, tourSteps } from './tour-steps';
import { useTourProgress } from './use-tour-progress';

interface Props {
  /** Runs an action of the window by its id. */
  readonly run: (actionId: string) => void;
  /** True when the action can be done as the window stands. */
  readonly isPossible: (actionId: string) => boolean;
}

/** The first hour, step by step, in a strip above the page that covers nothing and can be left at any time. */
export function TourBar(props: Props) {
  const { open, done } = useView((state) => state.tour);
  const hasProject = useDocument((state) => state.session !== null);
  useTourProgress(open);
  if (!open) return null;
  const step = nextStep(done);
  return (
    <section className="tour" aria-label="十分钟走一遍">
      <Progress done={done} current={step} />
      {step === undefined ? (
        <Finished />
      ) : (
        <div className="tour-step" role="status" aria-label="这一步">
          <b>{hasProject ? step.title : '先打开一个文件'}</b>
          <span>
            {hasProject
              ? step.how
              : '新建一个专业，或者打开样例的副本，在里面随便试，不会弄坏什么。'}
          </span>
        </div>
      )}
      <Ways {...props} step={hasProject ? step : openStep} hasProject={hasProject} />
    </section>
  );
}

const openStep: Pick<TourStep, 'id' | 'way'> = {
  id: 'open',
  way: { label: '新建专业…', actionId: 'create-project' },
};

function Progress({
  done,
  current,
}: {
  readonly done: readonly string[];
  readonly current: TourStep | undefined;
}) {
  return (
    <ol className="tour-steps">
      {tourSteps.map(({ id, title }, index) => {
        const isDone = done.includes(id);
        return (
          <li
            key={id}
            className={isDone ? 'tour-mark is-done' : 'tour-mark'}
            aria-current={id === current?.id ? 'step' : undefined}
            title={title}
          >
            {isDone ? <Icon name="tick" size={12} /> : index + 1}
            <span className="hidden-title">
              {title}
              {isDone ? '：做过了' : ''}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Finished() {
  return (
    <div className="tour-step" role="status" aria-label="这一步">
      <b>都走了一遍</b>
      <span>从空白到 Word 就是这些。以后想再走一遍，在“帮助”菜单里。</span>
    </div>
  );
}

function Ways(
  props: Props & {
    readonly step: Pick<TourStep, 'id' | 'way'> | undefined;
    readonly hasProject: boolean;
  },
) {
  const { step, hasProject, run, isPossible } = props;
  const { view } = useStudio();
  const { tour, setTour } = view.getState();
  // Whether an action can be done hangs on the page that is shown.
  useView((state) => state.page);
  const way = step?.way ?? null;
  return (
    <div className="tour-ways">
      {way === null ? null : (
        <Button
          size="small"
          disabled={!isPossible(way.actionId)}
          onClick={() => {
            run(way.actionId);
          }}
        >
          {way.label}
        </Button>
      )}
      {step === undefined || !hasProject ? null : (
        <Button
          tone="link"
          onClick={() => {
            setTour({ done: [...tour.done, step.id] });
          }}
        >
          跳过
        </Button>
      )}
      <Button
        tone="link"
        onClick={() => {
          setTour({ open: false });
        }}
      >
        {step === undefined ? '收起' : '先停下'}
      </Button>
    </div>
  );
}
