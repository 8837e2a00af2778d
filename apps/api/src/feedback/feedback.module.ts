import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { SkpModule } from '../skp/skp.module.js';
import { CoachingService } from './coaching.service.js';
import { FeedbackLawService } from './feedback-law.service.js';
import { FeedbackRecordService } from './feedback-record.service.js';
import { FeedbackRhythmService } from './feedback-rhythm.service.js';
import { FeedbackSilenceService } from './feedback-silence.service.js';
import { FeedbackStandingService } from './feedback-standing.service.js';
import { FeedbackSubjectService } from './feedback-subject.service.js';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackRepository } from './feedback.repository.js';
import { FeedbackService } from './feedback.service.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';
import { ProgressController } from './progress.controller.js';
import { ProgressRepository } from './progress.repository.js';
import { ProgressService } from './progress.service.js';

@Module({
  imports: [AuditModule, OrganisationModule, RegulationsModule, SkpModule],
  controllers: [FeedbackController, ProgressController],
  providers: [
    FeedbackService, FeedbackRecordService, FeedbackRhythmService, FeedbackSilenceService, FeedbackStandingService, FeedbackLawService, FeedbackSubjectService, ProgressService,
    CoachingService, InvitationsService, FeedbackRepository, ProgressRepository, InvitationsRepository,
  ],
  exports: [FeedbackSilenceService, FeedbackRecordService, FeedbackStandingService, ProgressService, CoachingService],
})
export class FeedbackModule {}
