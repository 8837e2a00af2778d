type Messages = Record<string, unknown>;

const files = import.meta.glob<{ default: Messages }>('../messages/*/*.json');

export async function readMessages(language: string, namespace: string): Promise<Messages> {
  const file = files[`../messages/${language}/${namespace}.json`];
  if (!file) throw new Error(`No messages ${language}/${namespace}`);
  return (await file()).default;
}
