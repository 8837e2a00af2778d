import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { GovernmentModule } from '../government/government.module.js';
import { TppModule } from '../tpp/tpp.module.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { TypstService } from './typst.service.js';

@Module({
  imports: [DocumentsModule, GovernmentModule, TppModule],
  controllers: [ReportsController],
  providers: [ReportsService, TypstService],
  exports: [ReportsService, TypstService],
})
export class ReportsModule {}
