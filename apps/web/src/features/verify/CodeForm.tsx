import { Button, Group, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Section } from '../../ui/Section';

/** For a paper whose QR code cannot be scanned. */
export function CodeForm({ code }: { code: string | undefined }) {
  const { t } = useTranslation('verify');
  const navigate = useNavigate();
  const [value, setValue] = useState('');
  const [tried, setTried] = useState(false);
  const clean = value.replace(/\s+/g, '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (clean) void navigate(`/verifikasi/${encodeURIComponent(clean)}`);
  };
  return (
    <Section title={t(code ? 'form.another' : 'form.title')}>
      <form onSubmit={submit} noValidate>
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('form.code')}
            description={t('form.note')}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            required
            error={tried && !clean ? t('form.required') : null}
            style={{ flex: '1 1 14rem', minWidth: 0 }}
          />
          <Button type="submit" leftSection={<IconSearch size={18} aria-hidden />}>
            {t('form.check')}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
