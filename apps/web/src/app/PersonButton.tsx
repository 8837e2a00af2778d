import { Text, UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Layout.module.css';

type PersonButtonProps = UnstyledButtonProps &
  Omit<ComponentPropsWithRef<'button'>, keyof UnstyledButtonProps> & { name: string };

/** Who is signed in, at the right of the header. */
export function PersonButton({ name, className = '', ...button }: PersonButtonProps) {
  const { t } = useTranslation('shell');
  return (
    <UnstyledButton
      className={`${classes.person} ${className}`}
      aria-label={t('personMenu', { name })}
      {...button}
    >
      <IconUserCircle size={26} aria-hidden />
      <Text component="span" size="sm" truncate className="only-wide">
        {name}
      </Text>
    </UnstyledButton>
  );
}
