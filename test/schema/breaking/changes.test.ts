import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { findContractChanges } from '../../../schema/breaking/changes.ts';

const released = 'type Query { me: Citizen } type Citizen { id: ID! phone(reveal: Boolean): String } enum Sex { MALE }';
const changes = (present: string) => findContractChanges(released, present);

it('names each breaking change', () => {
  const present = 'type Query { me: Citizen! } type Citizen { id: ID } enum Sex { FEMALE }';
  expect(changes(present).breaking).toEqual([
    'FIELD_REMOVED: Citizen.phone was removed.',
    'FIELD_CHANGED_KIND: Citizen.id changed type from ID! to ID.',
    'VALUE_REMOVED_FROM_ENUM: MALE was removed from enum type Sex.',
  ]);
});

it('tells what is dangerous apart from what breaks', () => {
  expect(changes(released.replace('{ MALE }', '{ MALE FEMALE }'))).toEqual({
    breaking: [],
    dangerous: ['VALUE_ADDED_TO_ENUM: FEMALE was added to enum type Sex.'],
  });
});

it('lets a field be added', () => {
  expect(changes(released.replace('id: ID!', 'id: ID! name: String'))).toEqual({ breaking: [], dangerous: [] });
});

it('finds nothing broken since the last release', () => {
  const text = (file: string) => readFileSync(new URL(`../../../schema/${file}`, import.meta.url), 'utf8');
  expect(findContractChanges(text('released/api.graphql'), text('api.graphql')).breaking).toEqual([]);
});
