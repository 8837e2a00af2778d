import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateIf, ValidateNested } from 'class-validator';
import { DOCUMENT_KINDS, type DocumentKind } from '@ekinerja/contracts/basics';
import {
  AMOUNT_KEYS, REGULATION_LIMITS, REVISION_KINDS, type AmountKey, type AmountRow, type AmountTable, type DraftAmountsRequest, type ProposeDraftRequest, type ReadAmountsRequest, type ReasonRequest,
  type RevisionKind, type UploadDraftRequest,
} from '@ekinerja/contracts/regulations';
import { IsDay } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';

const { text, fileName, reason, decree, amountRows } = REGULATION_LIMITS;

export class UploadDraftDto {
  @IsString() @MinLength(fileName.min) @MaxLength(fileName.max) fileName: string;
  @IsString() @MinLength(1) @MaxLength(text) text: string;
  @ValidateIf((_, value) => value !== null) @IsString() @MinLength(1) @MaxLength(text) cases: string | null;
}
export const _upload: Exact<UploadDraftDto, UploadDraftRequest> = true;

export class ProposeDraftDto {
  @IsDay() from: string;
  @IsIn(REVISION_KINDS) revision: RevisionKind;
  @IsString() @MinLength(reason.min) @MaxLength(reason.max) reason: string;
}
export const _propose: Exact<ProposeDraftDto, ProposeDraftRequest> = true;

export class DraftReasonDto {
  @IsString() @MinLength(reason.min) @MaxLength(reason.max) reason: string;
}
export const _reason: Exact<DraftReasonDto, ReasonRequest> = true;

export class AmountRowDto {
  @IsString() @Matches(/^[\p{L}\p{N}_.\-/ *|]{1,160}$/u) class: string;
  @IsString() @Matches(/^\d{1,12}(\.\d{1,4})?$/) amount: string;
}
export const _row: Exact<AmountRowDto, AmountRow> = true;

export class AmountTableDto {
  @IsString() @Matches(/^[a-z][a-z0-9-]{0,39}$/) name: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(4) @ArrayUnique() @IsIn(AMOUNT_KEYS, { each: true }) by: AmountKey[];
}
export const _table: Exact<AmountTableDto, AmountTable> = true;

export class DraftAmountsDto {
  @IsString() @MinLength(decree.min) @MaxLength(decree.max) title: string;
  @IsString() @MinLength(decree.min) @MaxLength(decree.max) decree: string;
  @IsDay() from: string;
  @ValidateIf((_, value) => value !== null) @ValidateNested() @Type(() => AmountTableDto) table: AmountTableDto | null;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(amountRows) @ValidateNested({ each: true }) @Type(() => AmountRowDto) rows: AmountRowDto[];
}
export const _amounts: Exact<DraftAmountsDto, DraftAmountsRequest> = true;

export class ReadAmountsDto {
  @IsString() @MinLength(1) @MaxLength(text) text: string;
  @IsInt() @Min(1) @Max(4) keys: number;
}
export const _read: Exact<ReadAmountsDto, ReadAmountsRequest> = true;

export class AmountColumnsQuery {
  /** Columns before the rupiah. */
  @Type(() => Number) @IsInt() @Min(1) @Max(4) keys: number = 1;
}

export class VersionParam {
  @IsIn(DOCUMENT_KINDS) kind: DocumentKind;
  @IsString() @MinLength(1) @MaxLength(200) id: string;
  @Type(() => Number) @IsInt() @Min(0) @Max(10_000) revision: number;
}
