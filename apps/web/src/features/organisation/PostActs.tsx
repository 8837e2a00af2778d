import type { AssignmentView } from '@ekinerja/contracts/assignments';
import type { PostDetail } from '@ekinerja/contracts/units-and-posts';
import { useTranslation } from 'react-i18next';
import { send } from '../../lib/api';
import { useProfile } from '../../lib/session';
import { announce } from '../../ui/Announcements';
import { ActForm } from '../../ui/forms/ActForm';
import { useEndFields } from './end-fields';
import { useAssignmentFields, useClassFields, usePostFields } from './post-fields';
import { useChanged } from './queries';

export type PostAct = { kind: 'change' | 'class' | 'close' | 'assign' } | { kind: 'end' | 'correct'; row: AssignmentView };

interface PostActsProps {
  act: PostAct;
  post: PostDetail;
  onClose: () => void;
  reload: () => void;
}

/** What may be done to a post and to who holds it, each from a date and with its reason. */
export function PostActs({ act, post, onClose, reload }: PostActsProps) {
  const { t } = useTranslation('organisation');
  const { today } = useProfile();
  const changed = useChanged();
  const fields = { end: useEndFields(), change: usePostFields('change'), class: useClassFields(), open: useAssignmentFields('open'), correct: useAssignmentFields('correct') };
  const common = {
    onCancel: onClose,
    onReload: reload,
    onDone: () => {
      changed();
      onClose();
      announce(t('saved'));
    },
  };
  const ofPost = (intent: string, body: object) => ({ body, ifMatch: post.version, idempotencyKey: intent });
  switch (act.kind) {
    case 'change':
      return (
        <ActForm
          {...common}
          title={t('postAct.change')}
          note={t('postAct.changeNote')}
          fields={fields.change}
          initial={{
            name: post.name, kind: post.kind, level: post.level ?? '', unitId: { id: post.unitId, title: post.unitName, note: post.skpdName },
            superiorPostId: post.superiorPostId ? { id: post.superiorPostId, title: post.superiorPostName ?? '', note: null } : null,
            seats: String(post.seats), leader: post.leader, standingDelegate: post.standingDelegate, validFrom: today,
          }}
          submit={t('form.save')}
          onSubmit={(body, intent) => send('PUT', `/posts/${post.id}`, ofPost(intent, body))}
        />
      );
    case 'class':
      return (
        <ActForm
          {...common}
          title={t('postAct.class')}
          note={t('classesNote')}
          fields={fields.class}
          initial={{ class: post.class ?? '', validFrom: today }}
          submit={t('form.save')}
          onSubmit={(body, intent) => send('PUT', `/posts/${post.id}/class`, ofPost(intent, body))}
        />
      );
    case 'close':
      return (
        <ActForm
          {...common}
          title={t('postAct.closeTitle', { name: post.name })}
          note={t('postAct.closeNote')}
          fields={fields.end}
          initial={{ lastDay: today }}
          submit={t('postAct.close')}
          danger
          onSubmit={(body, intent) => send('POST', `/posts/${post.id}/close`, ofPost(intent, body))}
        />
      );
    case 'assign':
      return (
        <ActForm
          {...common}
          title={t('postAct.assignTitle', { name: post.name })}
          note={t('postAct.assignNote')}
          fields={fields.open}
          initial={{ kind: post.vacancies > 0 ? 'plt' : 'plh', validFrom: today }}
          submit={t('form.save')}
          onSubmit={(body, intent) => send('POST', '/assignments', { body: { ...body, postId: post.id }, idempotencyKey: intent })}
        />
      );
    case 'end':
      return (
        <ActForm
          {...common}
          title={t('acts.endTitle', { name: act.row.personName })}
          fields={fields.end}
          initial={{ lastDay: today }}
          submit={t('form.end')}
          danger
          onSubmit={(body, intent) => send('POST', `/assignments/${act.row.id}/end`, { body, ifMatch: act.row.version, idempotencyKey: intent })}
        />
      );
    case 'correct':
      return (
        <ActForm
          {...common}
          title={t('postAct.correctTitle', { name: act.row.personName })}
          note={t('postAct.correctNote')}
          fields={fields.correct}
          initial={{
            validFrom: act.row.validFrom, validTo: act.row.validTo ?? '', classOverride: act.row.classOverride ?? '',
            decree: { number: act.row.decreeNumber ?? '', date: act.row.decreeDate ?? '', file: null, fileId: act.row.decreeFileId },
          }}
          submit={t('form.save')}
          onSubmit={(body, intent) => send('PUT', `/assignments/${act.row.id}`, { body, ifMatch: act.row.version, idempotencyKey: intent })}
        />
      );
  }
}
