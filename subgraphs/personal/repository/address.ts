import { toDivision } from '../../kit/divisions/division.ts';
import type { AddressRow } from '../rows.ts';

interface StoredAddress {
  text: string | null;
  district: string | null;
  longitude?: string | null;
  latitude?: string | null;
}

export const toAddress = ({ text, district, longitude = null, latitude = null }: StoredAddress): AddressRow => ({
  text,
  district: toDivision(district),
  point: longitude === null || latitude === null ? null : { longitude: Number(longitude), latitude: Number(latitude) },
});
