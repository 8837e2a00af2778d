import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsString, IsUUID, Length, ValidateIf, ValidateNested } from 'class-validator';
import { DECREE_LIMITS } from '@ekinerja/contracts/assignments';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import {
  AUTHORITY_KINDS, EVALUATOR_ACT_LIMITS, LEADER_SCOPES,
  type AuthorityKind, type CreateDelegationRequest, type CreateLeaderRequest, type CreateOverrideRequest, type LeaderScope, type NameAuthorityRequest,
} from '@ekinerja/contracts/evaluator-acts';
import { IsDay } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { DecreeDto } from './assignments.dto.js';

const OrNull = () => ValidateIf((_, value) => value !== null);

class ActDto {
  @IsDay() validFrom: IsoDate;
  @OrNull() @IsDay() validTo: IsoDate | null;
  @IsString() @Length(DECREE_LIMITS.reasonFrom, DECREE_LIMITS.reason) reason: string;
}
class DecreedActDto extends ActDto {
  @IsDefined() @ValidateNested() @Type(() => DecreeDto) decree: DecreeDto;
}

export class CreateDelegationDto extends DecreedActDto {
  @IsUUID() delegateEmploymentId: Uuid;
  @OrNull() @IsUUID() postId: Uuid | null;
  @OrNull() @IsUUID() unitId: Uuid | null;
}

export class CreateOverrideDto extends DecreedActDto {
  @IsUUID() employmentId: Uuid;
  @IsUUID() evaluatorEmploymentId: Uuid;
  @IsString() @Length(3, EVALUATOR_ACT_LIMITS.grantor) grantor: string;
}

export class NameAuthorityDto extends DecreedActDto {
  @IsIn(AUTHORITY_KINDS) kind: AuthorityKind;
  @IsUUID() employmentId: Uuid;
}

export class CreateLeaderDto extends ActDto {
  @IsUUID() employmentId: Uuid;
  @IsIn(LEADER_SCOPES) scope: LeaderScope;
  @OrNull() @IsUUID() leaderEmploymentId: Uuid | null;
  @OrNull() @IsString() @Length(3, EVALUATOR_ACT_LIMITS.name) outsideName: string | null;
  @OrNull() @IsString() @Length(3, EVALUATOR_ACT_LIMITS.office) outsideOffice: string | null;
}

export const _delegation: Exact<CreateDelegationDto, CreateDelegationRequest> = true;
export const _override: Exact<CreateOverrideDto, CreateOverrideRequest> = true;
export const _authority: Exact<NameAuthorityDto, NameAuthorityRequest> = true;
export const _leader: Exact<CreateLeaderDto, CreateLeaderRequest> = true;
