import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength,
  ValidateIf, ValidateNested,
} from 'class-validator';
import type { DecimalString, IsoDate, Uuid } from '@ekinerja/contracts/basics';
import {
  INDICATOR_ASPECTS, REPORT_RHYTHMS, RESULT_KINDS, RESULT_TASKS, SKP_DOCUMENT_USES, SKP_LIMITS, SKP_STATUSES, TARGET_APPROACHES, TARGET_DIRECTIONS, TRANSFER_LETTERS, type CreateSkpRequest, type IndicatorAspect, type ReportRhythm, type ResultKind, type ResultTask, type SaveSkpRequest, type SkpDocumentUse, type SkpStatus, type TargetApproach, type TargetDirection, type TransferLetterKind,
} from '@ekinerja/contracts/skp';
import type {
  AddSkpDocumentQuery, CloseSkpRequest, DetermineSkpRequest, ReasonRequest, RecordDialogueRequest, ReturnSkpRequest, ReviewSkpRequest, SettleDisputeRequest, StartChangeRequest, VerifySkpRequest,
} from '@ekinerja/contracts/skp-record';
import type { MakeTemplateRequest, PostDutiesRequest, SkpYearRequest } from '@ekinerja/contracts/skp-year';
import { IsDay, IsDecimal2 } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const YEARS = { first: 2000, last: 2199 } as const;
const CODE = /^[a-z0-9-]{1,60}$/;
const PLACE = /^[A-Za-z0-9.-]{1,120}$/;

export class TransferLetterDto {
  @IsIn(TRANSFER_LETTERS) kind: TransferLetterKind;
  @IsString() @MinLength(1) @MaxLength(SKP_LIMITS.number) number: string;
  @IsDay() date: IsoDate;
}

export class CreateSkpDto {
  @IsInt() @Min(YEARS.first) @Max(YEARS.last) year: number;
  @IsOptional() @IsUUID() copySkpId?: Uuid;
  @IsOptional() @IsUUID() copyTemplateId?: Uuid;
  @IsOptional() @ValidateNested() @Type(() => TransferLetterDto) letter?: TransferLetterDto;
}

/** Texts may be empty in a draft; what still lacks is shown as a finding and stops the submission only. */
export class SkpIndicatorDto {
  @IsIn(INDICATOR_ASPECTS) aspect: IndicatorAspect;
  @IsString() @MaxLength(SKP_LIMITS.indicator) indicator: string;
  @IsString() @MaxLength(SKP_LIMITS.target) target: string;
  @IsString() @MaxLength(SKP_LIMITS.unit) unit: string;
  @IsOptional() @IsIn(TARGET_APPROACHES) approach?: TargetApproach;
  @IsOptional() @IsIn(TARGET_DIRECTIONS) direction?: TargetDirection;
  @IsOptional() @IsString() @MaxLength(SKP_LIMITS.target) targetTo?: string;
}

export class SkpAssignmentDto {
  @IsString() @MaxLength(SKP_LIMITS.name) givenBy: string;
  @IsString() @MaxLength(SKP_LIMITS.number) decisionNumber: string;
  @ValidateIf((_, value) => value !== null) @IsDay() decisionDate: IsoDate | null;
  @IsString() @MaxLength(SKP_LIMITS.name) signatory: string;
  @ValidateIf((_, value) => value !== null) @IsUUID() documentId: Uuid | null;
  @IsArray() @ArrayMaxSize(SKP_LIMITS.list) @Matches(CODE, { each: true }) conditions: string[];
}

export class SkpPointDto {
  @IsString() @MinLength(1) @MaxLength(SKP_LIMITS.unit) code: string;
  @IsDecimal2() quantity: DecimalString;
}

export class SkpResultDto {
  @IsUUID() id: Uuid;
  @IsIn(RESULT_TASKS) task: ResultTask;
  @IsIn(RESULT_KINDS) kind: ResultKind;
  @IsString() @MaxLength(SKP_LIMITS.title) title: string;
  @ValidateIf((_, value) => value !== null) @IsUUID() superiorResultId: Uuid | null;
  @IsOptional() @IsBoolean() linkLater?: boolean;
  @IsOptional() @ValidateNested() @Type(() => SkpAssignmentDto) assignment?: SkpAssignmentDto | null;
  @IsOptional() @IsUUID() objectiveId?: Uuid | null;
  @IsOptional() @IsArray() @ArrayMaxSize(SKP_LIMITS.list) @ArrayUnique((point: SkpPointDto) => point?.code) @ValidateNested({ each: true }) @Type(() => SkpPointDto) points?: SkpPointDto[];
  @IsArray() @ArrayMaxSize(SKP_LIMITS.indicators) @ValidateNested({ each: true }) @Type(() => SkpIndicatorDto) indicators: SkpIndicatorDto[];
}

export class SkpSourceDto {
  @Matches(CODE) code: string;
  @IsString() @MaxLength(SKP_LIMITS.number) number: string;
  @ValidateIf((_, value) => value !== null) @IsDay() date: IsoDate | null;
}
export class SkpExpectationDto {
  @Matches(CODE) code: string;
  @IsString() @MaxLength(SKP_LIMITS.text) expectation: string;
}
export class SkpResourceDto {
  @IsString() @MinLength(1) @MaxLength(SKP_LIMITS.unit) kind: string;
  @IsString() @MaxLength(SKP_LIMITS.text) need: string;
}
export class SkpAccountabilityDto {
  @IsIn(REPORT_RHYTHMS) rhythm: ReportRhythm;
  @IsString() @MaxLength(SKP_LIMITS.text) progress: string;
  @IsString() @MaxLength(SKP_LIMITS.text) final: string;
}
export class SkpConsequencesDto {
  @IsString() @MaxLength(SKP_LIMITS.text) positive: string;
  @IsString() @MaxLength(SKP_LIMITS.text) negative: string;
}
export class SkpPlanDto {
  @IsArray() @ArrayMaxSize(SKP_LIMITS.list) @ArrayUnique((source: SkpSourceDto) => source?.code) @ValidateNested({ each: true }) @Type(() => SkpSourceDto) sources: SkpSourceDto[];
  @IsArray() @ArrayMaxSize(SKP_LIMITS.list) @ValidateNested({ each: true }) @Type(() => SkpExpectationDto) behaviour: SkpExpectationDto[];
  @IsArray() @ArrayMaxSize(SKP_LIMITS.list) @ValidateNested({ each: true }) @Type(() => SkpResourceDto) resources: SkpResourceDto[];
  @ValidateIf((_, value) => value !== null) @IsObject() @ValidateNested() @Type(() => SkpAccountabilityDto) accountability: SkpAccountabilityDto | null;
  @IsObject() @ValidateNested() @Type(() => SkpConsequencesDto) consequences: SkpConsequencesDto;
}

export class SaveSkpDto {
  @IsArray()
  @ArrayMaxSize(SKP_LIMITS.results)
  @ArrayUnique((result: SkpResultDto) => result?.id)
  @ValidateNested({ each: true })
  @Type(() => SkpResultDto)
  results: SkpResultDto[];
  @IsOptional() @ValidateNested() @Type(() => SkpPlanDto) plan?: SkpPlanDto;
}

export class SkpFieldNoteDto {
  @Matches(PLACE) place: string;
  @IsString() @MinLength(1) @MaxLength(SKP_LIMITS.note) text: string;
}
export class ReturnSkpDto {
  @IsString() @MinLength(5) @MaxLength(SKP_LIMITS.note) reason: string;
  @IsOptional() @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => SkpFieldNoteDto) notes?: SkpFieldNoteDto[];
}
export class SkpReasonDto {
  @IsString() @MinLength(5) @MaxLength(SKP_LIMITS.note) reason: string;
}
export class IndicatorTickDto {
  @IsUUID() resultId: Uuid;
  @IsInt() @Min(0) @Max(SKP_LIMITS.indicators) indicator: number;
  @IsArray() @ArrayMaxSize(20) @Matches(CODE, { each: true }) criteria: string[];
}
export class ReviewSkpDto {
  @IsString() @MaxLength(SKP_LIMITS.note) remarks: string;
  @IsArray() @ArrayMaxSize(SKP_LIMITS.results * SKP_LIMITS.indicators) @ValidateNested({ each: true }) @Type(() => IndicatorTickDto) ticks: IndicatorTickDto[];
}
export class VerifySkpDto {
  @IsString() @MaxLength(SKP_LIMITS.note) remarks: string;
  @IsBoolean() documentsChecked: boolean;
}
export class RecordDialogueDto {
  @IsDay() heldOn: IsoDate;
  @IsString() @MaxLength(SKP_LIMITS.note) notes: string;
  @IsArray() @ArrayMaxSize(SKP_LIMITS.results) @IsUUID(undefined, { each: true }) resultIds: Uuid[];
}
export class DetermineSkpDto {
  @IsOptional() @ValidateNested() @Type(() => RecordDialogueDto) dialogue?: RecordDialogueDto;
}
export class SettleDisputeDto extends ReturnSkpDto {
  @IsIn(['determine', 'amend']) outcome: 'determine' | 'amend';
}
export class AttainmentDto {
  @IsUUID() resultId: Uuid;
  @IsString() @MaxLength(SKP_LIMITS.text) attainment: string;
}
export class CloseSkpDto {
  @IsString() @MinLength(5) @MaxLength(SKP_LIMITS.note) reason: string;
  @IsArray() @ArrayMaxSize(SKP_LIMITS.results) @ValidateNested({ each: true }) @Type(() => AttainmentDto) attainments: AttainmentDto[];
}
export class StartChangeDto {
  @IsString() @MinLength(5) @MaxLength(SKP_LIMITS.note) reason: string;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @Matches(CODE, { each: true }) resources?: string[];
}
export class MakeTemplateDto {
  @IsString() @MinLength(3) @MaxLength(SKP_LIMITS.name) name: string;
  @IsUUID() skpId: Uuid;
}
export class PostDutiesDto {
  @IsArray() @ArrayMaxSize(SKP_LIMITS.list) @IsString({ each: true }) @MinLength(3, { each: true }) @MaxLength(SKP_LIMITS.text, { each: true }) duties: string[];
}
export class SkpYearDto {
  @IsInt() @Min(YEARS.first) @Max(YEARS.last) year: number;
  @IsUUID() skpdId: Uuid;
}

export class MineQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(YEARS.first) @Max(YEARS.last) year?: number;
}
export class SkpYearQuery {
  @Type(() => Number) @IsInt() @Min(YEARS.first) @Max(YEARS.last) year: number;
}
export class ProgressQuery extends SkpYearQuery {
  @IsUUID() skpdId: Uuid;
}
export class SkpImportQuery extends ProgressQuery {
  @IsOptional() @IsIn(['true', 'false']) apply?: 'true' | 'false';
}
export class NationalSkpQuery {
  @Type(() => Number) @IsInt() @Min(YEARS.first) @Max(YEARS.last) year: number;
  @IsOptional() @IsIn(['true', 'false']) apply?: 'true' | 'false';
  /** Rows of people who are not on record here are passed over and counted. */
  @IsOptional() @IsIn(['true', 'false']) leaveUnknown?: 'true' | 'false';
  /** The day of determination where the file names none. */
  @IsOptional() @IsDay() determinedOn?: IsoDate;
}
export class MissingSkpQuery extends PageQuery {
  @Type(() => Number) @IsInt() @Min(YEARS.first) @Max(YEARS.last) year: number;
  @IsOptional() @IsUUID() skpdId?: Uuid;
}
export class SkpListQuery extends MissingSkpQuery {
  @IsOptional() @IsIn(SKP_STATUSES) status?: SkpStatus;
  @IsOptional() @IsIn(['true', 'false']) late?: 'true' | 'false';
  @IsOptional() @IsString() @MaxLength(100) q?: string;
}
export class CompareQuery {
  @Type(() => Number) @IsInt() @Min(1) @Max(9999) from: number;
  @Type(() => Number) @IsInt() @Min(1) @Max(9999) to: number;
}
/** What a supporting document is, beside its file (KS 1(7)). */
export class AddSkpDocumentDto {
  @IsIn(SKP_DOCUMENT_USES) use: SkpDocumentUse;
  @IsString() @MinLength(2) @MaxLength(SKP_LIMITS.name) kind: string;
  @IsString() @MinLength(1) @MaxLength(SKP_LIMITS.number) number: string;
  @IsDay() date: IsoDate;
  @IsString() @MinLength(2) @MaxLength(SKP_LIMITS.name) signatory: string;
}

const _create: Exact<CreateSkpDto, CreateSkpRequest> = true;
const _save: Exact<SaveSkpDto, SaveSkpRequest> = true;
const _return: Exact<ReturnSkpDto, ReturnSkpRequest> = true;
const _reason: Exact<SkpReasonDto, ReasonRequest> = true;
const _review: Exact<ReviewSkpDto, ReviewSkpRequest> = true;
const _verify: Exact<VerifySkpDto, VerifySkpRequest> = true;
const _dialogue: Exact<RecordDialogueDto, RecordDialogueRequest> = true;
const _determine: Exact<DetermineSkpDto, DetermineSkpRequest> = true;
const _settle: Exact<SettleDisputeDto, SettleDisputeRequest> = true;
const _close: Exact<CloseSkpDto, CloseSkpRequest> = true;
const _change: Exact<StartChangeDto, StartChangeRequest> = true;
const _template: Exact<MakeTemplateDto, MakeTemplateRequest> = true;
const _duties: Exact<PostDutiesDto, PostDutiesRequest> = true;
const _year: Exact<SkpYearDto, SkpYearRequest> = true;
const _document: Exact<AddSkpDocumentDto, AddSkpDocumentQuery> = true;
