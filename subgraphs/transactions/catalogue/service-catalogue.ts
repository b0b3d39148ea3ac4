import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CatalogueError } from './catalogue-error.ts';
import { closedDaysFile, officesFile, type OfficeEntry } from './entries/office.ts';
import { provider, type ProviderEntry } from './entries/provider.ts';
import { service, type ServiceEntry } from './entries/service.ts';
import { lineOfPath, readEntry } from './read-entry.ts';
import { listYaml } from './yaml-files.ts';

export type { FormFieldEntry } from './entries/form-field.ts';
export { WEEKDAYS, type OfficeEntry, type Weekday } from './entries/office.ts';
export type { ProviderEntry } from './entries/provider.ts';
export type { ServiceEntry } from './entries/service.ts';

/** 事项目录. Maps are by code, in the order of file names. */
export interface ServiceCatalogue {
  services: ReadonlyMap<string, ServiceEntry>;
  offices: ReadonlyMap<string, OfficeEntry>;
  providers: ReadonlyMap<string, ProviderEntry>;
}

/**
 * Reads the catalogue: `services/<department>/<code>.yaml`, `professional/<code>.yaml`, `offices/<district>.yaml`,
 * `providers/<code>.yaml` and `closed-days.yaml`. Throws a CatalogueError, with file and line, for the first that is wrong.
 */
export const loadServiceCatalogue = (folder: string = import.meta.dirname): ServiceCatalogue => {
  const services = new Map<string, ServiceEntry>();
  for (const file of [...listYaml(folder, 'services'), ...listYaml(folder, 'professional')])
    add(services, readService(file), file);

  const holidays = readEntry(path.join(folder, 'closed-days.yaml'), closedDaysFile).map(({ date }) => date);
  const listed = new Map<string, OfficeEntry>();
  for (const file of listYaml(folder, 'offices')) {
    const { district, offices } = readEntry(file, officesFile);
    expectAt(file, ['district'], district, nameOf(file));
    for (const office of offices)
      add(listed, { ...office, district, closed: [...new Set([...holidays, ...office.closed])].sort() }, file);
  }
  const offices = new Map([...listed].sort(([one], [other]) => (one < other ? -1 : 1)));

  const providers = new Map<string, ProviderEntry>();
  for (const file of listYaml(folder, 'providers')) {
    const entry = readEntry(file, provider);
    expectAt(file, ['code'], entry.code, nameOf(file));
    entry.services.forEach((code, index) => {
      if (services.get(code)?.kind !== 'PROFESSIONAL')
        refuse(file, ['services', index], `expected the code of a professional service, got ${code}`);
    });
    add(providers, entry, file);
  }
  return { services, offices, providers };
};

/** A file stands where its own words say: professional services in one folder, the others by department. */
const readService = (file: string): ServiceEntry => {
  const entry = readEntry(file, service);
  expectAt(file, ['code'], entry.code, nameOf(file));
  const folder = path.basename(path.dirname(file));
  if (entry.kind === 'PROFESSIONAL') expectAt(file, ['kind'], folder, 'professional');
  else expectAt(file, ['department'], entry.department, folder);
  return entry;
};

const nameOf = (file: string): string => path.basename(file, '.yaml');

const expectAt = (file: string, at: readonly PropertyKey[], got: string, expected: string): void => {
  if (got !== expected) refuse(file, at, `expected ${expected}, got ${got}`);
};

const refuse = (file: string, at: readonly PropertyKey[], message: string): never => {
  const line = lineOfPath(readFileSync(file, 'utf8'), at);
  throw new CatalogueError(file, line, `${at.map(String).join('.')}: ${message}`);
};

const add = <T extends { code: string }>(entries: Map<string, T>, entry: T, file: string): void => {
  if (entries.has(entry.code)) refuse(file, ['code'], `expected a code of its own, got ${entry.code} a second time`);
  entries.set(entry.code, entry);
};
