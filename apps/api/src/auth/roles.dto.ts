import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, Length, ValidateIf } from 'class-validator';
import { GRANTED_ROLES, type GrantedRole } from '@ekinerja/contracts/access';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { GrantRoleRequest } from '@ekinerja/contracts/setup';
import type { Exact } from '../platform/http/exact.js';

const REASON = [5, 300] as const;

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
}
const grantRole: Exact<GrantRoleDto, GrantRoleRequest> = true;
void grantRole;

export class EndRoleDto {
  @IsString() @Length(...REASON) reason: string;
}
