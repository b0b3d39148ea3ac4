import { readContractItems } from '../../../schema/catalogue/contract-items.ts';
import { parseLists, type Lists } from '../../../schema/catalogue/lists.ts';

/** A contract of one entity, whose fields beside the key are `fields`; described ones unless the text says otherwise. */
export const contractOf = (fields = '"Name." name: String @item "Phone." phone: String @item(mask: PHONE)') =>
  readContractItems([`type Citizen @key(fields: "id") { id: ID! ${fields} }`]);

/** Lists that fit it. */
export const lists = (): Lists =>
  parseLists({
    departments: [
      { code: 'police', name: '公安局', nameEn: 'Police' },
      { code: 'tax', name: '税务局', nameEn: 'Tax Service' },
    ],
    purposes: [{ code: 'audit', name: '稽查', nameEn: 'Audit', basis: '税收征收管理法 第五十四条' }],
    responsibility: [{ department: 'police', source: 'personal.citizens', cycle: 'P1D', items: { Citizen: '*' } }],
    demand: [{ department: 'tax', purpose: 'audit', scope: 'ALL', since: '2024-01-01', items: { Citizen: ['name'] } }],
    negative: [{ item: 'Citizen.phone', because: 'a law' }],
    relations: {
      SELF: { Citizen: '*' },
      WARD: { Citizen: '*' },
      SPOUSE: {},
      KIN: {},
      REPRESENTED: {},
      HANDLED: {},
      HELD: {},
      MANDATED: {},
      SYSTEM: {},
    },
  });
