import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app expects it. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** A clock that is half a minute off still fits. */
const WINDOW = 1;
const SECRET_BYTES = 20;

export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** `otpauth://totp/…`, shown as a QR code. */
export function totpUri(secret: string, issuer: string, label: string): string {
  return totpOf(secret, issuer, label).toString();
}

/** The step that a code belongs to at that moment, or null when it fits none. */
export function totpStep(secret: string, code: string, at: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: at.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / STEP_SECONDS) + delta;
}

export function totpCode(secret: string, at: Date): string {
  return totpOf(secret).generate({ timestamp: at.getTime() });
}

function totpOf(secret: string, issuer?: string, label?: string): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), digits: DIGITS, period: STEP_SECONDS, algorithm: 'SHA1', ...(issuer ? { issuer } : {}), ...(label ? { label } : {}) });
}
