import type { EvaluatorLink, EvaluatorPerson } from '@ekinerja/contracts/organisation';
import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Cite } from '../../ui/Cite';

interface EvaluatorChainProps {
  chain: readonly EvaluatorLink[];
  evaluator: EvaluatorPerson | null;
}

/** The posts that were asked, upward, and what came of each. */
export function EvaluatorChain({ chain, evaluator }: EvaluatorChainProps) {
  const { t } = useTranslation('employees');
  return (
    <List type="ordered" spacing="xs">
      {chain.map((link, at) => {
        // Somebody acting in a vacant post is taken as well; the sentence says in which capacity.
        const acting = link.outcome === 'taken' && evaluator?.postId === link.postId && evaluator.capacity !== 'definitive';
        return (
          <List.Item key={at}>
            <Text component="span">
              {t(`outcome.${acting ? 'acting' : link.outcome}`, {
                post: link.postName ?? '',
                person: link.personName ?? '',
                capacity: acting && evaluator ? t(`assignment.${evaluator.capacity}`) : '',
              })}
            </Text>
            {link.cite ? (
              <Text size="sm" component="div">
                {t('evaluator.basis')}: <Cite cite={link.cite} />
              </Text>
            ) : null}
          </List.Item>
        );
      })}
    </List>
  );
}
