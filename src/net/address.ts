import { BlockList, isIPv4, isIPv6 } from 'node:net'

type Range = readonly [first: string, prefix: number]

/** IPv4 that no public page stands at (IANA IPv4 Special-Purpose Address Registry), and a cloud's metadata at a public number. */
const CLOSED_4: readonly Range[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Global unicast: all else of IPv6 is local, mapped, translated, multicast or not assigned. */
const OPEN_6: readonly Range[] = [['2000::', 3]]

/** Within global unicast: protocols with an address inside (Teredo, 6to4), and examples. */
const CLOSED_6: readonly Range[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

function listOf(ranges: readonly Range[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const [first, prefix] of ranges) list.addSubnet(first, prefix, family)
  return list
}

const closed4 = listOf(CLOSED_4, 'ipv4')
const open6 = listOf(OPEN_6, 'ipv6')
const closed6 = listOf(CLOSED_6, 'ipv6')
/** Where a network without IPv4 reaches it (RFC 6052): the address inside decides. */
const nat64 = listOf([['64:ff9b::', 96]], 'ipv6')

/**
 * Whether an IP address is one of the public internet: not loopback, private, shared (CGNAT), link-local, a metadata service,
 * multicast, reserved, nor IPv6 that carries an IPv4 address (mapped, 6to4, Teredo). What is no plain IP address is not.
 */
export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !closed4.check(address, 'ipv4')
  if (!isIPv6(address) || address.includes('%')) return false
  if (nat64.check(address, 'ipv6')) return isPublic(last32(address))
  return open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6')
}

/** The last 32 bits of an IPv6 address as IPv4. */
function last32(address: string): string {
  const dotted = /\d{1,3}(?:\.\d{1,3}){3}$/.exec(address)
  if (dotted) return dotted[0]
  // The serialiser of URLs writes every group out in small hexadecimal, with one run of zeros cut short.
  const [, tail = ''] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::')
  const groups = tail.split(':').filter(Boolean)
  const [high, low] = [groups.at(-2) ?? '0', groups.at(-1) ?? '0'].map((group) => Number.parseInt(group, 16)) as [
    number,
    number,
  ]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
