import { lookup, type LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The address leads into the own network, or is none. */
export class InnerAddress extends Error {}

type Looked = (error: Error | null, addresses: LookupAddress[]) => void;

/**
 * Which addresses a message may go to: public ones, and networks that the operator names. Loopback, private, link-local
 * (the metadata of clouds), shared, multicast, mapped and tunnelled ranges are refused.
 */
export class AddressCheck {
  private readonly allowed: ReturnType<typeof ipaddr.parseCIDR>[];

  constructor(networks: readonly string[]) {
    this.allowed = networks.map((network) => ipaddr.parseCIDR(network));
  }

  allows(text: string): boolean {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text);
    if (address.range() === 'unicast') return true;
    return this.allowed.some(([network, bits]) => network.kind() === address.kind() && address.match(network as never, bits));
  }

  /** An address written out as such never reaches `lookup`. @throws InnerAddress */
  requireAllowed(hostname: string): void {
    const host = hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) && !this.allows(host)) throw new InnerAddress(host);
  }

  /**
   * The name is resolved once and the connection goes to what was checked: a name that answers differently the next
   * moment (DNS rebinding) gains nothing. One inner address among many is enough to refuse.
   */
  readonly lookup = (hostname: string, options: object, done: Looked): void => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const inner = found.find(({ address }) => !this.allows(address));
      if (inner || found.length === 0) return done(new InnerAddress(inner?.address ?? hostname), []);
      return done(null, found);
    });
  };
}
