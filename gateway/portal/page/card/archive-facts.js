import { element } from '../element.js';
import { code, day, interval, moment, money } from '../formats.js';
import { inLanguage } from '../language.js';
import { WORDS } from '../words.js';
import { chip, fact, shown, shownList } from './facts.js';

const small = (text) => element('small', {}, ` · ${text}`);
const nodesOf = (connection) => (connection?.edges ?? []).map(({ node }) => node);

/** Parts of one line; what is not known is left out. */
const line = (parts) => parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');

const by = (format) => (place) => shown(place, format);
const months = (count) => inLanguage({ zh: `累计 ${count} 个月`, en: `${count} months paid` });
const yuan = (amount) => (amount === null ? null : money(amount));

const insurance = ({ scheme, balance, insuredSince, insuredUntil }) =>
  line([code('MedicalScheme')(scheme), yuan(balance), interval({ since: insuredSince, until: insuredUntil })]);

const pension = ({ monthsPaid, balance, monthlyBenefit, expectedFrom }) =>
  line([
    months(monthsPaid),
    yuan(balance),
    monthlyBenefit === null
      ? null
      : inLanguage({ zh: `每月 ${money(monthlyBenefit)}`, en: `${money(monthlyBenefit)} a month` }),
    expectedFrom === null ? null : interval({ since: expectedFrom }),
  ]);

const contributions = ({ monthsPaid, periods }) => [
  months(monthsPaid),
  periods.map(({ employer, since, until }) => element('div', {}, employer, small(interval({ since, until })))),
];

const fund = ({ balance, monthlyDeposit, loan }) =>
  line([
    yuan(balance),
    monthlyDeposit === null
      ? null
      : inLanguage({ zh: `月缴存 ${money(monthlyDeposit)}`, en: `${money(monthlyDeposit)} a month` }),
    loan?.outstanding
      ? inLanguage({ zh: `贷款余额 ${money(loan.outstanding)}`, en: `loan ${money(loan.outstanding)}` })
      : null,
  ]);

const meter = ({ value }) => {
  const late = nodesOf(value.bills).some(({ overdue }) => overdue);
  const due = value.due !== null && Number(value.due.amount) > 0 ? money(value.due) : null;
  return [
    code('Utility')(value.utility),
    due === null ? null : small(inLanguage({ zh: `待缴 ${due}`, en: `${due} due` })),
    late ? [' ', chip(inLanguage(WORDS.late), 'warning')] : null,
  ];
};

const taxYear = ({ year, taxPaid, settledAt, refund }) =>
  line([
    String(year),
    yuan(taxPaid),
    settledAt === null ? null : inLanguage({ zh: `${day(settledAt)} 汇算`, en: `settled ${day(settledAt)}` }),
    refund === null ? null : inLanguage({ zh: `退税 ${money(refund)}`, en: `refund ${money(refund)}` }),
  ]);

const dose = ({ value: { vaccine, dose: number, date } }) =>
  line([vaccine, inLanguage({ zh: `第 ${number} 剂`, en: `dose ${number}` }), day(date)]);
const checkUp = ({ value: { date, place } }) => line([day(date), place]);
const pregnancy = ({ value: { expected, endedAt } }) =>
  endedAt === null ? inLanguage({ zh: `预产期 ${day(expected)}`, en: `expected ${day(expected)}` }) : day(endedAt);

const violation = ({ at, description, fine, state, dueDate, overdue }) =>
  element(
    'div',
    {},
    line([moment(at), description, yuan(fine), dueDate === null ? null : interval({ until: dueDate })]),
    ' ',
    chip(code('ViolationState')(state), overdue ? 'warning' : 'quiet'),
  );

const traffic = ({ points, resetOn, violations }) => [
  line([
    inLanguage({ zh: `记 ${points} 分`, en: `${points} points` }),
    resetOn === null ? null : inLanguage({ zh: `${day(resetOn)} 起新周期`, en: `anew on ${day(resetOn)}` }),
  ]),
  nodesOf(violations).map(violation),
];

const crossing = ({ at, port, direction, document }) =>
  element('div', {}, line([moment(at), code('Direction')(direction), port, code('document')(document)]));

/** 生活档案: one fact for each kind that the query asked for. */
export const archiveFacts = (archive) => {
  const health = archive.get('health');
  return [
    fact(archive, 'medicalInsurance', by(insurance)),
    fact(archive, 'pension', by(pension)),
    fact(archive, 'socialInsurance', by(contributions)),
    fact(archive, 'housingFund', by(fund)),
    fact(archive, 'utilities', (place) => shownList(place, meter)),
    fact(
      archive,
      'incomeTax',
      by(({ years }) => years.map((year) => element('div', {}, taxYear(year)))),
    ),
    fact(
      archive,
      'credit',
      by(({ score, grade, asOf }) => line([grade, score, asOf === null ? null : day(asOf)])),
    ),
    fact(archive, 'traffic', by(traffic)),
    fact(health, 'bloodType'),
    fact(health, 'allergies', (place) => shownList(place, ({ value }) => value)),
    fact(health, 'vaccinations', (place) => shownList(place, dose)),
    fact(health, 'checkUps', (place) => shownList(place, checkUp)),
    fact(health, 'pregnancies', (place) => shownList(place, pregnancy)),
    fact(
      archive,
      'borderCrossings',
      by((connection) => nodesOf(connection).map(crossing)),
    ),
  ];
};
