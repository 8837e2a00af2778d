/** A long list in batches: one is calculated while the one before is written and the next one read. */

/** Two batches at least, so that there is something to do side by side; none so large that it weighs in memory. */
const BATCHES = 4;
const LEAST = 100;
const MOST = 500;
/** After so many the calculation lets others have a turn, the answers of the database among them. */
const BREATH = 20;

export function batchesOf<T>(items: readonly T[]): T[][] {
  const size = Math.min(MOST, Math.max(LEAST, Math.ceil(items.length / BATCHES)));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

/**
 * Loads, calculates and hands over batch after batch, each in order. What asks the database runs one after the other,
 * also when it fails: nothing of it is under way any more once this has ended.
 */
export async function inStep<Item, Facts, Result>(
  batches: readonly Item[][],
  load: (batch: Item[]) => Promise<Facts[]>,
  calculate: (facts: Facts) => Result,
  work: (results: Result[]) => Promise<void> | void,
): Promise<void> {
  let facts: Facts[] | null = null;
  let results: Result[] | null = null;
  for (let step = 0; step <= batches.length + 1; step += 1) {
    const asking: Promise<Facts[] | null> = askInTurn(results, work, batches[step], load);
    const calculating: Promise<Result[]> = calculateAll(facts ?? [], calculate);
    const [asked, calculated] = await Promise.allSettled([asking, calculating]);
    if (asked.status === 'rejected') throw asked.reason;
    if (calculated.status === 'rejected') throw calculated.reason;
    results = facts && calculated.value;
    facts = asked.value;
  }
}

async function askInTurn<Item, Facts, Result>(
  results: Result[] | null, work: (results: Result[]) => Promise<void> | void, batch: Item[] | undefined, load: (batch: Item[]) => Promise<Facts[]>,
): Promise<Facts[] | null> {
  if (results) await work(results);
  return batch ? load(batch) : null;
}

async function calculateAll<Facts, Result>(all: readonly Facts[], calculate: (facts: Facts) => Result): Promise<Result[]> {
  const results: Result[] = [];
  for (const facts of all) {
    results.push(calculate(facts));
    if (results.length % BREATH === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}
