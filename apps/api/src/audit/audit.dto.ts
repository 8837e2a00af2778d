import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { AUDIT_LIMITS, type AcceptDutyRequest, type AuditQuery, type ReadsQuery } from '@ekinerja/contracts/audit';
import { IsDay } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

export class ListAuditQuery extends PageQuery {
  @IsOptional() @IsString() @MaxLength(60) subjectType?: string;
  @IsOptional() @IsString() @MaxLength(80) subjectId?: string;
  @IsOptional() @IsUUID('loose') employmentId?: string;
  @IsOptional() @IsString() @MinLength(2) @MaxLength(AUDIT_LIMITS.text) actor?: string;
  @IsOptional() @IsString() @MinLength(2) @MaxLength(60) action?: string;
  @IsOptional() @IsDay() from?: string;
  @IsOptional() @IsDay() to?: string;
  @IsOptional() @IsString() @MinLength(2) @MaxLength(AUDIT_LIMITS.text) text?: string;
}
const _filter: Exact<Omit<ListAuditQuery, keyof PageQuery>, AuditQuery> = true;

export class ListReadsQuery extends PageQuery {
  @IsOptional() @IsUUID('loose') employmentId?: string;
  @IsOptional() @IsString() @MinLength(2) @MaxLength(AUDIT_LIMITS.text) actor?: string;
  @IsOptional() @IsDay() from?: string;
  @IsOptional() @IsDay() to?: string;
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  exportsOnly?: boolean;
}
const _reads: Exact<Omit<ListReadsQuery, keyof PageQuery>, ReadsQuery> = true;

export class AcceptDutyDto {
  @IsInt() version: number;
}
const _duty: Exact<AcceptDutyDto, AcceptDutyRequest> = true;
