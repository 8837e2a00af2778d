import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';

interface SearchFieldProps {
  label: string;
  description?: string;
  value: string;
  onChange: (typed: string) => void;
  /** In a row of filters it takes the room that is left; otherwise it has a width of its own. */
  inRow?: boolean;
  maxWidth?: number;
}

/** Words typed to narrow a list; as long as the server takes them (100 characters). */
export function SearchField({
  label,
  description,
  value,
  onChange,
  inRow = false,
  maxWidth,
}: SearchFieldProps) {
  return (
    <TextInput
      type="search"
      label={label}
      description={description}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={value}
      maxLength={100}
      maw={maxWidth}
      onChange={(event) => onChange(event.currentTarget.value)}
      style={inRow ? { flex: '2 1 14rem', minWidth: 0 } : undefined}
    />
  );
}
