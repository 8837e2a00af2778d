import type { Uuid } from '@ekinerja/contracts/basics';
import { TIMELINE_AREAS, type PersonTimeline as Timeline, type TimelineArea, type TimelineLine } from '@ekinerja/contracts/person-timeline';
import { Anchor, Badge, Chip, Group, NativeSelect, Stack, Text, Timeline as Line } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter } from '../../lib/filters';
import { formatDate, formatRupiah } from '../../lib/format';
import { inWords } from '../../lib/values';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Section';
import { timelineOf } from './queries';

/** BN 15(1): everything about one employee in one place, a year at a time. */
export function PersonTimeline({ employmentId }: { employmentId: Uuid }) {
  const [asked] = useFilter('tahun');
  const query = useQuery(timelineOf(employmentId, asked !== null && /^\d{4}$/.test(asked) ? Number(asked) : null));
  return (
    <Loaded query={query} shape="cards">
      {(timeline) => <Year timeline={timeline} />}
    </Loaded>
  );
}

function Year({ timeline }: { timeline: Timeline }) {
  const { t } = useTranslation('employees');
  const [, setYear] = useFilter('tahun');
  const [area, setArea] = useFilter('bidang');
  const present = TIMELINE_AREAS.filter((one) => timeline.lines.some((line) => line.area === one));
  const shown = timeline.lines.filter((line) => area === null || line.area === area);
  return (
    <Section
      title={t('timeline.title', { year: timeline.year })}
      note={t('timeline.note')}
      actions={
        <NativeSelect
          label={t('timeline.year')}
          value={String(timeline.year)}
          data={[...new Set([timeline.year, ...timeline.years])].sort((a, b) => b - a).map(String)}
          onChange={(event) => setYear(event.currentTarget.value)}
        />
      }
    >
      {timeline.lines.length === 0 ? (
        <EmptyState title={t('timeline.none', { year: timeline.year })} text={t('timeline.noneText')} />
      ) : (
        <Stack>
          <Group gap="xs" role="group" aria-label={t('timeline.filter')}>
            {present.map((one) => (
              <Chip key={one} checked={area === one} onChange={() => setArea(area === one ? null : one)}>
                {t(`timeline.area.${one}`)}
              </Chip>
            ))}
          </Group>
          <Line bulletSize={14} lineWidth={2}>
            {shown.map((line, at) => (
              <Line.Item key={at} title={<Heading line={line} />}>
                <Sentence line={line} employmentId={timeline.employmentId} />
              </Line.Item>
            ))}
          </Line>
        </Stack>
      )}
    </Section>
  );
}

const COLOURS: Record<TimelineArea, string> = {
  service: 'gray', planning: 'teal', execution: 'blue', coaching: 'grape', assessment: 'indigo', 'follow-up': 'orange', request: 'cyan', pay: 'green',
};

function Heading({ line }: { line: TimelineLine }) {
  const { t } = useTranslation('employees');
  return (
    <Group gap={8} component="span">
      <Text component="span" fw={600}>
        {formatDate(line.date)}
      </Text>
      <Badge component="span" variant="light" color={COLOURS[line.area]}>
        {t(`timeline.area.${line.area}`)}
      </Badge>
    </Group>
  );
}

function Sentence({ line, employmentId }: { line: TimelineLine; employmentId: Uuid }) {
  const { t } = useTranslation('employees');
  const words: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(line.params)) words[name] = wordOf(name, value, t);
  const details = ['reason', 'note', 'notes', 'decree', 'by'].filter((name) => line.params[name] !== null && line.params[name] !== undefined && line.params[name] !== '');
  const to = pageOf(line, employmentId);
  const sentence = t([`timeline.line.${line.code}`, 'timeline.line.other'], words);
  return (
    <Text size="sm" component="div">
      {to ? (
        <Anchor component={Link} to={to} fz="inherit">
          {sentence}
        </Anchor>
      ) : (
        sentence
      )}
      {details.length > 0 ? (
        <Text size="sm" c="dimmed" component="div">
          {details.map((name) => t(`timeline.detail.${name}`, { value: words[name] })).join(' · ')}
        </Text>
      ) : null}
    </Text>
  );
}

function pageOf({ target }: TimelineLine, employmentId: Uuid): string | null {
  switch (target?.kind) {
    case 'skp':
      return `/skp/${target.id}`;
    case 'payslip':
      return `/slip/${target.id}`;
    case 'event':
      return `/pegawai/${employmentId}?bagian=peristiwa`;
    case 'feedback':
      return `/umpan-balik/${target.id}`;
    case 'objection':
      return `/keberatan/${target.id}`;
    case 'follow-up':
      return `/tindak-lanjut/${target.id}`;
    case 'request':
      return `/pelayanan/${target.id}`;
    default:
      return null;
  }
}

function wordOf(name: string, value: string | number | null, t: (key: string[] | string, values?: Record<string, unknown>) => string): string | number {
  if (value === null) return '–';
  if (name === 'net' && typeof value === 'number') return formatRupiah(value);
  if (typeof value === 'number') return value;
  if (name === 'capacity') return t(`assignment.${value}`);
  if (name === 'kind') return t(`kind.${value}`);
  if (name === 'event') return t(`events.kind.${value}`);
  if (name === 'predicate') return t([`timeline.predicate.${value}`, 'timeline.predicate.other'], { value });
  if (name === 'action') return t([`timeline.action.${value}`, 'timeline.action.other']);
  if (WORDED.includes(name)) return t([`timeline.${name}.${value}`, `timeline.${name}.other`], { defaultValue: value });
  return inWords(value);
}

/** Parameters whose values are words of the system; of `about` also the title of a result. */
const WORDED: readonly string[] = ['giver', 'case', 'step', 'about'];
