import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, ValidateIf } from 'class-validator';
import { GRANTED_ROLES, type GrantedRole } from '@ekinerja/contracts/access';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import type { GrantRoleRequest } from '@ekinerja/contracts/setup';
import { IsDay } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';

const REASON = [5, 300] as const;
const LETTER = [3, 100] as const;

export class GrantRoleDto {
  @IsUUID() employmentId: Uuid;
  @ApiProperty({ enum: GRANTED_ROLES })
  @IsIn(GRANTED_ROLES)
  role: GrantedRole;
  @ApiProperty({ type: String, nullable: true, description: 'SKPD; null bagi peran untuk seluruh pemerintah daerah' })
  @ValidateIf((_, value) => value !== null)
  @IsUUID()
  unitId: Uuid | null;
  @IsString() @Length(...REASON) reason: string;
  @ApiProperty({ required: false, nullable: true, description: 'Hari pertama; hari ini bila kosong' })
  @IsOptional() @IsDay()
  from?: IsoDate | null;
  @ApiProperty({ required: false, nullable: true, description: 'Hari terakhir; tanpa akhir bila kosong' })
  @IsOptional() @IsDay()
  to?: IsoDate | null;
  @ApiProperty({ required: false, nullable: true, description: 'Nomor surat keputusan, misalnya dari kepala unit' })
  @IsOptional() @IsString() @Length(...LETTER)
  letterNumber?: string | null;
  @IsOptional() @IsDay()
  letterDate?: IsoDate | null;
}
const grantRole: Exact<GrantRoleDto, GrantRoleRequest> = true;
void grantRole;

export class EndRoleDto {
  @IsString() @Length(...REASON) reason: string;
}
