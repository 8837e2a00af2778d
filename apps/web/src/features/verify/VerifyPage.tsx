import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '../../ui/Loaded';
import { CodeForm } from './CodeForm';
import { OpenPage } from './OpenPage';
import { verifyCode } from './queries';
import { Verdict } from './Verdict';

/** What the QR code on a printed paper opens; for anybody, signed in or not. */
export default function VerifyPage() {
  const { t } = useTranslation('verify');
  const { code } = useParams();
  const query = useQuery({ ...verifyCode(code ?? ''), enabled: code !== undefined });
  return (
    <OpenPage title={t('title')} note={t('note')} also={{ to: '/hasil-pemantauan', label: t('published.title') }}>
      {code !== undefined ? (
        <Loaded query={query} shape="cards" rows={1}>
          {(answer) => <Verdict answer={answer} code={code} />}
        </Loaded>
      ) : null}
      <CodeForm key={code ?? ''} code={code} />
    </OpenPage>
  );
}
