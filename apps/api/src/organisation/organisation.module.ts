import { Module } from '@nestjs/common';
import { RegulationsModule } from '../regulations/regulations.module.js';
import { AssignmentListsRepository } from './assignment-lists.repository.js';
import { AssignmentsController } from './assignments.controller.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { AssignmentsService } from './assignments.service.js';
import { DecreesController } from './decrees.controller.js';
import { DecreesService } from './decrees.service.js';
import { EvaluatorActsController } from './evaluator-acts.controller.js';
import { EvaluatorActsRepository } from './evaluator-acts.repository.js';
import { EvaluatorActsService } from './evaluator-acts.service.js';
import { LeadersController } from './leaders.controller.js';
import { LeadersService } from './leaders.service.js';
import { OrganisationListsController } from './organisation-lists.controller.js';
import { OrganisationListsService } from './organisation-lists.service.js';
import { OrganisationViewService } from './organisation-view.service.js';
import { PostListsRepository } from './post-lists.repository.js';
import { PostsController } from './posts.controller.js';
import { PostsRepository } from './posts.repository.js';
import { PostsService } from './posts.service.js';
import { UnitsRepository } from './units.repository.js';
import { UnitsService } from './units.service.js';
import { OrganisationChangesService } from './organisation-changes.service.js';
import { OrganisationController } from './organisation.controller.js';
import { OrganisationRepository } from './organisation.repository.js';
import { OrganisationService } from './organisation.service.js';
import { SnapshotBuilder } from './snapshot-builder.js';
import { SnapshotCache } from './snapshot-cache.js';
import { SnapshotRepository } from './snapshot.repository.js';

@Module({
  imports: [RegulationsModule],
  controllers: [OrganisationListsController, OrganisationController, PostsController, AssignmentsController, DecreesController, EvaluatorActsController, LeadersController],
  providers: [
    OrganisationService, OrganisationRepository, SnapshotCache, SnapshotBuilder, SnapshotRepository, OrganisationChangesService,
    AssignmentsService, AssignmentsRepository, DecreesService, UnitsService, UnitsRepository, PostsService, PostsRepository, PostListsRepository,
    OrganisationViewService, EvaluatorActsService, EvaluatorActsRepository, LeadersService,
    OrganisationListsService, AssignmentListsRepository,
  ],
  exports: [UnitsService, PostsService, OrganisationService, AssignmentsService, LeadersService, DecreesService, OrganisationChangesService, EvaluatorActsService],
})
export class OrganisationModule {}
