import type { Migration } from 'kysely';
import { affairs } from './0001-affairs.ts';

export const migrations: Readonly<Record<string, Migration>> = { '0001_affairs': affairs };
