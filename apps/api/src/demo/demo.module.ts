import { Module } from '@nestjs/common';
import { GovernmentModule } from '../government/government.module.js';
import { DemoController } from './demo.controller.js';
import { DemoFilesService } from './demo-files.service.js';

/** The demo regency: its files over HTTP. Filling the database happens at start (`set-up.ts`). */
@Module({ imports: [GovernmentModule], controllers: [DemoController], providers: [DemoFilesService] })
export class DemoModule {}
