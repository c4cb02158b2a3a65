import type { ReactNode } from 'react';
import type { HelpTopic } from '../../state/view-store';
import { useSettings, useStudio, useView } from '../../state/studio';
import { Button } from '../../ui/button';
import { PlainPage } from '../../ui/plain-page';
import { type HelpSection, helpTopics } from './help-topics';
import type { KeyGroup } from './key-groups';
import { KeyList } from './key-list';

/** Everything the app says about itself, a topic at a time; it needs no network. */
export function HelpPage({
  topic,
  keyGroups,
  onTour,
}: {
  readonly topic: HelpTopic;
  /** The keys of the window by menu. */
  readonly keyGroups: readonly KeyGroup[];
  /** Shows the first-hour tour. */
  readonly onTour: () => void;
}) {
  const { view } = useStudio();
  const shown = helpTopics.find(({ id }) => id === topic);
  return (
    <PlainPage
      title="帮助"
      className="help-page"
      onBack={() => {
        view.getState().goBack();
      }}
    >
      <div className="help">
        <Topics topic={topic} />
        <article className="help-text" aria-labelledby="help-title">
          <h2 id="help-title">{shown?.title}</h2>
          {shown?.sections.map((section) => (
            <Section key={section.title} section={section} />
          ))}
          {topic === 'begin' ? <TourWay onTour={onTour} /> : null}
          {topic === 'files' ? <Folders /> : null}
          {topic === 'keys' ? <KeyList groups={keyGroups} /> : null}
        </article>
      </div>
    </PlainPage>
  );
}

function Topics({ topic }: { readonly topic: HelpTopic }) {
  const show = useView((state) => state.show);
  return (
    <nav className="help-topics" aria-label="帮助的题目">
      {helpTopics.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          className="help-topic"
          aria-current={id === topic ? 'page' : undefined}
          onClick={() => {
            show({ kind: 'help', topic: id });
          }}
        >
          {title}
        </button>
      ))}
    </nav>
  );
}

function Section({ section }: { readonly section: HelpSection }) {
  const { title, paragraphs, points } = section;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {points === undefined ? null : (
        <ol>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Where things are on this machine, and the ways to them. */
function Folders() {
  const { view } = useStudio();
  const { projectsFolder, backupsFolder } = useSettings((state) => state.settings);
  return (
    <Way
      title="在这台电脑上"
      label="看备份"
      run={() => {
        view.getState().show({ kind: 'backups' });
      }}
    >
      新文件放在 <span className="path">{projectsFolder}</span>，备份放在{' '}
      <span className="path">{backupsFolder}</span>，都可以在“设置”里改。
    </Way>
  );
}

function TourWay({ onTour }: { readonly onTour: () => void }) {
  return (
    <Way title="十分钟走一遍" label="开始走一遍" run={onTour}>
      在您自己的文件或样例的副本里，照着一步一步做，做完一步自动到下一步；随时可以停下，下次接着走。
    </Way>
  );
}

function Way(props: {
  readonly title: string;
  readonly label: string;
  readonly run: () => void;
  readonly children: ReactNode;
}) {
  const { title, label, run, children } = props;
  return (
    <section aria-label={title} className="help-way">
      <h3>{title}</h3>
      <p>{children}</p>
      <Button onClick={run}>{label}</Button>
    </section>
  );
}
