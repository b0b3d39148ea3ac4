import { describe, expect, it } from '@jest/globals';
import { toContract } from './contract.ts';
import type { DoorParts } from './door.ts';
import { deriveRoot, rootDoors } from './root-doors.ts';

const contractOf = (roots: string, type = 'type Citizen @key(fields: "id") { id: ID! name: String @item }') =>
  toContract(`type Query { ${roots} } ${type}`);
const derive = (root: string, type?: string) => {
  const contract = contractOf(root, type);
  const [field] = contract.types.get('Query')?.fields ?? [];
  if (field === undefined) throw new Error('No root.');
  return deriveRoot(contract, field);
};

describe('a root field', () => {
  it.each<[string, ReturnType<typeof deriveRoot>]>([
    ['me: Citizen', { kind: 'me' }],
    ['citizen(id: ID!): Citizen', { kind: 'entity', type: 'Citizen', argument: 'id' }],
    ['citizens(ids: [ID!]!): [Citizen]', { kind: 'batch', type: 'Citizen', argument: 'ids' }],
    ['findCitizen(idNumber: String!): Citizen', null],
    ['citizens(ids: [ID!]!, first: Int): [Citizen]', null],
    ['citizens(first: Int): [Citizen]', null],
    ['oddity: String', null],
  ])('is attacked by its shape where that says what it answers: %s', (root, derived) => {
    expect(derive(root)).toEqual(derived);
  });

  it('of an entity that is nobody’s is nobody’s door either', () => {
    const service = 'type Service @key(fields: "code") @public { code: ID! }';
    expect(derive('service(code: ID!): Service', service)).toBeNull();
  });

  it('of an entity that the table does not know is refused', () => {
    expect(() => derive('ghost(id: ID!): Ghost', 'type Ghost @key(fields: "id") { id: ID! }')).toThrow(
      'The attack table does not know the entity Ghost: give it an entry in entities.ts.',
    );
  });

  it('whose answer nobody says is refused, instead of going without attack', () => {
    const parts = {
      contracts: { personal: contractOf('oddity(word: String): Citizen') },
      reference: { idsOf: () => [], survivorOf: (id: string) => id },
      held: () => null,
    } as unknown as DoorParts;
    expect(() => rootDoors(parts, 'personal', 'plain')).toThrow('personal.oddity has no door');
  });
});
