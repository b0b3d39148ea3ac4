import { z } from 'zod';
import { form } from './form-field.ts';
import { materials } from './material.ts';
import { OFFICE_KINDS } from './office.ts';
import { code, distinctTexts, refuseTwice, text } from './words.ts';

const CHANNELS = ['ONLINE', 'APP', 'COUNTER', 'KIOSK', 'PHONE'] as const;

const money = z.strictObject({
  amount: z.string().regex(/^\d+(?:\.\d{1,2})?$/u, "expected an amount such as '120.00', in quotes"),
  currency: z.literal('CNY'),
});

export const service = z
  .strictObject({
    code,
    name: text,
    nameEn: text,
    /** What people call it, or type when they look for it. */
    aliases: distinctTexts('aliases'),
    aliasesEn: distinctTexts('aliasesEn'),
    summary: text,
    summaryEn: text,
    kind: z.enum(['GOVERNMENT', 'PUBLIC_UTILITY', 'PROFESSIONAL']),
    audience: z.enum(['CITIZEN', 'ENTERPRISE', 'BOTH']),
    /** Who decides it; of a professional service, who oversees the trade. */
    department: code,
    conditions: distinctTexts('conditions'),
    /** Law and article; the law alone where the article is not certain. */
    basis: distinctTexts('basis'),
    form,
    materials,
    steps: z.array(text).min(1),
    /** What the law or a public tariff fixes; null: not known here. */
    fee: money.nullable(),
    /** The limit that an article fixes; null: not known here. */
    workingDays: z.number().int().min(0).max(400).nullable(),
    /** How often somebody has to come. */
    visits: z.number().int().min(0).max(5),
    channels: z
      .array(z.enum(CHANNELS))
      .min(1)
      .superRefine(refuseTwice('channels', (channel) => channel)),
    /** Kinds of offices that take it at a counter. */
    offices: z.array(z.enum(OFFICE_KINDS)).superRefine(refuseTwice('offices', (kind) => kind)),
    /** Provinces whose residents can use it, two digits of GB/T 2260. */
    provinces: z.array(z.string().regex(/^\d{2}$/u, 'expected two digits of GB/T 2260, in quotes')).min(1),
  })
  .refine(({ channels, offices }) => channels.includes('COUNTER') === offices.length > 0, {
    path: ['offices'],
    message: 'expected kinds of offices when COUNTER is a channel, and none when it is not',
  });

/** 事项: what the catalogue says of one service. */
export type ServiceEntry = z.infer<typeof service>;
