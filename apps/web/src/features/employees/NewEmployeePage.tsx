import { DECREE_LIMITS } from '@ekinerja/contracts/assignments';
import { EMPLOYEE_KINDS, type EmployeeKind } from '@ekinerja/contracts/basics';
import { NEW_EMPLOYEE_LIMITS, type NewEmployeeAnswer } from '@ekinerja/contracts/employees';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { send } from '../../lib/api';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ActForm } from '../../ui/forms/ActForm';
import type { Field } from '../../ui/forms/fields';
import { posts } from '../../ui/forms/sources';
import { PageTitle } from '../../ui/PageTitle';
import { NipNotice } from './NipNotice';

/** Somebody enters service: CPNS, PNS, PPPK, or an evaluator outside civil service who has no NIP. */
export default function NewEmployeePage() {
  const { t } = useTranslation('employees');
  const { today } = useProfile();
  const navigate = useNavigate();
  const client = useQueryClient();
  const fields: Field[] = [
    { name: 'kind', kind: 'select', label: t('kindTitle'), options: EMPLOYEE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })) },
    { name: 'nip', kind: 'text', label: t('entry.nip'), hint: t('entry.nipHint'), max: 30, when: ({ kind }) => kind !== 'non-asn' },
    { name: 'code', kind: 'text', label: t('entry.code'), hint: t('entry.codeHint'), max: NEW_EMPLOYEE_LIMITS.code, when: ({ kind }) => kind === 'non-asn' },
    { name: 'name', kind: 'text', label: t('entry.name'), max: NEW_EMPLOYEE_LIMITS.name },
    { name: 'frontTitle', kind: 'text', label: t('entry.frontTitle'), max: NEW_EMPLOYEE_LIMITS.title, optional: true },
    { name: 'backTitle', kind: 'text', label: t('entry.backTitle'), max: NEW_EMPLOYEE_LIMITS.title, optional: true },
    { name: 'birthDate', kind: 'date', label: t('entry.birthDate'), optional: true },
    {
      name: 'sex', kind: 'select', label: t('entry.sex'), optional: true,
      options: [
        { value: '', label: t('entry.unknown') },
        { value: 'male', label: t('entry.male') },
        { value: 'female', label: t('entry.female') },
      ],
    },
    { name: 'rank', kind: 'text', label: t('rank'), hint: t('events.rankHint'), max: NEW_EMPLOYEE_LIMITS.rank, optional: true, when: ({ kind }) => kind !== 'non-asn' },
    { name: 'sharePercent', kind: 'number', label: t('events.share'), hint: t('entry.shareHint'), min: 1, max: 99, when: ({ kind }) => kind === 'pppk-part-time' },
    { name: 'validFrom', kind: 'date', label: t('entry.validFrom') },
    { name: 'validTo', kind: 'date', label: t('entry.validTo'), hint: t('entry.validToHint'), optional: true },
    { name: 'postId', kind: 'pick', label: t('entry.post'), hint: t('entry.postHint'), source: posts(), optional: true },
    { name: 'decree', kind: 'decree', label: t('entry.decree') },
    { name: 'account', kind: 'check', label: t('entry.account'), hint: t('entry.accountHint') },
    { name: 'reason', kind: 'lines', label: t('entry.reason'), max: DECREE_LIMITS.reason },
  ];
  return (
    <>
      <PageTitle title={t('entry.title')} note={t('entry.note')} />
      <ActForm<NewEmployeeAnswer>
        title={t('entry.form')}
        fields={fields}
        initial={{ kind: 'pns', validFrom: today, account: true }}
        submit={t('entry.submit')}
        uploadTo="/employees/events/files"
        onSubmit={(body, intent) => send<NewEmployeeAnswer>('POST', '/employees', { body, idempotencyKey: intent })}
        onDone={({ employee }) => {
          for (const queryKey of [['employees'], ['organisation'], ['picker']]) void client.invalidateQueries({ queryKey });
          announce(t('entry.done', { name: employee.name }));
          void navigate(`/pegawai/${employee.employmentId}`);
        }}
        onCancel={() => void navigate('/pegawai')}
      >
        {(values) => (
          <NipNotice
            nip={values.kind === 'non-asn' ? null : (values.nip as string)}
            kind={values.kind as EmployeeKind}
            birthDate={(values.birthDate as string) || null}
            sex={(values.sex as 'male' | 'female' | '') || null}
            appointedOn={(values.validFrom as string) || null}
          />
        )}
      </ActForm>
    </>
  );
}
