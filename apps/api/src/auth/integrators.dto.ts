import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsInt, IsString, Length, Max, Min } from 'class-validator';
import { INTEGRATOR_SCOPES, type IntegratorScope } from '@ekinerja/contracts/access';
import { INTEGRATOR_LIMITS, type CreateIntegratorRequest, type RevokeIntegratorRequest, type RotateKeyRequest } from '@ekinerja/contracts/integrators';
import type { Exact } from '../platform/http/exact.js';

const { name, purpose, days, overlapHours } = INTEGRATOR_LIMITS;

export class CreateIntegratorDto {
  @IsString() @Length(name.min, name.max) name: string;
  @IsString() @Length(purpose.min, purpose.max) purpose: string;
  @ApiProperty({ enum: INTEGRATOR_SCOPES, isArray: true })
  @ArrayMinSize(1) @ArrayMaxSize(INTEGRATOR_SCOPES.length) @IsIn(INTEGRATOR_SCOPES, { each: true })
  scopes: IntegratorScope[];
  @IsInt() @Min(days.min) @Max(days.max) days: number;
}
const createIntegrator: Exact<CreateIntegratorDto, CreateIntegratorRequest> = true;
void createIntegrator;

export class RotateKeyDto {
  @IsInt() @Min(days.min) @Max(days.max) days: number;
  @ApiProperty({ description: 'Selama ini kunci lama masih berlaku; 0 mengakhirinya seketika' })
  @IsInt() @Min(overlapHours.min) @Max(overlapHours.max)
  overlapHours: number;
}
const rotateKey: Exact<RotateKeyDto, RotateKeyRequest> = true;
void rotateKey;

export class RevokeIntegratorDto {
  @IsString() @Length(5, 300) reason: string;
}
const revoke: Exact<RevokeIntegratorDto, RevokeIntegratorRequest> = true;
void revoke;
