import { ArrayMaxSize, IsArray, IsBoolean, IsEmail, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateIf } from 'class-validator';
import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import {
  COACHING_KINDS, FEEDBACK_KINDS, FEEDBACK_LIMITS, FEEDBACK_RHYTHMS, FEEDBACK_SUBJECTS, FEEDBACK_WAYS, PROGRESS_MEASURES,
  type AgreeRhythmRequest, type AnswerFeedbackRequest, type CoachingKind, type CoachingSessionRequest, type CoachRequest, type EndCoachingRequest,
  type FeedbackKind, type FeedbackRhythm, type FeedbackSubject, type FeedbackWay, type GiveFeedbackRequest, type InviteRequest, type MarkProgressRequest,
  type OutsideFeedbackRequest, type ProgressMeasure, type TakeMeasureRequest,
} from '@ekinerja/contracts/feedback';
import { IsDay } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';

const { text, textFrom, name, office } = FEEDBACK_LIMITS;
const CODE = /^[a-z0-9-]{1,60}$/;
const given = (_: unknown, value: unknown) => value !== null;

export class GiveFeedbackDto {
  @IsUUID() employmentId: Uuid;
  @IsIn(FEEDBACK_KINDS) kind: FeedbackKind;
  @IsIn(FEEDBACK_WAYS) way: FeedbackWay;
  @ValidateIf(given) @IsDay() heldOn: IsoDate | null;
  @IsIn(FEEDBACK_SUBJECTS) subject: FeedbackSubject;
  @ValidateIf(given) @IsUUID() resultId: Uuid | null;
  @ValidateIf(given) @IsInt() @Min(0) @Max(100) indicator: number | null;
  @ValidateIf(given) @Matches(CODE) behaviour: string | null;
  @IsString() @MinLength(textFrom) @MaxLength(text) text: string;
}
export class AnswerFeedbackDto {
  @IsString() @MinLength(textFrom) @MaxLength(text) answer: string;
}
export class AgreeRhythmDto {
  @IsIn(FEEDBACK_RHYTHMS) every: FeedbackRhythm;
}
export class InviteDto {
  @IsIn(FEEDBACK_KINDS) kind: FeedbackKind;
  @IsIn(FEEDBACK_SUBJECTS) subject: FeedbackSubject;
  @ValidateIf(given) @IsUUID() resultId: Uuid | null;
  @ValidateIf(given) @IsInt() @Min(0) @Max(100) indicator: number | null;
  @ValidateIf(given) @Matches(CODE) behaviour: string | null;
  @IsString() @MinLength(2) @MaxLength(name) name: string;
  @IsString() @MinLength(2) @MaxLength(office) office: string;
  @ValidateIf(given) @IsEmail() @MaxLength(200) email: string | null;
  @ValidateIf(given) @IsString() @MinLength(textFrom) @MaxLength(FEEDBACK_LIMITS.subject) question: string | null;
}
export class OutsideFeedbackDto {
  @IsString() @MinLength(textFrom) @MaxLength(text) text: string;
}
export class MarkProgressDto {
  @ValidateIf(given) @IsUUID() resultId: Uuid | null;
  @IsBoolean() progress: boolean;
  @IsString() @MinLength(textFrom) @MaxLength(text) note: string;
}
export class TakeMeasureDto {
  @IsIn(PROGRESS_MEASURES) measure: ProgressMeasure;
  @IsString() @MinLength(textFrom) @MaxLength(text) note: string;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @Matches(CODE, { each: true }) resources?: string[];
  @IsOptional() @ValidateIf(given) @IsIn(COACHING_KINDS) coaching?: CoachingKind | null;
}
export class CoachDto {
  @IsIn(COACHING_KINDS) kind: CoachingKind;
  @IsString() @MinLength(textFrom) @MaxLength(text) reason: string;
}
export class CoachingSessionDto {
  @IsDay() heldOn: IsoDate;
  @IsString() @MinLength(textFrom) @MaxLength(text) notes: string;
  @IsString() @MinLength(textFrom) @MaxLength(text) outcome: string;
}
export class EndCoachingDto {
  @IsString() @MinLength(textFrom) @MaxLength(text) outcome: string;
}
export class SilenceQuery {
  @IsOptional() @IsUUID() skpdId?: Uuid;
}

const _give: Exact<GiveFeedbackDto, GiveFeedbackRequest> = true;
const _answer: Exact<AnswerFeedbackDto, AnswerFeedbackRequest> = true;
const _agree: Exact<AgreeRhythmDto, AgreeRhythmRequest> = true;
const _invite: Exact<InviteDto, InviteRequest> = true;
const _outside: Exact<OutsideFeedbackDto, OutsideFeedbackRequest> = true;
const _mark: Exact<MarkProgressDto, MarkProgressRequest> = true;
const _take: Exact<TakeMeasureDto, TakeMeasureRequest> = true;
const _coach: Exact<CoachDto, CoachRequest> = true;
const _session: Exact<CoachingSessionDto, CoachingSessionRequest> = true;
const _end: Exact<EndCoachingDto, EndCoachingRequest> = true;
