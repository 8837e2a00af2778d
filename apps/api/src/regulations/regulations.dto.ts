import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { DOCUMENT_KINDS, type DocumentKind } from '@ekinerja/contracts/basics';
import { IsDay } from '../platform/http/dates.validator.js';

export class RegulationsQuery {
  @IsOptional() @IsDay() date?: string;
}

export class RegulationKindParam {
  @IsIn(DOCUMENT_KINDS) kind: DocumentKind;
}

export class ArticleQuery {
  @IsString() @MinLength(1) @MaxLength(100) source: string;
  @IsString() @MinLength(1) @MaxLength(200) ref: string;
}
