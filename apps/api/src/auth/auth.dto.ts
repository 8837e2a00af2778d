import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, IsUUID, Length, MaxLength, MinLength } from 'class-validator';
import {
  PASSWORD_LIMITS, RECOVERY_LIMITS, SECOND_FACTOR_LIMITS, USERNAME_LIMITS, type BeginSecondFactorRequest, type ChangePasswordRequest,
  type MakeRecoveryRequest, type RemoveSecondFactorRequest, type SecondFactorCodeRequest, type SignInRequest, type UseRecoveryRequest,
} from '@ekinerja/contracts/auth';
import type { Uuid } from '@ekinerja/contracts/basics';
import { SUPPORT_VIEW_LIMITS, type OpenSupportViewRequest } from '@ekinerja/contracts/personal-data';
import type { Exact } from '../platform/http/exact.js';

/** Room for the spaces people put into a NIP. */
const TYPED_NAME_MAX = USERNAME_LIMITS.max + 20;

export class SignInDto {
  @ApiProperty({ description: 'NIP, atau nama pengguna bagi yang tidak memiliki NIP' })
  @IsString() @MinLength(1) @MaxLength(TYPED_NAME_MAX)
  username: string;

  @ApiProperty()
  @IsString() @MinLength(1) @MaxLength(PASSWORD_LIMITS.max)
  password: string;

  @ApiProperty({ required: false, description: 'Enam angka dari aplikasi autentikator, atau kode cadangan' })
  @IsOptional() @IsString() @MaxLength(SECOND_FACTOR_LIMITS.max)
  secondFactor?: string;
}
const signIn: Exact<SignInDto, SignInRequest> = true;
void signIn;

export class ChangePasswordDto {
  @ApiProperty()
  @IsString() @MinLength(1) @MaxLength(PASSWORD_LIMITS.max)
  currentPassword: string;

  @ApiProperty({ minLength: PASSWORD_LIMITS.min })
  @IsString() @MinLength(PASSWORD_LIMITS.min) @MaxLength(PASSWORD_LIMITS.max)
  newPassword: string;
}
const changePassword: Exact<ChangePasswordDto, ChangePasswordRequest> = true;
void changePassword;

export class BeginSecondFactorDto {
  @IsString() @MinLength(1) @MaxLength(PASSWORD_LIMITS.max)
  currentPassword: string;
}
const beginSecondFactor: Exact<BeginSecondFactorDto, BeginSecondFactorRequest> = true;
void beginSecondFactor;

export class SecondFactorCodeDto {
  @IsString() @Length(SECOND_FACTOR_LIMITS.min, SECOND_FACTOR_LIMITS.max)
  code: string;
}
const secondFactorCode: Exact<SecondFactorCodeDto, SecondFactorCodeRequest> = true;
void secondFactorCode;

export class RemoveSecondFactorDto {
  @IsString() @MinLength(1) @MaxLength(PASSWORD_LIMITS.max)
  currentPassword: string;

  @IsString() @Length(SECOND_FACTOR_LIMITS.min, SECOND_FACTOR_LIMITS.max)
  code: string;
}
const removeSecondFactor: Exact<RemoveSecondFactorDto, RemoveSecondFactorRequest> = true;
void removeSecondFactor;

export class MakeRecoveryDto {
  @IsUUID() employmentId: Uuid;

  @ApiProperty({ description: 'Bagaimana orangnya dikenali, misalnya datang sendiri dengan KTP; terbaca oleh yang bersangkutan' })
  @IsString() @Length(RECOVERY_LIMITS.reason.min, RECOVERY_LIMITS.reason.max)
  reason: string;

  @ApiProperty({ description: 'Lepas juga faktor kedua (ponsel hilang); hanya superadmin' })
  @IsBoolean()
  secondFactor: boolean;
}
const makeRecovery: Exact<MakeRecoveryDto, MakeRecoveryRequest> = true;
void makeRecovery;

export class OpenSupportViewDto {
  @IsUUID('loose') employmentId: Uuid;

  @ApiProperty({ description: 'Terbaca oleh pegawai yang bersangkutan' })
  @IsString() @Length(SUPPORT_VIEW_LIMITS.reason.min, SUPPORT_VIEW_LIMITS.reason.max)
  reason: string;
}
const openSupportView: Exact<OpenSupportViewDto, OpenSupportViewRequest> = true;
void openSupportView;

export class UseRecoveryDto {
  @IsString() @MinLength(1) @MaxLength(TYPED_NAME_MAX)
  username: string;

  @IsString() @Length(RECOVERY_LIMITS.code.min, RECOVERY_LIMITS.code.max)
  code: string;

  @ApiProperty({ minLength: PASSWORD_LIMITS.min })
  @IsString() @MinLength(PASSWORD_LIMITS.min) @MaxLength(PASSWORD_LIMITS.max)
  newPassword: string;
}
const useRecovery: Exact<UseRecoveryDto, UseRecoveryRequest> = true;
void useRecovery;
