import { IsUUID } from 'class-validator';
import type { Uuid } from '@ekinerja/contracts/basics';
import type { PrintCodesRequest } from '@ekinerja/contracts/setup';
import type { Exact } from '../platform/http/exact.js';

export class PrintCodesDto {
  @IsUUID() skpdId: Uuid;
}
const printCodes: Exact<PrintCodesDto, PrintCodesRequest> = true;
void printCodes;
