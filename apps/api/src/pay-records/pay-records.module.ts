import { Module } from '@nestjs/common';
import { PeriodsModule } from '../periods/periods.module.js';
import { FormUploads } from '../platform/http/upload.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { BankAccountRepository } from './bank-account.repository.js';
import { BankAccountsService } from './bank-accounts.service.js';
import { FactImportRepository } from './fact-import.repository.js';
import { FactImportService } from './fact-import.service.js';
import { PayFactsController } from './pay-facts.controller.js';
import { PayRecordRepository } from './pay-record.repository.js';
import { PayRecordsController } from './pay-records.controller.js';
import { PayRecordsService } from './pay-records.service.js';
import { SalaryRepository } from './salary.repository.js';
import { SalaryService } from './salary.service.js';

@Module({
  imports: [PeriodsModule, RegulationsModule],
  controllers: [PayRecordsController, PayFactsController],
  providers: [BankAccountRepository, BankAccountsService, FactImportRepository, FactImportService, FormUploads, PayRecordRepository, PayRecordsService, SalaryRepository, SalaryService],
  exports: [BankAccountsService, PayRecordsService, SalaryService],
})
export class PayRecordsModule {}
