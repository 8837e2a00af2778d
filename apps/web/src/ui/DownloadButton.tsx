import { Button, type ButtonProps } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { download, type Query } from '../lib/api';
import { announce } from './Announcements';
import { errorWords } from './error-words';
import { useTranslation } from 'react-i18next';

interface DownloadButtonProps extends ButtonProps {
  path: string;
  fileName: string;
  query?: Query;
  children: string;
}

/** Fetches a file; a refusal is said where the eyes are, without taking the list away. */
export function DownloadButton({ path, fileName, query, children, ...button }: DownloadButtonProps) {
  const { t } = useTranslation(['shell', 'errors']);
  const mutation = useMutation({
    mutationFn: () => download(path, fileName, query),
    onError: (error) => announce(errorWords(error, t).title, 'failed'),
  });
  return (
    <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} {...button} loading={mutation.isPending} onClick={() => mutation.mutate()}>
      {children}
    </Button>
  );
}
