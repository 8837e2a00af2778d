import { IsMonth } from '../platform/http/dates.validator.js';

export class CalendarQuery {
  @IsMonth() month: string;
}
