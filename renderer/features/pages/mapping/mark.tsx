import type { Coverage } from '@shared/core/coverage/coverage';

const drawings: Readonly<Record<Coverage, React.ReactNode>> = {
  none: <path d="M4.5 7h5" className="stroke" />,
  named: <circle cx="7" cy="7" r="5" className="stroke" />,
  hours: (
    <>
      <circle cx="7" cy="7" r="5" className="stroke" />
      <path d="M7 2a5 5 0 0 0 0 10z" className="fill" />
    </>
  ),
  covered: <circle cx="7" cy="7" r="5.6" className="fill" />,
  suspect: (
    <>
      <circle cx="7" cy="7" r="5.6" className="stroke dashed" />
      <path
        d="M5.5 5.700a1.5 1.5 0 1 1 2.2 1.300c-.5.3-.7.5-.7 1.100M7 9.900v.1"
        className="stroke"
      />
    </>
  ),
};

/** Coverage as a shape: the same drawing in margin, matrix and slip. The word stands in the control around it. */
export function Mark({ state }: { readonly state: Coverage }) {
  return (
    <svg className={`coverage coverage-${state}`} viewBox="0 0 14 14" aria-hidden="true">
      {drawings[state]}
    </svg>
  );
}
