import { Module } from '@nestjs/common';

/** The demo regency. */
@Module({})
export class DemoModule {}
