// The month close against its yardstick, at one or more sizes, in interleaved rounds.
import { startChild } from './child.mjs';
import { median, milliseconds, ratios, turned } from './measure.mjs';

const PEAK_AIM = 600;
const RATIO_AIM = 3;

/** @param sites [{ people, url, dataDir }], smallest first
 *  @param leaveClosed the reads that follow shall find the month of the first site closed */
export async function measureClose(sites, { rounds, leaveClosed, say }) {
  const sides = [];
  try {
    for (const site of sites) sides.push(await openSite(site, say));
    for (let round = 0; round < rounds; round += 1) {
      for (const side of sides) await oneRound(side, round, say);
    }
    if (leaveClosed) {
      await sides[0].yardstick.call('reset');
      await sides[0].service.call('round');
    }
    return [...sides.flatMap(closeRows), ...scaleRows(sides)];
  } finally {
    for (const { service, yardstick } of sides) {
      await service.stop();
      await yardstick.stop();
    }
  }
}

async function openSite(site, say) {
  const service = await startChild('./close-process.mjs', site);
  const yardstick = await startChild('./close-yardstick.mjs', site);
  // Once unmeasured: code is compiled, pages are in memory, and the slips to copy exist.
  await yardstick.call('reset');
  const { ms } = await service.call('round');
  const slips = await yardstick.call('learn');
  say(
    `${site.people}: pemanasan ${milliseconds(ms)}; ${slips.slips} slip, rata-rata ${slips.bytes} B, terbesar ${slips.most} B, ${slips.excluded} dikecualikan`,
  );
  for (const way of ['sent', 'copied']) {
    await yardstick.call('reset');
    await yardstick.call('round', way);
  }
  return { site, service, yardstick, service_ms: [], sent: [], again: [], copied: [], peak: 0 };
}

async function oneRound(side, round, say) {
  const { service, yardstick } = side;
  const work = {
    service_ms: () => service.call('round'),
    sent: () => yardstick.call('round', 'sent'),
    again: () => yardstick.call('round', 'sent'),
    copied: () => yardstick.call('round', 'copied'),
  };
  for (const name of turned(['service_ms', 'sent', 'again', 'copied'], round)) {
    await yardstick.call('reset');
    const { ms, peak } = await work[name]();
    side[name].push(ms);
    if (peak) side.peak = peak;
  }
  const last = (name) => milliseconds(side[name].at(-1));
  say(
    `${side.site.people}, putaran ${round + 1}: layanan ${last('service_ms')}, pembanding ${last('sent')}/${last('again')}, disalin ${last('copied')}`,
  );
}

function closeRows(side) {
  const { site, service_ms, sent, again, copied, peak } = side;
  const control = ratios(again, sent).median;
  const bySent = ratios(service_ms, sent);
  const byCopy = ratios(service_ms, copied);
  const a = milliseconds(median(service_ms));
  return [
    {
      measure: `close, ${site.people} (B sends the slips)`,
      a,
      b: milliseconds(median(sent)),
      ratio: bySent,
      control,
      aim: `≤ ${RATIO_AIM}`,
      met: bySent.median <= RATIO_AIM,
    },
    {
      measure: `close, ${site.people} (B copies them in the server)`,
      a,
      b: milliseconds(median(copied)),
      ratio: byCopy,
      control,
      aim: `≤ ${RATIO_AIM}`,
      met: byCopy.median <= RATIO_AIM,
    },
    {
      measure: `close, ${site.people}: peak memory`,
      a: `${peak.toFixed(0)} MB`,
      aim: `< ${PEAK_AIM} MB`,
      met: peak < PEAK_AIM,
    },
  ];
}

/** How the close grows with its people; B: how the yardstick does. */
function scaleRows(sides) {
  return sides.slice(1).map((big, index) => {
    const small = sides[index];
    const ratio = ratios(big.service_ms, small.service_ms);
    const times = big.site.people / small.site.people;
    const aim = Number((times * 1.1).toFixed(2));
    return {
      measure: `close, ${big.site.people} against ${small.site.people}`,
      a: milliseconds(median(big.service_ms)),
      b: milliseconds(median(small.service_ms)),
      ratio,
      control: ratios(big.again, small.again).median / ratios(big.sent, small.sent).median,
      aim: `≤ ${aim}`,
      met: ratio.median <= aim,
    };
  });
}
