import { IsIn, IsObject } from 'class-validator';
import { NATIONAL_COLUMNS, NATIONAL_FILES, type NationalFile, type NationalHeadingsInput } from '@ekinerja/contracts/national-files';
import type { Exact } from '../platform/http/exact.js';
import { IsWords } from '../platform/http/words.validator.js';

export class NationalFileDto {
  @IsIn(NATIONAL_FILES) file: NationalFile;
}
export class NationalHeadingsDto {
  @IsObject() @IsWords(Object.values(NATIONAL_COLUMNS).flat()) columns: NationalHeadingsInput['columns'];
}
export const _headings: Exact<NationalHeadingsDto, NationalHeadingsInput> = true;
