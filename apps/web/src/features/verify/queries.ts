import type { VerifyAnswer } from '@ekinerja/contracts/documents';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../lib/api';

export const verifyCode = (code: string) =>
  queryOptions({
    queryKey: ['verify', code],
    queryFn: ({ signal }) => get<VerifyAnswer>(`/documents/verify/${encodeURIComponent(code)}`, { signal }),
  });
