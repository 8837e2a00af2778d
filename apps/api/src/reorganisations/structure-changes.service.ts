import { Injectable } from '@nestjs/common';
import { POST_KINDS, UNIT_KINDS, type PostKind, type UnitKind } from '@ekinerja/contracts/basics';
import type { ReorganisationLine } from '@ekinerja/contracts/reorganisations';
import { addDays } from '@ekinerja/regulations/dates';
import { PostsService } from '../organisation/posts.service.js';
import { UnitsService } from '../organisation/units.service.js';
import type { Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/problem/domain.error.js';
import { plain, SHEETS } from './reorganisation-columns.js';
import type { ReorganisationRow } from './reorganisation-reader.js';
import { ReorganisationRepository, type PostByCode, type UnitByCode } from './reorganisation.repository.js';
import type { ReorganisationTerms } from './reorganisation-runner.service.js';

/** Words of the workbook for kinds, in any case and spacing. */
const UNIT_WORDS: Record<string, UnitKind> = {
  pemerintahdaerah: 'government', sekretariatdaerah: 'secretariat', sekretariatdprd: 'council-secretariat', inspektorat: 'inspectorate', dinas: 'dinas', badan: 'badan',
  kecamatan: 'kecamatan', kelurahan: 'kelurahan', puskesmas: 'puskesmas', sekolah: 'school', rumahsakit: 'hospital', bidang: 'division', bagian: 'division', seksi: 'section',
  subbagian: 'section', subbidang: 'section',
};
const POST_WORDS: Record<string, PostKind> = {
  jpt: 'jpt', administrator: 'administrator', pengawas: 'pengawas', pelaksana: 'pelaksana', fungsional: 'fungsional', bupati: 'regent',
};

/** Units and posts of a reorganisation: the same use cases as on their pages, found by code. */
@Injectable()
export class StructureChangesService {
  constructor(
    private readonly repository: ReorganisationRepository,
    private readonly units: UnitsService,
    private readonly posts: PostsService,
  ) {}

  async carryOut(actor: Actor, terms: ReorganisationTerms, row: ReorganisationRow): Promise<ReorganisationLine> {
    const subject = row.sheet === 'units' ? await this.unit(actor, terms, row) : await this.post(actor, terms, row);
    return { sheet: SHEETS[row.sheet], row: row.row, subject, act: row.act, effects: [] };
  }

  private async unit(actor: Actor, { effectiveOn: validFrom, decreeNumber: reason }: ReorganisationTerms, { act, cells }: ReorganisationRow): Promise<string> {
    const code = cells.code as string;
    const known = await this.repository.unit(code);
    if (act === 'form') {
      const parent = await this.requireUnit(cells.parent ?? null, 'parent');
      const name = required(cells, 'name');
      await this.units.create(actor, { code, name, kind: kindOf(UNIT_WORDS, UNIT_KINDS, cells), parentId: parent.id, isSkpd: isYes(cells.skpd), validFrom, reason });
      return name;
    }
    const unit = known ?? missing('code');
    if (act === 'close') {
      await this.units.close(actor, unit.id, unit.version, { lastDay: addDays(validFrom, -1), reason });
      return unit.name;
    }
    const parentId = cells.parent ? (await this.requireUnit(cells.parent, 'parent')).id : unit.parentId;
    const kind = cells.kind ? kindOf(UNIT_WORDS, UNIT_KINDS, cells) : unit.kind;
    await this.units.change(actor, unit.id, unit.version, { name: cells.name ?? unit.name, kind, parentId, validFrom, reason });
    return cells.name ?? unit.name;
  }

  private async post(actor: Actor, { effectiveOn: validFrom, decreeNumber: reason }: ReorganisationTerms, { act, cells }: ReorganisationRow): Promise<string> {
    const code = cells.code as string;
    const known = await this.repository.post(code);
    if (act === 'form') {
      if (known) throw new DomainError('duplicate', { parameter: 'code' });
      const unit = await this.requireUnit(cells.unit ?? null, 'unit');
      const superior = await this.requirePost(cells.superior ?? null);
      const name = required(cells, 'name');
      const made = await this.posts.create(actor, {
        unitId: unit.id, name, kind: kindOf(POST_WORDS, POST_KINDS, cells), level: cells.level ?? null, superiorPostId: superior.id, leader: isYes(cells.leader),
        seats: seatsOf(cells), standingDelegate: false, class: cells.class ?? null, validFrom, reason,
      });
      await this.repository.codePost(made.id, code);
      return name;
    }
    const post = known ?? missing('code');
    if (act === 'close') {
      await this.posts.close(actor, post.id, post.version, { lastDay: addDays(validFrom, -1), reason });
      return post.name;
    }
    const unitId = cells.unit ? (await this.requireUnit(cells.unit, 'unit')).id : post.unitId;
    const superiorPostId = cells.superior ? (await this.requirePost(cells.superior)).id : post.superiorPostId;
    await this.posts.change(actor, post.id, post.version, {
      unitId, name: cells.name ?? post.name, kind: cells.kind ? kindOf(POST_WORDS, POST_KINDS, cells) : post.kind, level: cells.level ?? post.level, superiorPostId,
      leader: cells.leader ? isYes(cells.leader) : post.leader, seats: cells.seats ? seatsOf(cells) : post.seats, standingDelegate: post.standingDelegate, validFrom, reason,
    });
    if (cells.class) await this.posts.changeClass(actor, post.id, post.version + 1, { class: cells.class, decree: reason, validFrom, reason });
    return cells.name ?? post.name;
  }

  private async requireUnit(code: string | null, column: string): Promise<UnitByCode> {
    return (code === null ? null : await this.repository.unit(code)) ?? missing(column);
  }

  private async requirePost(code: string | null): Promise<PostByCode> {
    return (code === null ? null : await this.repository.post(code)) ?? missing('superior');
  }
}

function missing(parameter: string): never {
  throw new DomainError('not-found', { parameter });
}

function required(cells: Record<string, string | null>, column: string): string {
  const value = cells[column];
  if (!value) throw new DomainError('validation-failed', {}, { fields: [{ field: column, rule: 'required' }] });
  return value;
}

function kindOf<Kind extends string>(words: Record<string, Kind>, kinds: readonly Kind[], cells: Record<string, string | null>): Kind {
  const word = required(cells, 'kind');
  const kind = words[plain(word)] ?? kinds.find((one) => plain(one) === plain(word));
  if (!kind) throw new DomainError('validation-failed', {}, { fields: [{ field: 'kind', rule: 'unknown' }] });
  return kind;
}

function isYes(word: string | null | undefined): boolean {
  return ['ya', 'y', 'yes'].includes(plain(word ?? ''));
}

function seatsOf({ seats }: Record<string, string | null>): number {
  const count = Number(seats ?? '1');
  if (!Number.isInteger(count) || count < 1) throw new DomainError('validation-failed', {}, { fields: [{ field: 'seats', rule: 'isInt' }] });
  return count;
}
