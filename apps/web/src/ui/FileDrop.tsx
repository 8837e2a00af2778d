import { Alert, Button, FileButton, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import classes from './FileDrop.module.css';

type Refusal = 'kind' | 'size';

interface FileDropProps {
  /** File endings with their dot. */
  accept: readonly string[];
  maxBytes: number;
  busy: boolean;
  /** Said while it is under way. */
  progress: string | null;
  words: { drop: string; choose: string; limits: string };
  refusal: (why: Refusal, name: string) => { title: string; text: string };
  onFile: (file: File) => void;
}

/** A place to drop a file or choose one. A wrong kind or one too big is refused before anything is sent. */
export function FileDrop({ accept, maxBytes, busy, progress, words, refusal, onFile }: FileDropProps) {
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<{ title: string; text: string } | null>(null);

  const take = (file: File | null | undefined) => {
    if (!file || busy) return;
    const known = accept.some((ending) => file.name.toLowerCase().endsWith(ending));
    const why: Refusal | null = known ? (file.size > maxBytes ? 'size' : null) : 'kind';
    setRefused(why ? refusal(why, file.name) : null);
    if (!why) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <Stack gap="sm">
      <div
        className={classes.drop}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileSpreadsheet size={32} aria-hidden />
        <Text className="only-wide">{words.drop}</Text>
        <FileButton accept={accept.join(',')} onChange={take} inputProps={{ 'aria-label': words.choose }}>
          {(props) => (
            <Button {...props} leftSection={<IconUpload size={18} aria-hidden />} loading={busy}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {words.limits}
        </Text>
      </div>
      <div role="status">{progress ? <Text size="sm">{progress}</Text> : null}</div>
      {refused ? (
        <Alert role="alert" color="red" title={refused.title}>
          {refused.text}
        </Alert>
      ) : null}
    </Stack>
  );
}
