import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength, ValidateIf, ValidateNested } from 'class-validator';
import { PREDICATES, RATINGS, type IsoDate, type IsoMonth, type Predicate, type Rating, type Uuid } from '@ekinerja/contracts/basics';
import { EVALUATION_KINDS, type EvaluationKind } from '@ekinerja/contracts/evaluations';
import {
  CASE_ACTIONS, CASE_KINDS, FOLLOW_UP_LIMITS, REWARD_POOLS,
  type CaseAction, type CaseDocument, type CaseKind, type CaseStepRequest, type EndRewardRequest, type GiveRewardRequest, type OpenCaseRequest,
  type RewardPool, type SendReportRequest,
} from '@ekinerja/contracts/follow-up';
import { IsDay, IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const { text, reasonFrom, number, name } = FOLLOW_UP_LIMITS;
const given = (_: unknown, value: unknown) => value !== null;

export class CaseDocumentDto {
  @IsString() @MinLength(1) @MaxLength(number) number: string;
  @IsDay() date: IsoDate;
  @IsString() @MinLength(2) @MaxLength(name) signatory: string;
}
export class OpenCaseDto {
  @IsIn(CASE_KINDS) kind: CaseKind;
  @IsUUID() employmentId: Uuid;
  @ValidateIf(given) @IsUUID() evaluationId: Uuid | null;
  @ValidateIf(given) @IsMonth() month: IsoMonth | null;
  @IsString() @MinLength(reasonFrom) @MaxLength(text) grounds: string;
}
export class CaseStepDto {
  @IsIn(CASE_ACTIONS) action: CaseAction;
  @IsString() @MinLength(reasonFrom) @MaxLength(text) note: string;
  @ValidateIf(given) @IsObject() @ValidateNested() @Type(() => CaseDocumentDto) document: CaseDocumentDto | null;
}
export class GiveRewardDto {
  @IsUUID() employmentId: Uuid;
  @IsIn(REWARD_POOLS) pool: RewardPool;
  @IsString() @MinLength(3) @MaxLength(name) name: string;
  @IsInt() @Min(2000) @Max(2199) year: number;
  @IsString() @MinLength(reasonFrom) @MaxLength(text) note: string;
  @ValidateIf(given) @IsObject() @ValidateNested() @Type(() => CaseDocumentDto) document: CaseDocumentDto | null;
}
export class EndRewardDto {
  @IsString() @MinLength(reasonFrom) @MaxLength(text) reason: string;
}
export class SendReportDto {
  @IsIn(EVALUATION_KINDS) kind: EvaluationKind;
  @IsMonth() month: IsoMonth;
  @ValidateIf(given) @IsString() @MaxLength(text) note: string | null;
}
export class PassReportDto {
  @ValidateIf(given) @IsString() @MaxLength(text) note: string | null;
}
export class CasesQuery extends PageQuery {
  @IsOptional() @IsIn(CASE_KINDS) kind?: CaseKind;
  @IsOptional() @IsIn(['true', 'false']) open?: 'true' | 'false';
}
export class SanctionCandidatesQuery {
  @Type(() => Number) @IsInt() @Min(2000) @Max(2199) year: number;
}
export class EvaluatorCandidatesQuery {
  @IsOptional() @IsMonth() month?: IsoMonth;
}
export class SilentCandidatesQuery {
  @IsMonth() month: IsoMonth;
}
export class RewardsQuery extends PageQuery {
  @IsOptional() @IsIn(REWARD_POOLS) pool?: RewardPool;
}
export class ReportDraftQuery {
  @IsIn(EVALUATION_KINDS) kind: EvaluationKind;
  @IsMonth() month: IsoMonth;
}
export class MapQuery extends PageQuery {
  @IsIn(EVALUATION_KINDS) kind: EvaluationKind;
  @IsMonth() month: IsoMonth;
  @IsOptional() @IsUUID() skpdId?: Uuid;
  @IsOptional() @IsIn(PREDICATES) predicate?: Predicate;
  @IsOptional() @IsIn(RATINGS) work?: Rating;
  @IsOptional() @IsIn(RATINGS) behaviour?: Rating;
}

const _document: Exact<CaseDocumentDto, CaseDocument> = true;
const _open: Exact<OpenCaseDto, OpenCaseRequest> = true;
const _step: Exact<CaseStepDto, CaseStepRequest> = true;
const _reward: Exact<GiveRewardDto, GiveRewardRequest> = true;
const _end: Exact<EndRewardDto, EndRewardRequest> = true;
const _send: Exact<SendReportDto, SendReportRequest> = true;
