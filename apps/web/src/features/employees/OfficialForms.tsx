import type { Uuid } from '@ekinerja/contracts/basics';
import type { FormsOfStage, OfficialForm, OfficialForms as Forms } from '@ekinerja/contracts/forms';
import { Anchor, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter } from '../../lib/filters';
import { formatDate, formatMonth } from '../../lib/format';
import { useProfile } from '../../lib/session';
import { DownloadButton } from '../../ui/DownloadButton';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Section';
import { formsOf } from './queries';

/** TL 36(2), 39: the flow and the official forms of every stage for one person and year. */
export function OfficialForms({ employmentId }: { employmentId: Uuid }) {
  const { t } = useTranslation('employees');
  const [asked, setYear] = useFilter('tahun');
  const query = useQuery(formsOf(employmentId, asked !== null && /^\d{4}$/.test(asked) ? Number(asked) : null));
  return (
    <Loaded query={query} shape="cards">
      {(forms) => (
        <Stack>
          <NativeSelect
            label={t('timeline.year')}
            maw={160}
            value={String(forms.year)}
            data={[...new Set([forms.year, ...forms.years])].sort((a, b) => b - a).map(String)}
            onChange={(event) => setYear(event.currentTarget.value)}
          />
          {forms.stages.map((stage) => (
            <Stage key={stage.stage} stage={stage} forms={forms} />
          ))}
        </Stack>
      )}
    </Loaded>
  );
}

function Stage({ stage: { stage, page, forms }, forms: { employmentId } }: { stage: FormsOfStage; forms: Forms }) {
  const { t } = useTranslation('employees');
  const own = useProfile().employment?.id === employmentId;
  return (
    <Section
      title={t(`forms.stage.${stage}`)}
      note={
        own ? (
          <Anchor component={Link} to={page} fz="inherit">
            {t('forms.flow')}
          </Anchor>
        ) : undefined
      }
    >
      {forms.length === 0 ? (
        <Text c="dimmed">{t('forms.none')}</Text>
      ) : (
        <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {forms.map((form) => (
            <Group key={form.path} component="li" justify="space-between" gap="xs">
              <div>
                <Text fw={600}>
                  {t(`forms.code.${form.code}`)} {periodOf(form)}
                </Text>
                {form.date ? (
                  <Text size="sm" c="dimmed">
                    {formatDate(form.date)}
                  </Text>
                ) : null}
              </div>
              <DownloadButton path={form.path} fileName={`${form.code}-${form.period}.pdf`} aria-label={`${t('forms.open')}: ${t(`forms.code.${form.code}`)} ${periodOf(form)}`}>
                {t('forms.open')}
              </DownloadButton>
            </Group>
          ))}
        </Stack>
      )}
    </Section>
  );
}

const periodOf = ({ period }: OfficialForm) => (period.length === 7 ? formatMonth(period) : period);
