import { useId, useState, type ComponentProps, type ReactNode } from 'react';
import classes from './SignInPage.module.css';

interface FieldProps extends ComponentProps<'input'> {
  label: string;
  note?: string;
  error?: string | undefined;
}

export function TextField(props: FieldProps) {
  return <Field {...props} />;
}

export function PasswordField({ showLabel, ...props }: FieldProps & { showLabel: string }) {
  const [shown, setShown] = useState(false);
  return (
    <Field {...props} type={shown ? 'text' : 'password'}>
      <button
        type="button"
        className={classes.eye}
        aria-label={showLabel}
        aria-pressed={shown}
        tabIndex={-1}
        // The field keeps the focus, and with it the keyboard of a phone.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setShown(!shown)}
      >
        <Eye crossed={shown} />
      </button>
    </Field>
  );
}

function Field({ label, note, error, children, ...input }: FieldProps & { children?: ReactNode }) {
  const id = useId();
  const described = [error ? `${id}-error` : '', note ? `${id}-note` : ''].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {note ? (
        <p className={classes.note} id={`${id}-note`}>
          {note}
        </p>
      ) : null}
      <div className={classes.box}>
        <input
          id={id}
          required
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          {...input}
        />
        {children}
      </div>
      {error ? (
        <p className={classes.missing} id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** The eye of the portal's other password fields. */
function Eye({ crossed }: { crossed: boolean }) {
  return (
    <svg
      viewBox="0 0 256 256"
      width={22}
      height={22}
      fill="none"
      stroke="currentColor"
      strokeWidth={16}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      {crossed ? (
        <>
          <path d="M48 40l160 176M154.91 157.6a40 40 0 01-53.82-59.2M135.53 88.71a40 40 0 0132.3 35.53" />
          <path d="M208.61 169.1C230.41 149.58 240 128 240 128s-32-72-112-72a126 126 0 00-20.68 1.68M74 68.6C33.23 89.24 16 128 16 128s32 72 112 72a118.05 118.05 0 0054-12.6" />
        </>
      ) : (
        <>
          <path d="M128 56c-80 0-112 72-112 72s32 72 112 72 112-72 112-72-32-72-112-72z" />
          <circle cx={128} cy={128} r={40} />
        </>
      )}
    </svg>
  );
}
