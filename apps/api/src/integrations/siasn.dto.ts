import { IsIn } from 'class-validator';
import type { IsoMonth } from '@ekinerja/contracts/basics';
import { EVALUATION_KINDS, type EvaluationKind } from '@ekinerja/contracts/evaluations';
import type { SiasnResultsQuery } from '@ekinerja/contracts/siasn';
import { IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';

export class SiasnResultsDto {
  @IsIn(EVALUATION_KINDS) kind: EvaluationKind;
  @IsMonth() month: IsoMonth;
}
const _results: Exact<SiasnResultsDto, SiasnResultsQuery> = true;
void _results;
