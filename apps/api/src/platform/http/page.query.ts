import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PAGE_LIMIT } from './cursor.js';

/** Query of every paged list. */
export class PageQuery {
  @IsOptional() @IsString() @MaxLength(400) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(PAGE_LIMIT.most) limit?: number;
}
