import type { OfficeEntry, ServiceCatalogue, ServiceEntry } from './catalogue/service-catalogue.ts';
import { distanceBetween, nearestFirst, type Place } from './distance.ts';

/** Whether an office takes applications for a service at its counters. */
export const takes = (office: OfficeEntry, service: ServiceEntry): boolean => service.offices.includes(office.kind);

/** Offices that take a service, or all; the nearest first. */
export const findOffices = (
  { offices }: ServiceCatalogue,
  service: ServiceEntry | null,
  near: Place | null,
): readonly OfficeEntry[] =>
  nearestFirst(
    [...offices.values()].filter((office) => service === null || takes(office, service)),
    near,
  );

/** Services by the distance to their nearest office; those without one last, alike near ones in the order given. */
export const nearestServicesFirst = (
  catalogue: ServiceCatalogue,
  services: readonly ServiceEntry[],
  near: Place,
): ServiceEntry[] => {
  const metres = new Map<string, number>();
  for (const office of catalogue.offices.values()) {
    metres.set(office.kind, Math.min(metres.get(office.kind) ?? Infinity, distanceBetween(near, office)));
  }
  const distanceTo = ({ offices }: ServiceEntry) => Math.min(...offices.map((kind) => metres.get(kind) ?? Infinity));
  return services
    .map((service) => ({ service, distance: distanceTo(service) }))
    .sort((one, other) => (one.distance === other.distance ? 0 : one.distance - other.distance))
    .map(({ service }) => service);
};
