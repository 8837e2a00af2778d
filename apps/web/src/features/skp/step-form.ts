import type { SkpDetail } from '@ekinerja/contracts/skp-detail';
import type { Step } from './queries';

/** What every form of a step is given. */
export interface StepForm {
  skp: SkpDetail;
  busy: boolean;
  onStep: (step: Omit<Step, 'version'>) => void;
  onCancel: () => void;
}
