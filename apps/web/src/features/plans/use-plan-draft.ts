import type { WorkPlanContent, WorkPlanView } from '@ekinerja/contracts/plans';
import { useQueryClient } from '@tanstack/react-query';
import { useAutosave } from '../../lib/autosave';
import { savePlan, workPlan } from './queries';

const draftOf = ({ targets, steps }: WorkPlanContent): WorkPlanContent => ({ targets, steps });

/** The work plan as it is typed: saved by itself, asks when somebody else has saved in between. */
export function usePlanDraft(plan: WorkPlanView) {
  const client = useQueryClient();
  const { settle, ...written } = useAutosave<WorkPlanContent, WorkPlanView>({
    current: plan, draftOf,
    save: async (version, draft) => {
      const saved = await savePlan(plan.skpId, version, draft);
      client.setQueryData(workPlan(plan.skpId).queryKey, saved);
      return saved;
    },
  });
  return { ...written, take: (mine: boolean) => settle((draft) => (mine ? draft : 'theirs')) };
}
