import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min, MinLength } from 'class-validator';
import { CATALOGUE_LIMITS, type DismissFreeEntryRequest, type SaveCatalogueItemRequest } from '@ekinerja/contracts/catalogue';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const { code, title, outputUnit, normMinutes, posts, postName } = CATALOGUE_LIMITS;

export class SaveCatalogueItemDto {
  @IsUUID() skpdId: Uuid;
  @IsString() @Length(1, code) code: string;
  @IsString() @MinLength(title.min) @MaxLength(title.max) title: string;
  @IsString() @Length(1, outputUnit) outputUnit: string;
  @IsInt() @Min(normMinutes.min) @Max(normMinutes.max) normMinutes: number;
  @IsArray() @ArrayMaxSize(posts) @IsString({ each: true }) @MaxLength(postName, { each: true }) posts: string[];
  @IsBoolean() active: boolean;
}

export class DismissFreeEntryDto {
  @IsUUID() skpdId: Uuid;
  @IsString() @Length(1, 1000) key: string;
}

export class CatalogueQuery extends PageQuery {
  @IsUUID() skpdId: Uuid;
  @IsOptional() @IsString() @MaxLength(100) search?: string;
}

export class SkpdQuery {
  @IsUUID() skpdId: Uuid;
}

const _save: Exact<SaveCatalogueItemDto, SaveCatalogueItemRequest> = true;
const _dismiss: Exact<DismissFreeEntryDto, DismissFreeEntryRequest> = true;
