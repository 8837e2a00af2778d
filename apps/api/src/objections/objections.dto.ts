import { IsIn, IsObject, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { EvaluationInputs } from '@ekinerja/contracts/evaluations';
import {
  OBJECTION_LIMITS, OBJECTION_OUTCOMES, OBJECTION_SIDES, type DecideObjectionRequest, type FileObjectionRequest, type ObjectionExplanationRequest,
  type ObjectionOutcome, type ObjectionQuestionRequest, type ObjectionSide, type WithdrawObjectionRequest,
} from '@ekinerja/contracts/objections';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const { reasons, text } = OBJECTION_LIMITS;

export class FileObjectionDto {
  @IsUUID() evaluationId: Uuid;
  @IsString() @MinLength(reasons.min) @MaxLength(reasons.max) reasons: string;
}

export class ObjectionQuestionDto {
  @IsIn(OBJECTION_SIDES) side: ObjectionSide;
  @IsString() @MinLength(text.min) @MaxLength(text.max) question: string;
}

export class ObjectionExplanationDto {
  @IsIn(OBJECTION_SIDES) side: ObjectionSide;
  @IsString() @MinLength(text.min) @MaxLength(text.max) text: string;
  @IsOptional() @IsUUID() questionId?: Uuid;
}

/** Which inputs there are follows from the evaluation's own form. */
export class DecideObjectionDto {
  @IsIn(OBJECTION_OUTCOMES) outcome: ObjectionOutcome;
  @IsString() @MinLength(text.min) @MaxLength(text.max) reason: string;
  @IsOptional() @IsObject() inputs?: EvaluationInputs;
  @IsOptional() @IsString() @MaxLength(text.max) recommendation?: string | null;
}

export class WithdrawObjectionDto {
  @IsString() @MinLength(text.min) @MaxLength(text.max) reason: string;
}

export class ObjectionsQuery extends PageQuery {
  @IsOptional() @IsIn(['open', 'overdue', 'decided']) state?: 'open' | 'overdue' | 'decided';
}

const _file: Exact<FileObjectionDto, FileObjectionRequest> = true;
const _question: Exact<ObjectionQuestionDto, ObjectionQuestionRequest> = true;
const _explanation: Exact<ObjectionExplanationDto, ObjectionExplanationRequest> = true;
const _decide: Exact<DecideObjectionDto, DecideObjectionRequest> = true;
const _withdraw: Exact<WithdrawObjectionDto, WithdrawObjectionRequest> = true;
