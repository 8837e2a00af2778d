import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import type { IsoDate, IsoMonth, Uuid } from '@ekinerja/contracts/basics';
import {
  COMPLIANCE_LACKS, COORDINATIONS, DATA_SUBJECTS, OVERSIGHT_KINDS, OVERSIGHT_LIMITS, OVERSIGHT_RECEIVERS, type ComplianceLack, type Coordination, type CoordinateRequest, type DataSubject,
  type DecideDataRequest, type DeliverReportRequest, type DrawReportRequest, type OversightKind, type OversightReceiver, type PublishReportRequest, type RedrawReportRequest, type RegisterDataRequest,
} from '@ekinerja/contracts/oversight';
import { IsDay, IsMonth } from '../platform/http/dates.validator.js';
import type { Exact } from '../platform/http/exact.js';
import { PageQuery } from '../platform/http/page.query.js';

const { notes, medium, party, purpose, official, answer, letter, people } = OVERSIGHT_LIMITS;

export class StagesQuery {
  @IsMonth() month: IsoMonth;
  @IsOptional() @IsUUID() skpdId?: Uuid;
}

export class ComplianceQuery extends PageQuery {
  @IsMonth() month: IsoMonth;
  @IsOptional() @IsUUID() skpdId?: Uuid;
  @IsOptional() @IsIn(COMPLIANCE_LACKS) lacking?: ComplianceLack;
}

export class ArchiveQuery extends PageQuery {
  @IsOptional() @IsString() @MaxLength(letter) kind?: string;
  @IsOptional() @IsString() @MaxLength(letter) number?: string;
  @IsOptional() @IsDay() from?: IsoDate;
  @IsOptional() @IsDay() to?: IsoDate;
}

export class ReportsQuery {
  @Type(() => Number) @IsInt() @Min(2000) @Max(2200) year: number;
}

export class DrawReportDto {
  @IsIn(OVERSIGHT_KINDS) kind: OversightKind;
  @Matches(/^\d{4}(-(Q[1-4]|S[12]|\d\d))?$/) period: string;
  @IsString() @MaxLength(notes) notes: string;
}
const drawReport: Exact<DrawReportDto, DrawReportRequest> = true;
void drawReport;

export class RedrawReportDto {
  @IsString() @MaxLength(notes) notes: string;
}
const redrawReport: Exact<RedrawReportDto, RedrawReportRequest> = true;
void redrawReport;

export class DeliverReportDto {
  @IsIn(OVERSIGHT_RECEIVERS) receiver: OversightReceiver;
  @IsDay() deliveredOn: IsoDate;
}
const deliverReport: Exact<DeliverReportDto, DeliverReportRequest> = true;
void deliverReport;

export class PublishReportDto {
  @ValidateIf((_, value) => value !== null) @IsString() @Length(3, medium) medium: string | null;
}
const publishReport: Exact<PublishReportDto, PublishReportRequest> = true;
void publishReport;

export class RegisterDataRequestDto {
  @IsString() @Length(3, party) party: string;
  @IsString() @Length(purpose.min, purpose.max) purpose: string;
  @IsIn(DATA_SUBJECTS) subject: DataSubject;
  @IsUUID() skpdId: Uuid;
  @ValidateIf((_, value) => value !== null) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(people) @ArrayUnique() @IsUUID('loose', { each: true }) employmentIds: Uuid[] | null;
  @IsMonth() from: IsoMonth;
  @IsMonth() to: IsoMonth;
  @IsString() @Length(1, letter) letterNumber: string;
  @IsDay() letterDate: IsoDate;
}
const registerDataRequest: Exact<RegisterDataRequestDto, RegisterDataRequest> = true;
void registerDataRequest;

export class CoordinateDto {
  @IsIn(COORDINATIONS) with: Coordination;
  @IsString() @Length(3, official) official: string;
  @IsDay() heldOn: IsoDate;
}
const coordinate: Exact<CoordinateDto, CoordinateRequest> = true;
void coordinate;

export class DecideDataRequestDto {
  @IsBoolean() approve: boolean;
  @IsString() @Length(5, answer) answer: string;
}
const decideDataRequest: Exact<DecideDataRequestDto, DecideDataRequest> = true;
void decideDataRequest;
