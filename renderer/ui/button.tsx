import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Icon, type IconName } from './icon';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** primary: at most one in sight; danger: takes something away; link: an action as words. */
  readonly tone?: 'plain' | 'primary' | 'danger' | 'quiet' | 'link';
  readonly size?: 'normal' | 'small';
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

export function Button({ tone = 'plain', size = 'normal', children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`btn btn-${tone} btn-${size}`} {...rest}>
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'className' | 'aria-label' | 'title'
> {
  readonly icon: IconName;
  /** Accessible name; shown as a tip together with `hint`. */
  readonly label: string;
  /** What more the tip says: the key, or what would be undone. */
  readonly hint?: string;
  readonly pressed?: boolean;
}

export function IconButton({ icon, label, hint, pressed, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      title={hint === undefined ? label : `${label}（${hint}）`}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}
