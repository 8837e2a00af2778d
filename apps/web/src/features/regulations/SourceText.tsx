import { Anchor, Code } from '@mantine/core';

/** The text as written, with its line numbers, closed until somebody wants it. */
export function SourceText({ title, text, open = false }: { title: string; text: string; open?: boolean }) {
  const lines = text.replace(/\n$/, '').split('\n');
  const wide = String(lines.length).length;
  return (
    <details open={open}>
      <summary>
        <Anchor component="span">{title}</Anchor>
      </summary>
      <Code block mt="xs" style={{ overflow: 'auto', maxHeight: '32rem' }} tabIndex={0}>
        {lines.map((line, at) => `${String(at + 1).padStart(wide)}  ${line}`).join('\n')}
      </Code>
    </details>
  );
}
