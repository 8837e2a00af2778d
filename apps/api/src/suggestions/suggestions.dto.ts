import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { SUGGESTION_KINDS, SUGGESTION_LIMITS, type SuggestionKind, type SuggestionMessageRequest, type WriteSuggestionRequest } from '@ekinerja/contracts/suggestions';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const { text } = SUGGESTION_LIMITS;

export class WriteSuggestionDto {
  @IsIn(SUGGESTION_KINDS) kind: SuggestionKind;
  @IsString() @MinLength(text.min) @MaxLength(text.max) text: string;
  @ValidateIf((_, value) => value !== null) @IsUUID() activityId: Uuid | null;
}

export class SuggestionMessageDto {
  @IsString() @MinLength(2) @MaxLength(text.max) text: string;
}

export class SuggestionsQuery extends PageQuery {
  @IsOptional() @IsIn(['received', 'sent']) box?: 'received' | 'sent';
}

const _write: Exact<WriteSuggestionDto, WriteSuggestionRequest> = true;
const _message: Exact<SuggestionMessageDto, SuggestionMessageRequest> = true;
