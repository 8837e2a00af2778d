import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useFilter } from '../../lib/filters';

/** A word of the address bar, written when typing pauses; one letter finds too much. */
export function TextFilter({ name, label, type = 'search' }: { name: string; label: string; type?: 'search' | 'date' }) {
  const [value, set] = useFilter(name);
  const [typed, setTyped] = useState(value ?? '');
  const [settled] = useDebouncedValue(typed, 300);
  useEffect(() => {
    const next = settled.trim();
    if (next.length !== 1 && next !== (value ?? '')) set(next);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the address follows the field, not the other way round
  }, [settled]);
  return <TextInput type={type} label={label} value={typed} maxLength={100} onChange={(event) => setTyped(event.currentTarget.value)} />;
}
