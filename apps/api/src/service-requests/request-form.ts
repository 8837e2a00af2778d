import type { RequestForm } from '@ekinerja/contracts/service-requests';
import type { LawSet } from '@ekinerja/regulations/law';

/** Kinds and steps as the law of a day has them; both empty where it has no service desk. */
export function requestForm(law: LawSet): RequestForm {
  const services = law.performance.rules.services;
  const cite = (path: string) => law.performance.cite(`services.${path}`);
  const kinds = Object.entries(services?.kinds ?? {}).flatMap(([code, kind]) => {
    if (!kind) return [];
    const { name, effect, filedBy, reopens = [], attachments } = kind;
    return [{
      code, name, effect, filedBy, reopens, cite: cite(`kinds.${code}`),
      attachments: attachments.map((one, at) => ({ code: one.code, name: one.name, printed: one.printed ?? false, cite: cite(`kinds.${code}.attachments.${at}`) })),
    }];
  });
  return { kinds, steps: (services?.steps ?? []).map((step, at) => ({ ...step, cite: cite(`steps.${at}`) })) };
}
