import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { PASSWORD_LIMITS, USERNAME_LIMITS, type ChangePasswordRequest, type SignInRequest } from '@ekinerja/contracts/auth';
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
