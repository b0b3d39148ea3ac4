import { pino, type DestinationStream, type Logger } from 'pino';
import { z } from 'zod';

/** `LOG_LEVEL` of every process: pino's levels. */
export const logLevel = z
  .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  .default('info')
  .describe('Level of the log on stdout');

export type LogLevel = z.infer<typeof logLevel>;

/** ID numbers, mobile numbers, tokens, passwords in addresses: what must not stand in a log, whoever wrote the message. */
const PERSONAL: readonly [RegExp, string][] = [
  [/(?<!\d)\d{17}[\dXx](?!\d)/g, '[id-number]'],
  [/(?<!\d)1[3-9]\d{9}(?!\d)/g, '[phone]'],
  [/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/(?<=:\/\/[^\s:/@]*:)[^\s@]+(?=@)/g, '[password]'],
  [/(?<=password[=:]\s?)\S+/gi, '[password]'],
];

export const scrub = (text: string): string =>
  PERSONAL.reduce((clean, [pattern, name]) => clean.replace(pattern, name), text);

const describe = (error: unknown): unknown => {
  if (Array.isArray(error)) return error.slice(0, 5).map(describe);
  if (typeof error !== 'object' || error === null) return scrub(String(error));
  const { name, message, code, stack } = error as Record<string, unknown>;
  return {
    ...(typeof name === 'string' ? { type: name } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    message: scrub(typeof message === 'string' ? message : ''),
    ...(typeof stack === 'string' ? { stack: scrub(stack) } : {}),
  };
};

/** A JSON log without personal data: errors are scrubbed, and no caller gives it variables, tokens or subjects. */
export const createLog = (level: LogLevel, service: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: { service },
      serializers: { err: describe },
      redact: { paths: ['*.authorization', '*.token', '*.seal', '*.variables', '*.idNumber'], censor: '[redacted]' },
    },
    ...(destination === undefined ? [] : [destination]),
  );
