import ExcelJS from 'exceljs';
import type { Page } from '@ekinerja/contracts/basics';
import type { EvaluatorAnswerView } from '@ekinerja/contracts/organisation';
import type { PostDetail, PostItem, UnitDetail, UnitNode } from '@ekinerja/contracts/units-and-posts';
import { sharedApp } from '../testing/shared-app.js';
import type { OrProblem, TestApp } from '../testing/test-app.js';
import { tinyGovernment, type PersonName, type PostName, type TinyGovernment } from '../testing/tiny-government.js';

describe('units and posts over HTTP', () => {
  const shared = sharedApp({}, tinyGovernment);
  let test: TestApp;
  let tiny: TinyGovernment;
  beforeEach(() => void ({ test, given: tiny } = shared));

  const unit = async (id: string, date?: string) => (await test.call<UnitDetail>('GET', `/units/${id}${date ? `?date=${date}` : ''}`, { as: 'super' })).body;
  const post = async (name: PostName, date?: string) => (await test.call<PostDetail>('GET', `/posts/${tiny.posts[name]}${date ? `?date=${date}` : ''}`, { as: 'super' })).body;
  const changePost = async (name: PostName, change: object, ifMatch?: number | null) => {
    const { unitId, name: label, kind, level, superiorPostId, leader, seats, standingDelegate, version } = await post(name);
    return test.call<OrProblem<PostDetail>>('PUT', `/posts/${tiny.posts[name]}`, {
      as: 'super', ifMatch: ifMatch === undefined ? version : ifMatch,
      body: { unitId, name: label, kind, level, superiorPostId, leader, seats, standingDelegate, validFrom: '2026-11-01', reason: 'Penataan organisasi', ...change },
    });
  };
  const evaluatorOf = async (person: PersonName, date: string) =>
    (await test.call<EvaluatorAnswerView>('GET', `/employees/${tiny.people[person]}/evaluator?date=${date}`, { as: 'super' })).body.evaluator?.personName;

  it('a post moves under another superior from a date: before it the old evaluator holds, from it the new one', async () => {
    const moved = await changePost('staf', { superiorPostId: tiny.posts.umpeg, validFrom: '2026-11-16' });
    expect(moved).toMatchObject({ status: 200, body: { version: 2, superiorPostName: 'Kepala Subbagian Umum dan Kepegawaian' } });
    expect(moved.body.history.map((state) => [state.superiorPostName, state.validFrom, state.validTo])).toEqual([
      ['Kepala Subbagian Umum dan Kepegawaian', '2026-11-16', null],
      ['Kepala Seksi Promosi Kesehatan', '2024-01-01', '2026-11-15'],
    ]);
    expect(await evaluatorOf('siti', '2026-11-15')).toBe('Ahmad Fauzi');
    expect(await evaluatorOf('siti', '2026-11-16')).toBe('Mariani');
    expect((await post('staf', '2026-11-15')).superiorPostName).toBe('Kepala Seksi Promosi Kesehatan');
    expect(await test.db.query(`SELECT action, reason FROM audit_event WHERE subject_type = 'post'`)).toEqual([{ action: 'post.changed', reason: 'Penataan organisasi' }]);
  });

  it('refuses what cannot stand: below itself, other SKPD, fewer seats than people, before an earlier change, a stale form', async () => {
    expect((await changePost('kabid', { superiorPostId: tiny.posts.staf })).body.rule?.code).toBe('post.under-itself');
    expect((await changePost('staf', { unitId: tiny.units.bkpsdm })).body.rule?.code).toBe('post.other-skpd');
    expect((await changePost('staf', { seats: 1 })).body).toMatchObject({ rule: { code: 'post.seats-taken' }, params: { held: 2 } });
    expect((await changePost('staf', { superiorPostId: null })).body.rule?.code).toBe('post.without-superior');
    expect((await changePost('kasi', { name: 'Kepala Seksi Promosi' })).status).toBe(200);
    expect((await changePost('kasi', { validFrom: '2026-10-31' })).body).toMatchObject({ rule: { code: 'post.changed-later' }, params: { since: '2026-11-01' } });
    expect((await changePost('kasi', {}, null)).status).toBe(428);
    expect((await changePost('kasi', {}, 1)).status).toBe(412);
  });

  it('a class holds from its date; a post that is held, or above another, is not closed', async () => {
    const put = (body: object, ifMatch: number) => test.call<OrProblem<PostDetail>>('PUT', `/posts/${tiny.posts.kasi}/class`, { as: 'super', ifMatch, body });
    const change = { class: '10', decree: '900/7/2026', validFrom: '2026-11-01', reason: 'Evaluasi jabatan' };
    const changed = await put(change, 1);
    expect(changed.body.classes).toMatchObject([{ class: '10', validFrom: '2026-11-01', validTo: null, decree: '900/7/2026' }, { class: '9', validTo: '2026-10-31' }]);
    expect((await post('kasi', '2026-10-31')).class).toBe('9');
    expect((await put({ ...change, validFrom: '2026-10-01' }, 2)).body.rule?.code).toBe('post.class-changed-later');
    const close = (name: PostName, ifMatch = 1) =>
      test.call<OrProblem<PostDetail>>('POST', `/posts/${tiny.posts[name]}/close`, { as: 'super', ifMatch, body: { lastDay: '2026-12-31', reason: 'Dihapus' } });
    expect((await close('umpeg')).body).toMatchObject({ rule: { code: 'post.held' }, params: { person: 'Mariani' } });
    await tiny.vacate('umpeg', '2026-12-31');
    expect((await close('umpeg')).body).toMatchObject({ rule: { code: 'post.superior-of' }, params: { post: 'Pengadministrasi Umum' } });
  });

  it('units are created, renamed and closed from a date; the tree shows each day its own', async () => {
    const body = { code: '01.03', name: 'Bidang Pelayanan', kind: 'division', parentId: tiny.units.dinkes, isSkpd: false, validFrom: '2026-11-01', reason: 'SOTK baru' };
    const created = await test.call<OrProblem<UnitDetail>>('POST', '/units', { as: 'super', body });
    expect(created.body).toMatchObject({ skpdId: tiny.units.dinkes, isSkpd: false, version: 1, path: [{ name: 'Pemerintah Daerah' }, { name: 'Dinas Kesehatan' }] });
    expect((await test.call<OrProblem<UnitDetail>>('POST', '/units', { as: 'super', body })).body.rule?.code).toBe('unit.code-taken');
    const put = (id: string, ifMatch: number, change: object) =>
      test.call<OrProblem<UnitDetail>>('PUT', `/units/${id}`, { as: 'super', ifMatch, body: { name: 'Bidang Kesmas', kind: 'division', parentId: tiny.units.dinkes, validFrom: '2026-11-10', reason: 'Ganti nama', ...change } });
    expect((await put(tiny.units.bidang, 1, {})).body.history).toMatchObject([{ name: 'Bidang Kesmas', validFrom: '2026-11-10' }, { name: 'Bidang Kesehatan Masyarakat', validTo: '2026-11-09' }]);
    expect((await put(tiny.units.bidang, 2, { parentId: tiny.units.bkpsdm })).body.rule?.code).toBe('unit.other-skpd');
    expect((await put(tiny.units.dinkes, 1, { parentId: tiny.units.bidang })).body.rule?.code).toBe('unit.under-itself');
    const names = async (date: string) => (await test.call<UnitNode[]>('GET', `/units/nodes?parentId=${tiny.units.dinkes}&date=${date}`, { as: 'super' })).body.map(({ name }) => name);
    expect(await names('2026-10-31')).toEqual(['Bidang Kesehatan Masyarakat', 'Puskesmas Sungai Danau']);
    expect(await names('2026-11-23')).toEqual(['Bidang Kesmas', 'Puskesmas Sungai Danau', 'Bidang Pelayanan']);
    const close = (id: string) => test.call<OrProblem<UnitDetail>>('POST', `/units/${id}/close`, { as: 'super', ifMatch: 1, body: { lastDay: '2026-11-30', reason: 'Digabung' } });
    expect((await close(tiny.units.puskesmas)).body.rule?.code).toBe('unit.not-empty');
    expect((await close(created.body.id)).body.validTo).toBe('2026-11-30');
  });

  it('shows holders, vacancies and the line up; a unit admin sees the own SKPD and changes nothing', async () => {
    await tiny.vacate('kasi', '2026-11-20');
    await tiny.assign('umpeg', 'kasi', 'plt', '2026-11-21');
    const bidang = await unit(tiny.units.bidang);
    expect(bidang.posts.map((one) => [one.name, one.vacancies, one.holders.map((holder) => `${holder.personName} ${holder.kind}`)])).toEqual([
      ['Kepala Bidang Kesehatan Masyarakat', 0, ['Nurhayati definitive']],
      ['Kepala Seksi Promosi Kesehatan', 1, ['Mariani plt']],
      ['Pengelola Promosi Kesehatan', 4, ['Budi Santoso definitive', 'Siti Aminah definitive']],
    ]);
    expect((await post('staf')).chain.map((link) => link.postName)).toEqual([
      'Kepala Seksi Promosi Kesehatan', 'Kepala Bidang Kesehatan Masyarakat', 'Kepala Dinas Kesehatan', 'Bupati',
    ]);
    const as = (path: string) => test.call<UnitNode[]>('GET', path, { as: 'umpeg' });
    expect((await as('/units/nodes')).body.map(({ name }) => name)).toEqual(['Dinas Kesehatan']);
    expect((await as(`/units/${tiny.units.bkpsdm}`)).status).toBe(404);
    expect((await as(`/posts/${tiny.posts.kaban}`)).status).toBe(404);
    expect((await as(`/posts/${tiny.posts.staf}`)).status).toBe(200);
    const list = (await test.call<Page<PostItem>>('GET', `/posts?vacant=true&q=seksi`, { as: 'umpeg' })).body.items;
    expect(list.map(({ name }) => name)).toEqual(['Kepala Seksi Promosi Kesehatan']);
    expect((await test.call<Page<PostItem>>('GET', `/posts?skpdId=${tiny.units.bkpsdm}`, { as: 'umpeg' })).body.items).toEqual([]);
    expect((await test.call('GET', '/posts', { as: 'siti' })).status).toBe(403);
    expect((await test.call('POST', `/posts/${tiny.posts.staf}/close`, { as: 'umpeg', ifMatch: 1, body: { lastDay: '2026-11-30', reason: 'coba saja' } })).status).toBe(403);
  });

  it('the list goes to Excel with the NIP as text, and the export is noted', async () => {
    const { raw } = await test.call('GET', `/posts/list.xlsx?skpdId=${tiny.units.dinkes}`, { as: 'umpeg' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(raw as unknown as ArrayBuffer);
    const cells: unknown[] = [];
    workbook.worksheets[0]!.getColumn(11).eachCell((cell) => cells.push(cell.value));
    expect(cells).toContain(tiny.nips.siti);
    expect(cells).not.toContain(tiny.nips.kaban);
    expect(await test.db.query(`SELECT 1 FROM audit_event WHERE action = 'posts.exported'`)).toHaveLength(1);
  });
});
