import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMonth } from '../../lib/filters';
import { formatMonth } from '../../lib/format';
import { Loaded } from '../../ui/Loaded';
import { MonthPicker } from '../../ui/MonthPicker';
import { PageTitle } from '../../ui/PageTitle';
import { BackToSlips } from './BackToSlips';
import { estimateOf } from './queries';
import { Slip } from './Slip';

export default function EstimatePage() {
  const { t } = useTranslation('payslips');
  const [month, setMonth, current] = useMonth();
  const query = useQuery(estimateOf(month));
  return (
    <>
      <BackToSlips />
      <PageTitle title={t('estimateOf', { month: formatMonth(month) })}>
        <MonthPicker value={month} onChange={setMonth} max={current} back={3} />
      </PageTitle>
      <Loaded query={query}>{(slip) => <Slip slip={slip} />}</Loaded>
    </>
  );
}
