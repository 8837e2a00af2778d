import { Module } from '@nestjs/common';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { CalendarRulesService } from './calendar-rules.service.js';
import { CalendarController } from './calendar.controller.js';

@Module({ imports: [RegulationsModule], controllers: [CalendarController], providers: [CalendarRulesService] })
export class CalendarModule {}
