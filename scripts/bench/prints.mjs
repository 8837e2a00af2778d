// Papers of many in the background: pages a second, and how long the lists of all SKPDs take.
import { startChild } from './child.mjs';
import { milliseconds } from './measure.mjs';

const PAGES_A_SECOND = 150;
const LISTS_MS = 60_000;

export async function measurePrints(site, { say }) {
  const service = await startChild('./prints-process.mjs', site);
  try {
    const rows = [];
    for (const kind of ['slips', 'month-reports']) {
      const { ms, pages, files, cpuMs } = await service.call('print', kind);
      const rate = (pages * 1000) / ms;
      say(`${kind}: ${pages} halaman, ${files} berkas, ${milliseconds(ms)}, ${(cpuMs / pages).toFixed(1)} ms CPU per halaman`);
      rows.push({
        measure: `prints, ${site.people}: ${kind} (${pages} pages, ${(cpuMs / pages).toFixed(1)} ms of processor a page)`,
        a: `${rate.toFixed(0)}/s`, aim: `≥ ${PAGES_A_SECOND}/s`, met: rate >= PAGES_A_SECOND,
      });
    }
    const { ms, files, cpuMs, peak } = await service.call('print', 'lists');
    say(`lists: ${files} kertas, ${milliseconds(ms)}, ${milliseconds(cpuMs)} CPU`);
    rows.push({ measure: `prints, ${site.people}: recap and lists of all SKPDs (${files} papers, ${milliseconds(cpuMs)} of processor)`, a: milliseconds(ms), aim: `< ${LISTS_MS / 1000} s`, met: ms < LISTS_MS });
    rows.push({ measure: `prints, ${site.people}: peak memory`, a: `${peak.toFixed(0)} MB` });
    return rows;
  } finally {
    await service.stop();
  }
}
