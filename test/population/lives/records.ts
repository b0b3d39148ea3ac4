import { yearOf, type Day } from '../days.ts';
import type { Block } from '../world/block.ts';
import type { Person } from '../world/model.ts';
import { issueDocuments } from './documents.ts';
import { housingLoans, taxYears, type Loan, type TaxYear } from './finance.ts';
import { pregnancies, vaccinate, type Dose, type Pregnancy } from './health.ts';
import type { Licence } from './licence.ts';
import { violate, type Violation } from './traffic.ts';

/** What departments have recorded of somebody, and people apply after. */
export interface Records {
  readonly licences: readonly Licence[];
  readonly pregnancies: readonly Pregnancy[];
  readonly violations: readonly Violation[];
  readonly taxYears: readonly TaxYear[];
  readonly doses: readonly Dose[];
  readonly loans: readonly Loan[];
}

/** The records of a block's people; those of taxes and traffic from a day on. */
export const keepRecords = (block: Block, from: Day): ReadonlyMap<Person, Records> => {
  const documents = block.random('documents');
  const health = block.random('health');
  const traffic = block.random('traffic');
  const taxes = block.random('taxes');
  return new Map(
    block.people.map((person) => {
      const licences = issueDocuments(block, documents, person);
      const records: Records = {
        licences,
        pregnancies: pregnancies(block, health, person),
        violations: violate(block, traffic, person, licences, from),
        taxYears: taxYears(block, taxes, person, yearOf(from)),
        doses: vaccinate(block, health, person),
        loans: housingLoans(block, person),
      };
      return [person, records];
    }),
  );
};
