import { Module } from '@nestjs/common';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { CalendarController } from './calendar.controller.js';

@Module({ imports: [RegulationsModule], controllers: [CalendarController] })
export class CalendarModule {}
