import { affairRules } from './rules.ts';

/** The rules as the README shows them. */
export const affairsTable = (): string => {
  const rows = Object.entries(affairRules).flatMap(([applicants, rules]) =>
    Object.entries(rules).flatMap(([event, list]) =>
      list.map(
        ({ service, renewal, probability, from, until }) =>
          `| ${applicants} | ${event} | ${service}${renewal === undefined || renewal === service ? '' : ` (renewal: ${renewal})`} | ${probability} | ${from} to ${until} |`,
      ),
    ),
  );
  return ['| who | event | service | probability | days after |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
};
