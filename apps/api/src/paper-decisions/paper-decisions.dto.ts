import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDefined, IsIn, IsInt, IsString, IsUUID, Length, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { PAPER_ACTS, PAPER_LIMITS, type PaperAct, type PaperDecisionRequest, type SignedPaper } from '@ekinerja/contracts/paper-decisions';
import { SaveEvaluationDto } from '../evaluations/evaluations.dto.js';
import { IsDay, IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { RecordDialogueDto } from '../skp/skp.dto.js';

const OrNull = () => ValidateIf((_, value) => value !== null);

export class SignedPaperDto {
  @OrNull() @IsString() @MaxLength(PAPER_LIMITS.number) number: string | null;
  @IsDay() signedOn: IsoDate;
  @IsUUID() fileId: Uuid;
}

export class PaperDecisionDto {
  @IsIn(PAPER_ACTS) act: PaperAct;
  @IsUUID() signerEmploymentId: Uuid;
  @IsDefined() @ValidateNested() @Type(() => SignedPaperDto) paper: SignedPaperDto;
  @IsArray() @ArrayMaxSize(PAPER_LIMITS.entries) @IsUUID('all', { each: true }) subjectIds: Uuid[];
  @OrNull() @IsInt() @Min(1) version: number | null;
  @OrNull() @ValidateNested() @Type(() => SaveEvaluationDto) evaluation: SaveEvaluationDto | null;
  @OrNull() @ValidateNested() @Type(() => RecordDialogueDto) dialogue: RecordDialogueDto | null;
  @OrNull() @IsString() @Length(PAPER_LIMITS.reasonFrom, PAPER_LIMITS.reason) reason: string | null;
}

export class PaperWaitingQuery {
  @IsMonth() month: IsoMonth;
}

export const _paper: Exact<SignedPaperDto, SignedPaper> = true;
export const _decision: Exact<PaperDecisionDto, PaperDecisionRequest> = true;
