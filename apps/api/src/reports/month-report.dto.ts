import { IsOptional, IsUUID } from 'class-validator';
import type { IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import { IsMonth } from '../platform/http/dates.validator.js';
import { PageQuery } from '../platform/http/page.query.js';

export class MonthReportQuery {
  @IsMonth() month: IsoMonth;
}

export class MissingReportsQuery extends PageQuery {
  @IsMonth() month: IsoMonth;
  @IsOptional() @IsUUID() skpdId?: Uuid;
}
