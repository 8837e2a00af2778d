import type { StaffingUpdate, SubmitStaffingUpdateRequest } from '@ekinerja/contracts/staffing-records';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { TestApp } from './test-app.js';
import type { PersonName, TinyGovernment } from './tiny-government.js';

const PAPER = { field: 'file', name: 'ijazah.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.4 surat') };

/** An update of somebody's own staffing data, sent through the API with its document. */
export async function submitStaffingUpdate(test: TestApp, person: PersonName, changes: SubmitStaffingUpdateRequest['changes']): Promise<StaffingUpdate> {
  const file = await test.call<{ id: Uuid }>('POST', '/staffing-records/own/files', { as: person, file: PAPER });
  const body: SubmitStaffingUpdateRequest = { changes, documentNumber: '800/12/BKPSDM/2026', documentDate: '2026-11-02', signatory: 'Kepala BKPSDM', fileId: file.body.id, note: null };
  const { status, body: update } = await test.call<StaffingUpdate>('POST', '/staffing-records/own/updates', { as: person, body });
  if (status !== 201) throw new Error(JSON.stringify(update));
  return update;
}

export async function givenStaffingUpdate(test: TestApp, _gov: TinyGovernment, person: PersonName): Promise<Uuid> {
  return (await submitStaffingUpdate(test, person, [{ field: 'backTitle', value: 'S.K.M.' }])).id;
}
