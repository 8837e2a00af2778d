import { useNavigate, useSearchParams } from 'react-router';
import { afterSignIn } from '../../lib/session';
import { SignInPage } from './SignInPage';

/** The same page inside the portal: after signing out, or when the session is over. */
export default function SignInRoute() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return <SignInPage onSignedIn={(profile) => navigate(afterSignIn(profile, search), { replace: true })} />;
}
