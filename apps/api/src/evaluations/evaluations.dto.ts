import { IsIn, IsObject, IsString, IsUUID, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { ORGANISATION_PREDICATES, type IsoMonth, type OrganisationPredicate, type Uuid } from '@ekinerja/contracts/basics';
import {
  EVALUATION_LIMITS, type EvaluationInputs, type SaveEvaluationRequest, type SetUnitPerformanceRequest,
} from '@ekinerja/contracts/evaluations';
import { IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';

/** Which inputs there are follows from the form of the law; `evaluation-inputs.ts` checks them one by one. */
export class SaveEvaluationDto {
  @IsUUID() employmentId: Uuid;
  @IsMonth() month: IsoMonth;
  @IsObject() inputs: EvaluationInputs;
  @ValidateIf((_, value) => value !== null) @IsString() @MaxLength(EVALUATION_LIMITS.note) note: string | null;
}

export class SetUnitPerformanceDto {
  @IsUUID() unitId: Uuid;
  @IsMonth() month: IsoMonth;
  @IsIn(ORGANISATION_PREDICATES) predicate: OrganisationPredicate;
  @IsString() @MinLength(5) @MaxLength(EVALUATION_LIMITS.note) basis: string;
}

export class DueQuery {
  @IsMonth() month: IsoMonth;
}

const _save: Exact<SaveEvaluationDto, SaveEvaluationRequest> = true;
const _unit: Exact<SetUnitPerformanceDto, SetUnitPerformanceRequest> = true;
