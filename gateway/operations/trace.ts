import { randomBytes } from 'node:crypto';

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/;

/** The `traceparent` to give on (W3C Trace Context): the caller's trace with a span of ours, or a new trace. */
export const continueTrace = (incoming: string | undefined): string => {
  const match = incoming === undefined ? null : TRACEPARENT.exec(incoming);
  const random = randomBytes(24).toString('hex');
  return `00-${match?.[1] ?? random.slice(0, 32)}-${random.slice(32)}-${match?.[2] ?? '00'}`;
};

export const traceIdOf = (traceparent: string): string => traceparent.slice(3, 35);
