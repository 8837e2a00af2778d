import { ArrayUnique, IsArray, IsEmail, IsIn, MaxLength, ValidateIf } from 'class-validator';
import {
  MAIL_LANGUAGES, MAIL_MODES, NOTIFICATION_TOPICS, type MailLanguage, type MailMode, type NotificationTopic, type SaveNotificationSettings,
} from '@ekinerja/contracts/notifications';
import type { Exact } from '../platform/http/exact.js';

export class NotificationSettingsDto {
  @ValidateIf((_, value) => value !== null) @IsEmail() @MaxLength(200) email: string | null;
  @IsIn(MAIL_MODES) mail: MailMode;
  @IsIn(MAIL_LANGUAGES) language: MailLanguage;
  @IsArray() @ArrayUnique() @IsIn(NOTIFICATION_TOPICS, { each: true }) muted: NotificationTopic[];
}

const _settings: Exact<NotificationSettingsDto, SaveNotificationSettings> = true;
