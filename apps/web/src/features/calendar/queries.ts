import type { IsoDate } from '@ekinerja/contracts/basics';
import type { CalendarRulesView } from '@ekinerja/contracts/calendar';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../lib/api';

export const calendarRules = (date: IsoDate) =>
  queryOptions({ queryKey: ['calendar', 'rules', date], queryFn: ({ signal }) => get<CalendarRulesView>('/calendar/rules', { query: { date }, signal }) });
