import { type ComponentType, createElement, type ReactNode, Suspense, use } from 'react';

/** A part of the window whose program is read when it is first shown, or ahead of that. */
export interface Later<Props> {
  (props: Props): ReactNode;
  /** Reads the program of the part, so that it is there at once when it is asked for. */
  readonly ahead: () => Promise<unknown>;
}

/** Leaves a part out of what is read at start; `meanwhile` stands in its place until it has been read. */
export function later<Props extends object>(
  read: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): Later<Props> {
  let part: ComponentType<Props> | null = null;
  let reading: Promise<ComponentType<Props>> | null = null;
  const ahead = () => (reading ??= read().then((component) => (part = component)));
  function Inner(props: Props) {
    return createElement(part ?? use(ahead()), props);
  }
  const Part = (props: Props) => (
    <Suspense fallback={meanwhile}>{createElement(Inner, props)}</Suspense>
  );
  return Object.assign(Part, { ahead });
}
