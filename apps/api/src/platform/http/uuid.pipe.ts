import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { DomainError } from '../problem/domain.error.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id in the path. One that is no UUID is nobody's; the refusal names the parameter. */
export class UuidPipe implements PipeTransform<string, string> {
  transform(value: string, { data }: ArgumentMetadata): string {
    if (!UUID.test(value)) throw new DomainError('not-found', { parameter: data ?? 'id' });
    return value;
  }
}
