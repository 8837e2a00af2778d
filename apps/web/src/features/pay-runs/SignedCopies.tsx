import type { PayRunUnitView } from '@ekinerja/contracts/pay-runs';
import { SIGNED_PAPER_LIMITS, type SignedPaperKind } from '@ekinerja/contracts/signed-papers';
import { Button, FileInput, Group, PasswordInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconDownload, IconFileUpload, IconSignature } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../lib/api';
import { dateOfInstant, formatDate } from '../../lib/format';
import { useCan, useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { fieldErrors } from '../../ui/error-words';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Section';
import { signedPapers, unitPath, useKeepScan, useSignElectronically } from './queries';

/** What the head signed: copies kept so far, a scan to be kept, or the certified signature where it is connected. */
export function SignedCopies({ unit }: { unit: PayRunUnitView }) {
  const { t } = useTranslation('pay-runs');
  const query = useQuery(signedPapers(unit.runId, unit.skpdId));
  const mayKeep = useCan('pay-runs.keep-scan');
  const maySign = useCan('pay-runs.sign');
  const fetching = useMutation({ mutationFn: (paper: SignedPaperKind) => download(`${unitPath(unit.runId, unit.skpdId)}/signed-papers/${paper}`, `${paper}.pdf`) });
  const paper: SignedPaperKind | null = unit.status === 'closed' ? 'recap' : unit.status === 'checked' ? 'list' : null;
  return (
    <Section title={t('signed.title')} note={t('signed.note')}>
      <Loaded query={query}>
        {({ electronic, papers }) => (
          <Stack gap="md">
            {papers.length === 0 ? <Text size="sm" c="dimmed">{t('signed.none')}</Text> : null}
            {papers.map((one) => (
              <Group key={one.paper} justify="space-between" gap="xs">
                <Text size="sm">{t(`signed.${one.method}`, { paper: t(`signed.of.${one.paper}`), name: one.signerName, post: one.signerPost, date: formatDate(one.signedOn) })}</Text>
                <Button variant="default" size="compact-sm" h={36} leftSection={<IconDownload size={16} aria-hidden />} loading={fetching.isPending && fetching.variables === one.paper} onClick={() => fetching.mutate(one.paper)}>
                  {t('signed.take', { paper: t(`signed.of.${one.paper}`) })}
                </Button>
              </Group>
            ))}
            <ErrorNotice error={fetching.error} onRetry={() => fetching.variables && fetching.mutate(fetching.variables)} />
            {paper === 'recap' && electronic && maySign && !papers.some((one) => one.paper === 'recap' && one.method === 'electronic') ? <Electronic unit={unit} /> : null}
            {paper && mayKeep && !unit.handedOverAt ? <Scan unit={unit} paper={paper} /> : null}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function Scan({ unit, paper }: { unit: PayRunUnitView; paper: SignedPaperKind }) {
  const { t } = useTranslation('pay-runs');
  const { today } = useProfile();
  const since = paper === 'recap' ? unit.closedAt : unit.checkedAt;
  const [date, setDate] = useState(today);
  const [file, setFile] = useState<File | null>(null);
  const keep = useKeepScan(unit);
  const errors = fieldErrors(keep.error, t);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) keep.mutate({ paper, date, file }, { onSuccess: () => announce(t('signed.kept')) });
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('signed.scan', { paper: t(`signed.of.${paper}`) })}>
      <Stack gap="xs">
        <Text fw={600}>{t('signed.scan', { paper: t(`signed.of.${paper}`) })}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput type="date" label={t('signed.date')} required value={date} min={since ? dateOfInstant(since) : undefined} max={today} error={errors.date ?? null} onChange={(event) => setDate(event.currentTarget.value)} />
          <FileInput size="md" placeholder={t('signed.choose')} label={t('signed.file')} description={t('signed.fileNote', { megabytes: SIGNED_PAPER_LIMITS.fileBytes / 1024 / 1024 })} required accept="application/pdf,image/jpeg,image/png" value={file} onChange={setFile} />
        </SimpleGrid>
        <ErrorNotice error={keep.error} shownFields={Object.keys(errors)} onReload={() => keep.reset()} />
        <Group>
          <Button type="submit" variant="light" leftSection={<IconFileUpload size={18} aria-hidden />} disabled={!file} loading={keep.isPending}>
            {t('signed.keep')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Electronic({ unit }: { unit: PayRunUnitView }) {
  const { t } = useTranslation('pay-runs');
  const [nik, setNik] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const sign = useSignElectronically(unit);
  const errors = fieldErrors(sign.error, t);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sign.mutate({ nik: nik.trim(), passphrase }, { onSuccess: () => announce(t('signed.signed')), onSettled: () => setPassphrase('') });
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('signed.byCertificate')}>
      <Stack gap="xs">
        <Text fw={600}>{t('signed.byCertificate')}</Text>
        <Text size="sm">{t('signed.byCertificateNote')}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t('signed.nik')} inputMode="numeric" autoComplete="off" required maxLength={16} value={nik} error={errors.nik ?? null} onChange={(event) => setNik(event.currentTarget.value)} />
          <PasswordInput label={t('signed.passphrase')} autoComplete="off" required value={passphrase} error={errors.passphrase ?? null} onChange={(event) => setPassphrase(event.currentTarget.value)} />
        </SimpleGrid>
        <ErrorNotice error={sign.error} shownFields={Object.keys(errors)} onReload={() => sign.reset()} />
        <Group>
          <Button type="submit" leftSection={<IconSignature size={18} aria-hidden />} disabled={nik === '' || passphrase === ''} loading={sign.isPending}>
            {t('signed.sign')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
