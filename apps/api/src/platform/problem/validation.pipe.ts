import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { FieldProblem } from '@ekinerja/contracts/errors';
import { DomainError } from './domain.error.js';

/** Bodies, queries and parameters are checked against their class; unknown keys are refused, every bad field is named. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => new DomainError('validation-failed', {}, { fields: fieldProblems(errors) }),
  });
}

/** Every bad field of a checked class, nested ones by their path. */
export function fieldProblems(errors: ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = parent ? `${parent}.${error.property}` : error.property;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({ field, rule, params: { message } }));
    return [...own, ...fieldProblems(error.children ?? [], field)];
  });
}
