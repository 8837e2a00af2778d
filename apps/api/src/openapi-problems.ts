import { ERROR_STATUS } from '@ekinerja/contracts/errors';
import type { SchemaObject } from './openapi-schemas.js';

/** Statuses that an operation may answer beside its success, and when. */
export const PROBLEM_WORDS: Record<number, string> = {
  400: 'Permintaan tidak terbaca atau isiannya tidak sah; `fields` menyebut tiap isian',
  401: 'Tidak masuk, atau sesi atau kunci berakhir',
  403: 'Tidak berwenang atas rute atau tindakan ini',
  404: 'Tidak ada, atau tidak terlihat oleh pemanggil',
  409: 'Keadaan baris menolak, bulan sudah ditutup, atau kunci idempotensi dipakai untuk isi lain',
  412: 'Baris sudah berubah; `current` memuat baris yang sekarang',
  413: 'Berkas terlalu besar',
  422: 'Aturan menolak; `rule` menyebut pasalnya',
  428: 'Kirim If-Match',
  429: 'Terlalu banyak permintaan; tunggu sebanyak Retry-After detik',
};

const MEDIA = 'application/problem+json';

/** The body of refusals, with every code that the API can answer, and one response a status. */
export function problemComponents(): { schemas: Record<string, SchemaObject>; responses: Record<string, SchemaObject> } {
  const responses: Record<string, SchemaObject> = { Problem: response('Galat', Object.keys(ERROR_STATUS), 500) };
  for (const [status, words] of Object.entries(PROBLEM_WORDS)) {
    const codes = Object.entries(ERROR_STATUS).flatMap(([code, of]) => (of === Number(status) ? [code] : []));
    responses[`Problem${status}`] = response(`${words} (${codes.join(', ')})`, codes, Number(status));
  }
  return { schemas: { Problem: PROBLEM }, responses };
}

function response(description: string, codes: string[], status: number): SchemaObject {
  const code = codes[0]!;
  const example = { type: `urn:ekinerja:problem:${code}`, title: code, status, code, params: {}, requestId: '6f1c1a52-2f5e-4f0a-9d55-0d6f3a1b8c11' };
  const headers = status === 429 ? { headers: { 'Retry-After': { description: 'Detik sampai boleh meminta lagi', schema: { type: 'integer' } } } } : {};
  return { description, ...headers, content: { [MEDIA]: { schema: { $ref: '#/components/schemas/Problem' }, example } } };
}

const VALUE = { type: ['string', 'number', 'boolean', 'null'] };
const PROBLEM: SchemaObject = {
  type: 'object',
  description: 'RFC 9457; `code` tetap dan tidak diterjemahkan',
  required: ['type', 'title', 'status', 'code', 'params', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(ERROR_STATUS) },
    params: { type: 'object', additionalProperties: VALUE },
    rule: {
      type: 'object',
      required: ['code'],
      properties: {
        code: { type: 'string' },
        cite: { type: 'object', properties: { source: { type: 'string' }, ref: { type: 'string' }, reading: { type: 'boolean' }, note: { type: 'string' } }, required: ['source', 'ref'] },
      },
    },
    fields: {
      type: 'array',
      items: { type: 'object', required: ['field', 'rule'], properties: { field: { type: 'string' }, rule: { type: 'string' }, params: { type: 'object', additionalProperties: VALUE } } },
    },
    current: { description: 'Baris yang sekarang, pada `stale-version`' },
    requestId: { type: 'string', format: 'uuid' },
  },
};
