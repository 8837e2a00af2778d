import { DECREE_LIMITS } from '@ekinerja/contracts/assignments';
import { UNIT_KINDS } from '@ekinerja/contracts/basics';
import { UNIT_LIMITS, type PostDetail, type UnitDetail } from '@ekinerja/contracts/units-and-posts';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { send } from '../../lib/api';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ActForm } from '../../ui/forms/ActForm';
import type { Field } from '../../ui/forms/fields';
import { units } from '../../ui/forms/sources';
import { useEndFields } from './end-fields';
import { usePostFields } from './post-fields';
import { useChanged } from './queries';

export type UnitAct = 'change' | 'add-unit' | 'add-post' | 'close';

interface UnitActsProps {
  act: UnitAct;
  unit: UnitDetail;
  onClose: () => void;
  reload: () => void;
}

/** What may be done to a unit, each from a date and with its reason. */
export function UnitActs({ act, unit, onClose, reload }: UnitActsProps) {
  const { t } = useTranslation('organisation');
  const { today } = useProfile();
  const navigate = useNavigate();
  const changed = useChanged();
  const endFields = useEndFields();
  const postFields = usePostFields('new');
  const done = (words: string, to?: string) => {
    changed();
    onClose();
    announce(words);
    if (to) void navigate(to);
  };
  const name: Field = { name: 'name', kind: 'text', label: t('name'), max: UNIT_LIMITS.name };
  const kind: Field = { name: 'kind', kind: 'select', label: t('kind'), options: UNIT_KINDS.map((value) => ({ value, label: t(`unitKind.${value}`) })) };
  const from: Field = { name: 'validFrom', kind: 'date', label: t('form.validFrom'), hint: t('form.validFromHint') };
  const reason: Field = { name: 'reason', kind: 'lines', label: t('form.reason'), hint: t('form.reasonHint'), max: DECREE_LIMITS.reason };
  const common = { onCancel: onClose, onReload: reload };
  switch (act) {
    case 'change':
      return (
        <ActForm
          {...common}
          title={t('unitAct.change')}
          note={t('unitAct.changeNote')}
          fields={[name, kind, ...(unit.parentId ? [{ name: 'parentId', kind: 'pick', label: t('units.parent'), source: units } satisfies Field] : []), from, reason]}
          initial={{
            name: unit.name, kind: unit.kind, validFrom: today,
            parentId: unit.parentId ? { id: unit.parentId, title: unit.path.at(-1)?.name ?? '', note: null } : null,
          }}
          submit={t('form.save')}
          onSubmit={(body, intent) => send<UnitDetail>('PUT', `/units/${unit.id}`, { body: { parentId: null, ...body }, ifMatch: unit.version, idempotencyKey: intent })}
          onDone={() => done(t('saved'))}
        />
      );
    case 'add-unit':
      return (
        <ActForm
          {...common}
          title={t('unitAct.addUnitTitle', { name: unit.name })}
          fields={[
            { name: 'code', kind: 'text', label: t('code'), hint: t('units.codeHint'), max: UNIT_LIMITS.code }, name, kind,
            { name: 'isSkpd', kind: 'check', label: t('units.isSkpd'), hint: t('units.isSkpdHint') }, from, reason,
          ]}
          initial={{ validFrom: today, kind: unit.isSkpd ? 'division' : 'dinas', isSkpd: unit.skpdId === null }}
          submit={t('form.save')}
          onSubmit={(body, intent) => send<UnitDetail>('POST', '/units', { body: { ...body, parentId: unit.id }, idempotencyKey: intent })}
          onDone={(made) => done(t('saved'), `/organisasi/unit/${made.id}`)}
        />
      );
    case 'add-post':
      return (
        <ActForm
          {...common}
          title={t('unitAct.addPostTitle', { name: unit.name })}
          fields={postFields}
          initial={{ validFrom: today, kind: 'pelaksana', seats: '1' }}
          submit={t('form.save')}
          onSubmit={(body, intent) => send<PostDetail>('POST', '/posts', { body: { ...body, unitId: unit.id }, idempotencyKey: intent })}
          onDone={(made) => done(t('saved'), `/organisasi/jabatan/${made.id}`)}
        />
      );
    case 'close':
      return (
        <ActForm
          {...common}
          title={t('unitAct.closeTitle', { name: unit.name })}
          note={t('unitAct.closeNote')}
          fields={endFields}
          initial={{ lastDay: today }}
          submit={t('unitAct.close')}
          danger
          onSubmit={(body, intent) => send<UnitDetail>('POST', `/units/${unit.id}/close`, { body, ifMatch: unit.version, idempotencyKey: intent })}
          onDone={() => done(t('saved'))}
        />
      );
  }
}
