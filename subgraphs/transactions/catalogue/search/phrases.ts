import type { ServiceEntry } from '../service-catalogue.ts';

/** One way to say what a service is, and how much a match with it counts. */
export interface Phrase {
  text: string;
  weight: number;
}

/** A professional service beside a public one that fits as well: who means the public one finds nothing in its place. */
const PROFESSIONAL = 0.85;
const SUMMARY = 0.6;

export const chineseNames = (service: ServiceEntry): readonly Phrase[] =>
  [service.name, ...service.aliases].map((text) => ({ text, weight: weightOf(service) }));

export const chinesePhrases = (service: ServiceEntry): readonly Phrase[] => [
  ...chineseNames(service),
  { text: service.summary, weight: weightOf(service) * SUMMARY },
];

export const englishPhrases = (service: ServiceEntry): readonly Phrase[] => [
  ...[service.nameEn, ...service.aliasesEn].map((text) => ({ text, weight: weightOf(service) })),
  { text: service.summaryEn, weight: weightOf(service) * SUMMARY },
];

const weightOf = ({ kind }: ServiceEntry): number => (kind === 'PROFESSIONAL' ? PROFESSIONAL : 1);
