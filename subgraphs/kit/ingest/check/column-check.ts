import type { ColumnDeclaration, SourceDeclaration } from '../declaration.ts';
import { toArrayLiteral } from '../../store/copy-line.ts';
import { targetsOf, type Layout } from '../layout.ts';
import { bad, type Checked } from './checked.ts';
import { createCodeCheck } from './code.ts';
import { checkEmail, checkPhone } from './contact.ts';
import { checkDate, checkDateTime } from './date.ts';
import { checkDistrict } from './district.ts';
import { checkIdNumber } from './id-number.ts';
import { checkMoney } from './money.ts';
import { checkDecimal, checkInteger } from './number.ts';
import { checkText } from './text.ts';
import { checkUscc } from './uscc.ts';

/** Checks one column's text; the values go to `slots`, one for each, or the same one to all. */
export interface ColumnCheck {
  slots: readonly number[];
  check(text: string): Checked<string | readonly (string | null)[]>;
  /** Whether the value is an ID number that must be exchanged for a citizen id. */
  resolves(value: string): boolean;
}

const never = (): boolean => false;

export const createColumnCheck = (
  declaration: SourceDeclaration,
  column: ColumnDeclaration,
  layout: Layout,
): ColumnCheck => {
  const slots = targetsOf(declaration, column).map(({ table, column: name }) => layout.slotOf(`${table}.${name}`));
  const of = (check: ColumnCheck['check'], resolves: ColumnCheck['resolves'] = never): ColumnCheck => ({
    slots,
    check,
    resolves,
  });
  switch (column.type) {
    case 'text':
      return of((text) => checkText(text, column.max));
    case 'date':
      return of(checkDate);
    case 'dateTime':
      return of(checkDateTime);
    case 'phone':
      return of(checkPhone);
    case 'email':
      return of(checkEmail);
    case 'uscc':
      return of(checkUscc);
    case 'idNumber':
      return of(checkIdNumber, () => column.resolve);
    case 'subject':
      return of(checkSubject, (value) => checkIdNumber(value).ok);
    case 'integer':
      return of((text) => checkInteger(text, column));
    case 'decimal':
      return of((text) => checkDecimal(text, column));
    case 'boolean':
      return of(
        createCodeCheck(
          Object.fromEntries([
            ...column.yes.map((word): [string, string] => [word, 'true']),
            ...column.no.map((word): [string, string] => [word, 'false']),
          ]),
        ),
      );
    case 'code':
      return of(createCodeCheck(column.values ?? declaration.codes[column.code ?? ''] ?? {}));
    case 'district':
      return of(checkDistrict);
    case 'list':
      return of((text) =>
        text.length > column.max ? bad('TOO_LONG') : { ok: true, value: toListLiteral(text, column.separator) },
      );
    case 'money':
      return createMoneyCheck(column, slots);
  }
};

/** A citizen by ID number or an enterprise by USCC. */
const checkSubject = (text: string): Checked => {
  const person = checkIdNumber(text);
  return person.ok ? person : checkUscc(text);
};

const createMoneyCheck = (
  column: Extract<ColumnDeclaration, { type: 'money' }>,
  slots: readonly number[],
): ColumnCheck => {
  const amounts = [column.amount].flat().length;
  const currencies = [column.currency].flat().length;
  return {
    slots,
    resolves: never,
    check: (text) => {
      const money = checkMoney(text, column.unit);
      if (!money.ok) return money;
      const { amount, currency } = money.value;
      return {
        ...money,
        value: slots.map((_, at) => (at < amounts ? amount : at < amounts + currencies ? currency : text)),
      };
    },
  };
};

const toListLiteral = (text: string, separator: string): string =>
  toArrayLiteral(
    text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
