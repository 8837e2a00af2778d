// Panggilan pertama ke E-Kinerja dengan klien yang dibuat dari dokumen OpenAPI-nya. Lihat docs/integration.md.
import createClient from 'openapi-fetch';
import type { paths } from './e-kinerja.js';

const { EKINERJA_URL, EKINERJA_KEY } = process.env;
if (!EKINERJA_URL || !EKINERJA_KEY) throw new Error('Isi EKINERJA_URL dan EKINERJA_KEY');
const api = createClient<paths>({ baseUrl: EKINERJA_URL, headers: { authorization: `Bearer ${EKINERJA_KEY}` } });

// Semua pegawai, halaman demi halaman.
const people: { nip: string | null; name: string; unit: string | null }[] = [];
let cursor: string | undefined;
do {
  const { data, error } = await api.GET('/api/v1/employees', { params: { query: { limit: 3, cursor } } });
  if (error) throw new Error(`${error.code} (${error.requestId})`);
  people.push(...data.items.map(({ nip, name, unitName }) => ({ nip, name, unit: unitName })));
  cursor = data.nextCursor ?? undefined;
} while (cursor);

// Satu pegawai yang tidak ada: galat bertipe, dengan kodenya.
const missing = await api.GET('/api/v1/employees/{employmentId}', { params: { path: { employmentId: '00000000-0000-4000-8000-000000000000' } } });

// Sisa permintaan dalam menit ini.
const units = await api.GET('/api/v1/units', { params: { query: { skpdOnly: true } } });

console.log(
  JSON.stringify({
    people,
    refusal: missing.error?.code,
    units: units.data?.items.map(({ name }) => name),
    left: Number(units.response.headers.get('x-ratelimit-remaining')),
  }),
);
