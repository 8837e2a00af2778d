import { Button, Notification } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Announcements.module.css';

interface Announcement {
  id: number;
  text: string;
  tone: 'done' | 'failed';
  /** A way back, while it is shown. */
  undo: { label: string; run: () => void; seconds: number } | null;
}

let current: Announcement | null = null;
let last = 0;
const listeners = new Set<() => void>();
function change(next: Announcement | null): void {
  current = next;
  listeners.forEach((tell) => tell());
}

/** Says that something is done, on screen and to a screen reader. Refusals stand beside the form instead (ErrorNotice). */
export function announce(text: string, tone: Announcement['tone'] = 'done', undo: Announcement['undo'] = null): void {
  change({ id: ++last, text, tone, undo });
}

/** What can still be taken back, for the keyboard. */
export function undoLatest(): void {
  const { undo = null } = current ?? {};
  if (!undo) return;
  change(null);
  undo.run();
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};

export function Announcements() {
  const { t } = useTranslation('shell');
  const shown = useSyncExternalStore(subscribe, () => current);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => change(null), shown.undo ? shown.undo.seconds * 1000 : 6_000);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <div className={classes.region} role="status" aria-live="polite">
      {shown ? (
        <Notification
          key={shown.id}
          color={shown.tone === 'done' ? 'green' : 'red'}
          icon={shown.tone === 'done' ? <IconCheck size={18} aria-hidden /> : <IconX size={18} aria-hidden />}
          withBorder
          role="none"
          closeButtonProps={{ 'aria-label': t('close') }}
          onClose={() => change(null)}
        >
          {shown.text}
          {shown.undo ? (
            <Button
              ml="sm"
              size="compact-sm"
              h={36}
              variant="default"
              onClick={() => {
                shown.undo?.run();
                change(null);
              }}
            >
              {shown.undo.label}
            </Button>
          ) : null}
        </Notification>
      ) : null}
    </div>
  );
}
