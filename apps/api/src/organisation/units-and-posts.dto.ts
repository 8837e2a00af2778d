import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { DECREE_LIMITS } from '@ekinerja/contracts/assignments';
import { POST_KINDS, UNIT_KINDS, type IsoDate, type PostKind, type UnitKind, type Uuid } from '@ekinerja/contracts/basics';
import {
  POST_LIMITS, UNIT_LIMITS, type ChangeClassRequest, type ChangePostRequest, type ChangeUnitRequest, type CreatePostRequest, type CreateUnitRequest,
} from '@ekinerja/contracts/units-and-posts';
import { IsDay } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const OrNull = () => ValidateIf((_, value) => value !== null);
const CLASS = /^[0-9A-Za-z.]+$/;

export class OnDateQuery {
  @IsOptional() @IsDay() date?: IsoDate;
}

export class UnitNodesQuery extends OnDateQuery {
  @IsOptional() @IsUUID() parentId?: Uuid;
}

export class ListPostsQuery extends PageQuery {
  @IsOptional() @IsString() @MaxLength(100) q?: string;
  @IsOptional() @IsUUID() unitId?: Uuid;
  @IsOptional() @IsUUID() skpdId?: Uuid;
  @IsOptional() @IsDay() date?: IsoDate;
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  vacant?: boolean;
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  withoutClass?: boolean;
}

export class CreateUnitDto {
  @IsString() @Length(1, UNIT_LIMITS.code) code: string;
  @IsString() @Length(1, UNIT_LIMITS.name) name: string;
  @IsIn(UNIT_KINDS) kind: UnitKind;
  @IsUUID() parentId: Uuid;
  @IsBoolean() isSkpd: boolean;
  @IsDay() validFrom: IsoDate;
  @IsString() @Length(DECREE_LIMITS.reasonFrom, DECREE_LIMITS.reason) reason: string;
}

export class ChangeUnitDto {
  @IsString() @Length(1, UNIT_LIMITS.name) name: string;
  @IsIn(UNIT_KINDS) kind: UnitKind;
  @OrNull() @IsUUID() parentId: Uuid | null;
  @IsDay() validFrom: IsoDate;
  @IsString() @Length(DECREE_LIMITS.reasonFrom, DECREE_LIMITS.reason) reason: string;
}

export class ChangePostDto {
  @IsUUID() unitId: Uuid;
  @IsString() @Length(1, POST_LIMITS.name) name: string;
  @IsIn(POST_KINDS) kind: PostKind;
  @OrNull() @IsString() @Length(1, POST_LIMITS.level) level: string | null;
  @OrNull() @IsUUID() superiorPostId: Uuid | null;
  @IsBoolean() leader: boolean;
  @IsInt() @Min(1) @Max(POST_LIMITS.seats) seats: number;
  @IsBoolean() standingDelegate: boolean;
  @IsDay() validFrom: IsoDate;
  @IsString() @Length(DECREE_LIMITS.reasonFrom, DECREE_LIMITS.reason) reason: string;
}

export class CreatePostDto extends ChangePostDto {
  @OrNull() @Matches(CLASS) @MaxLength(POST_LIMITS.class) class: string | null;
}

export class ChangeClassDto {
  @Matches(CLASS) @MaxLength(POST_LIMITS.class) class: string;
  @OrNull() @IsString() @Length(1, DECREE_LIMITS.number) decree: string | null;
  @IsDay() validFrom: IsoDate;
  @IsString() @Length(DECREE_LIMITS.reasonFrom, DECREE_LIMITS.reason) reason: string;
}

export const _createUnit: Exact<CreateUnitDto, CreateUnitRequest> = true;
export const _changeUnit: Exact<ChangeUnitDto, ChangeUnitRequest> = true;
export const _createPost: Exact<CreatePostDto, CreatePostRequest> = true;
export const _changePost: Exact<ChangePostDto, ChangePostRequest> = true;
export const _class: Exact<ChangeClassDto, ChangeClassRequest> = true;
