import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../platform/http/page.query.js';

export class ListAuditQuery extends PageQuery {
  @IsOptional() @IsString() @MaxLength(60) subjectType?: string;
  @IsOptional() @IsString() @MaxLength(80) subjectId?: string;
}
