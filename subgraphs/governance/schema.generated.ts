// Written by `npm run generate` from schema/*.graphql. Do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Civil date in Asia/Shanghai, `YYYY-MM-DD`. Intervals are half-open: `since` belongs to them, `until` does not. */
  Date: { input: string; output: string; }
  /** Instant, RFC 3339, answered in UTC: `2027-03-08T02:15:00.000Z`. */
  DateTime: { input: string; output: string; }
  /** Exact decimal number as a string, e.g. `1200000.50`. */
  Decimal: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** How a value is masked (GB/T 35273). */
export type Mask =
  /** Family name and stars: `张*`. */
  | 'NAME'
  /** First three and last four characters: `310***********1234`. */
  | 'ID_NUMBER'
  /** First three and last four digits: `138****5678`. */
  | 'PHONE'
  /** First character and domain: `z***@example.cn`. */
  | 'EMAIL'
  /** City and district; what follows as stars, without the point on the map. */
  | 'ADDRESS'
  /** First two and last four characters of an account or document number. */
  | 'ACCOUNT';

/** Why the law asks for special care with a datum (PIPL 28). */
export type Sensitivity =
  /** Medical and health data, disability. */
  | 'HEALTH'
  /** Data of a child under 14. */
  | 'MINOR'
  /** Accounts and income. */
  | 'FINANCE'
  /** Creditworthiness. */
  | 'CREDIT'
  /** Face, fingerprint, gene. */
  | 'BIOMETRIC'
  /** Religion, political affiliation. */
  | 'BELIEF';

/** An amount of money. */
export type Money = {
  readonly amount: Scalars['Decimal']['output'];
  /** ISO 4217, e.g. `CNY`. */
  readonly currency: Scalars['String']['output'];
};

/** An administrative division (GB/T 2260). */
export type District = {
  /** GB/T 2260, six digits, e.g. `310104`; `310000` is the whole city. Abolished codes stay as they were recorded. */
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameEn: Scalars['String']['output'];
};

/** A government department or a body with public duties. */
export type Department = {
  /** Code of this system, e.g. `civil-affairs`. */
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameEn: Scalars['String']['output'];
};

/** A place on the map, WGS 84, degrees. */
export type Point = {
  readonly longitude: Scalars['Float']['output'];
  readonly latitude: Scalars['Float']['output'];
};

/** An address as one line, with what is known of its place. */
export type Address = {
  readonly text?: Maybe<Scalars['String']['output']>;
  readonly district?: Maybe<District>;
  readonly point?: Maybe<Point>;
};

/** Where a page of a connection stands. Cursors are opaque and stay valid while the list grows. */
export type PageInfo = {
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

export type Query = {
  /** The signed-in citizen. Never null for a citizen, null for every other role. */
  readonly me?: Maybe<Citizen>;
  /** 三清单一目录: every item of the graph, who is responsible for it, who may read it for what, and what is never shared. For all, signed in or not. */
  readonly dataCatalogue?: Maybe<CatalogueConnection>;
  /** One row a department drop, latest arrival first: for operators, and for staff those of their department. */
  readonly sources?: Maybe<ReadonlyArray<Source>>;
  /** Objections to items of the viewer's department by people of the viewer's district, those open for longest first: for staff, who read them for `objection-decision`. */
  readonly objectionsToDecide?: Maybe<ObjectionConnection>;
};


export type QueryDataCatalogueArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  department?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryObjectionsToDecideArgs = {
  state?: InputMaybe<ObjectionState>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /** 异议: the citizen or guardian says that a datum is wrong (PIPL 46); the department responsible for it decides; the outcome stands on the file. */
  readonly raiseObjection?: Maybe<Objection>;
  /** By who raised it, while it is open. */
  readonly withdrawObjection?: Maybe<Objection>;
  /** By staff of the department responsible for the item, in the district of who it is about. The registry itself is put right by the department's next drop. */
  readonly decideObjection?: Maybe<Objection>;
};


export type MutationRaiseObjectionArgs = {
  input: ObjectionInput;
};


export type MutationWithdrawObjectionArgs = {
  id: Scalars['ID']['input'];
  requestKey: Scalars['String']['input'];
};


export type MutationDecideObjectionArgs = {
  id: Scalars['ID']['input'];
  accept: Scalars['Boolean']['input'];
  reason: Scalars['String']['input'];
  requestKey: Scalars['String']['input'];
};

export type Citizen = {
  readonly id: Scalars['ID']['output'];
  /** Objections to data of this file, latest first. Source: this system. */
  readonly objections?: Maybe<ObjectionConnection>;
  /** Who else read this file, latest first; reading it is logged too. For the person and their guardian. Source: this system. */
  readonly accessLog?: Maybe<AccessConnection>;
};


export type CitizenObjectionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type CitizenAccessLogArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** 责任清单: one item of the graph, with who may read it (需求清单) and whether it may be shared at all (负面清单). */
export type CatalogueItem = {
  /** Schema coordinate, e.g. `Citizen.phone`. */
  readonly coordinate: Scalars['ID']['output'];
  readonly description: Scalars['String']['output'];
  /** Responsible for the item: supplies it, decides on requests and objections. */
  readonly department: Department;
  /** The drop it comes from, e.g. `personal.citizens`; null when it arises in this system. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** ISO 8601 duration in which the source is renewed, e.g. `P1D`; null when it is renewed at once. */
  readonly updateCycle?: Maybe<Scalars['String']['output']>;
  readonly mask?: Maybe<Mask>;
  readonly sensitive?: Maybe<Sensitivity>;
  /** 负面清单: not shared with any department but the responsible one. */
  readonly withheld: Scalars['Boolean']['output'];
  /** The ground in law; null unless withheld. */
  readonly withheldBecause?: Maybe<Scalars['String']['output']>;
  /** In force today. */
  readonly grants: ReadonlyArray<Grant>;
};

/** How far a grant reaches. */
export type GrantScope =
  /** Every subject. */
  | 'ALL'
  /** Subjects of the district that the staff work for; all for those of the city. */
  | 'OWN_DISTRICT'
  /** Every subject, and never unmasked. */
  | 'MASKED';

/** 事项 or duty for which staff read a file. */
export type Purpose = {
  /** Code of this system, e.g. `school-enrolment`, as in the header `x-onefile-purpose`. */
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameEn: Scalars['String']['output'];
  /** The law that gives the duty. */
  readonly basis: Scalars['String']['output'];
};

/** 需求清单: a department may read an item for a purpose, for a time. */
export type Grant = {
  readonly department: Department;
  readonly purpose: Purpose;
  readonly scope: GrantScope;
  readonly since: Scalars['Date']['output'];
  /** First day on which it no longer holds; null: until it is withdrawn. */
  readonly until?: Maybe<Scalars['Date']['output']>;
};

/** The catalogue, page by page. */
export type CatalogueConnection = {
  readonly edges: ReadonlyArray<CatalogueEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

/** One entry of a page with its cursor. */
export type CatalogueEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: CatalogueItem;
};

/** A department drop: when it last came and how good it was. No row of it is shown here. */
export type Source = {
  /** Registry and drop, e.g. `enterprises.registrations`. */
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameEn: Scalars['String']['output'];
  readonly department: Department;
  /** The subgraph that holds it, e.g. `enterprises`. */
  readonly registry: Scalars['String']['output'];
  /** ISO 8601 duration in which a new drop is due, e.g. `P1D`; null: no rhythm. */
  readonly cycle?: Maybe<Scalars['String']['output']>;
  /** When the last accepted batch ended; null before the first. */
  readonly lastArrival?: Maybe<Scalars['DateTime']['output']>;
  /** Sequence of the last accepted batch as the source counts; null when it does not. */
  readonly lastSequence?: Maybe<Scalars['String']['output']>;
  /** True when a drop was due and has not come. */
  readonly late: Scalars['Boolean']['output'];
  /** Rows of the last batch. */
  readonly rows: Scalars['Int']['output'];
  /** New rows of the last batch. */
  readonly accepted: Scalars['Int']['output'];
  /** Rows of the last batch that changed what was held. */
  readonly changed: Scalars['Int']['output'];
  /** Rows of all batches that are in quarantine now. */
  readonly quarantined: Scalars['Int']['output'];
  /** 完整性: filled values, column by column, in the last batch. */
  readonly completeness: ReadonlyArray<ColumnCompleteness>;
  /** 准确性: share of the last batch's rows that passed all checks, 0 to 1. */
  readonly accuracy?: Maybe<Scalars['Float']['output']>;
  /** 及时性: hours from the source's date to arrival, last batch, median. */
  readonly timelinessHours?: Maybe<Scalars['Float']['output']>;
};

/** How complete one column of a drop is. */
export type ColumnCompleteness = {
  /** Name of the column as the source writes it. */
  readonly column: Scalars['String']['output'];
  /** Share of rows with a value, 0 to 1. */
  readonly filled: Scalars['Float']['output'];
};

/** What `raiseObjection` asks for. */
export type ObjectionInput = {
  /** Schema coordinate of the datum, of a citizen's file: `Citizen.birthDate`, `Residence.address`. */
  readonly item: Scalars['String']['input'];
  /** Opaque id of the citizen whose file it is: oneself or a ward. */
  readonly subject: Scalars['ID']['input'];
  /** What is wrong and what would be right; at most 2,000 characters. */
  readonly claim: Scalars['String']['input'];
  /** What proves it; at most 2,000 characters. */
  readonly evidence?: InputMaybe<Scalars['String']['input']>;
  /** Made up by the client; the same key repeats the first answer instead of acting twice. */
  readonly requestKey: Scalars['String']['input'];
};

/** Where an objection stands. */
export type ObjectionState =
  /** Waits for the department. */
  | 'OPEN'
  /** The department found the datum wrong. */
  | 'ACCEPTED'
  /** The department found the datum right. */
  | 'REFUSED'
  /** Taken back by who raised it. */
  | 'WITHDRAWN';

/** 异议: a citizen's claim that a datum is wrong, and its outcome. */
export type Objection = {
  readonly id: Scalars['ID']['output'];
  /** Whose file it is; null with an error when the viewer may not see the person. */
  readonly citizen?: Maybe<Citizen>;
  /** Schema coordinate of the datum. */
  readonly item: Scalars['String']['output'];
  /** What is wrong and what would be right, in the words of who raised it; reading it is logged. Source: this system. */
  readonly claim?: Maybe<Scalars['String']['output']>;
  /** What proves it, in the words of who raised it; reading it is logged. Source: this system. */
  readonly evidence?: Maybe<Scalars['String']['output']>;
  readonly state: ObjectionState;
  readonly openedAt: Scalars['DateTime']['output'];
  /** Null while it is open. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was decided so; null while it is open. Source: this system. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Responsible for the item: decides. */
  readonly department: Department;
};

/** Objections, page by page. */
export type ObjectionConnection = {
  readonly edges: ReadonlyArray<ObjectionEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

/** One entry of a page with its cursor. */
export type ObjectionEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Objection;
};

/** One reading of somebody's file by somebody else (PIPL 44). */
export type Access = {
  readonly at: Scalars['DateTime']['output'];
  /** Null for readers that are no staff. */
  readonly department?: Maybe<Department>;
  /** `staff`, `citizen`, `system`, … */
  readonly role: Scalars['String']['output'];
  /** Null for readers that are no staff. */
  readonly purpose?: Maybe<Purpose>;
  readonly caseNo?: Maybe<Scalars['String']['output']>;
  /** Schema coordinates of what was read. */
  readonly items: ReadonlyArray<Scalars['String']['output']>;
};

/** Readings, page by page. */
export type AccessConnection = {
  readonly edges: ReadonlyArray<AccessEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

/** One entry of a page with its cursor. */
export type AccessEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Access;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Citizen: Citizen;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Citizen:
    ( { __typename: 'Citizen' }
    & GraphQLRecursivePick<FederationTypes['Citizen'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Mask: Mask;
  Sensitivity: Sensitivity;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Money: ResolverTypeWrapper<Money>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  District: ResolverTypeWrapper<District>;
  Department: ResolverTypeWrapper<Department>;
  Point: ResolverTypeWrapper<Point>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Address: ResolverTypeWrapper<Address>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Citizen: ResolverTypeWrapper<{ id: string }>;
  CatalogueItem: ResolverTypeWrapper<CatalogueItem>;
  GrantScope: GrantScope;
  Purpose: ResolverTypeWrapper<Purpose>;
  Grant: ResolverTypeWrapper<Grant>;
  CatalogueConnection: ResolverTypeWrapper<CatalogueConnection>;
  CatalogueEdge: ResolverTypeWrapper<CatalogueEdge>;
  Source: ResolverTypeWrapper<Source>;
  ColumnCompleteness: ResolverTypeWrapper<ColumnCompleteness>;
  ObjectionInput: ObjectionInput;
  ObjectionState: ObjectionState;
  Objection: ResolverTypeWrapper<Omit<Objection, 'citizen'> & { citizen?: Maybe<ResolversTypes['Citizen']> }>;
  ObjectionConnection: ResolverTypeWrapper<Omit<ObjectionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ObjectionEdge']> }>;
  ObjectionEdge: ResolverTypeWrapper<Omit<ObjectionEdge, 'node'> & { node: ResolversTypes['Objection'] }>;
  Access: ResolverTypeWrapper<Access>;
  AccessConnection: ResolverTypeWrapper<AccessConnection>;
  AccessEdge: ResolverTypeWrapper<AccessEdge>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Money: Money;
  String: Scalars['String']['output'];
  District: District;
  Department: Department;
  Point: Point;
  Float: Scalars['Float']['output'];
  Address: Address;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Citizen: { id: string };
  CatalogueItem: CatalogueItem;
  Purpose: Purpose;
  Grant: Grant;
  CatalogueConnection: CatalogueConnection;
  CatalogueEdge: CatalogueEdge;
  Source: Source;
  ColumnCompleteness: ColumnCompleteness;
  ObjectionInput: ObjectionInput;
  Objection: Omit<Objection, 'citizen'> & { citizen?: Maybe<ResolversParentTypes['Citizen']> };
  ObjectionConnection: Omit<ObjectionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ObjectionEdge']> };
  ObjectionEdge: Omit<ObjectionEdge, 'node'> & { node: ResolversParentTypes['Objection'] };
  Access: Access;
  AccessConnection: AccessConnection;
  AccessEdge: AccessEdge;
  Int: Scalars['Int']['output'];
};

export type ItemDirectiveArgs = {
  mask?: Maybe<Mask>;
  sensitive?: Maybe<Sensitivity>;
};

export type ItemDirectiveResolver<Result, Parent, ContextType = Context, Args = ItemDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AssuranceDirectiveArgs = {
  level: Scalars['Int']['input'];
};

export type AssuranceDirectiveResolver<Result, Parent, ContextType = Context, Args = AssuranceDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = Context, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DistrictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['District'] = ResolversParentTypes['District']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DepartmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Point'] = ResolversParentTypes['Point']> = {
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  district?: Resolver<Maybe<ResolversTypes['District']>, ParentType, ContextType>;
  point?: Resolver<Maybe<ResolversTypes['Point']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  me?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  dataCatalogue?: Resolver<Maybe<ResolversTypes['CatalogueConnection']>, ParentType, ContextType, RequireFields<QueryDataCatalogueArgs, 'first'>>;
  sources?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Source']>>, ParentType, ContextType>;
  objectionsToDecide?: Resolver<Maybe<ResolversTypes['ObjectionConnection']>, ParentType, ContextType, RequireFields<QueryObjectionsToDecideArgs, 'state' | 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  raiseObjection?: Resolver<Maybe<ResolversTypes['Objection']>, ParentType, ContextType, RequireFields<MutationRaiseObjectionArgs, 'input'>>;
  withdrawObjection?: Resolver<Maybe<ResolversTypes['Objection']>, ParentType, ContextType, RequireFields<MutationWithdrawObjectionArgs, 'id' | 'requestKey'>>;
  decideObjection?: Resolver<Maybe<ResolversTypes['Objection']>, ParentType, ContextType, RequireFields<MutationDecideObjectionArgs, 'id' | 'accept' | 'reason' | 'requestKey'>>;
};

export type CitizenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Citizen'] = ResolversParentTypes['Citizen'], FederationReferenceType extends FederationReferenceTypes['Citizen'] = FederationReferenceTypes['Citizen']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Citizen']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  objections?: Resolver<Maybe<ResolversTypes['ObjectionConnection']>, ParentType, ContextType, RequireFields<CitizenObjectionsArgs, 'first'>>;
  accessLog?: Resolver<Maybe<ResolversTypes['AccessConnection']>, ParentType, ContextType, RequireFields<CitizenAccessLogArgs, 'first'>>;
};

export type CatalogueItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogueItem'] = ResolversParentTypes['CatalogueItem']> = {
  coordinate?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updateCycle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mask?: Resolver<Maybe<ResolversTypes['Mask']>, ParentType, ContextType>;
  sensitive?: Resolver<Maybe<ResolversTypes['Sensitivity']>, ParentType, ContextType>;
  withheld?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  withheldBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grants?: Resolver<ReadonlyArray<ResolversTypes['Grant']>, ParentType, ContextType>;
};

export type PurposeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Purpose'] = ResolversParentTypes['Purpose']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GrantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Grant'] = ResolversParentTypes['Grant']> = {
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['GrantScope'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type CatalogueConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogueConnection'] = ResolversParentTypes['CatalogueConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CatalogueEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CatalogueEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogueEdge'] = ResolversParentTypes['CatalogueEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CatalogueItem'], ParentType, ContextType>;
};

export type SourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  registry?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cycle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastArrival?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastSequence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quarantined?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  completeness?: Resolver<ReadonlyArray<ResolversTypes['ColumnCompleteness']>, ParentType, ContextType>;
  accuracy?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  timelinessHours?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ColumnCompletenessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ColumnCompleteness'] = ResolversParentTypes['ColumnCompleteness']> = {
  column?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  filled?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ObjectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Objection'] = ResolversParentTypes['Objection']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  citizen?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  item?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  claim?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ObjectionState'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
};

export type ObjectionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ObjectionConnection'] = ResolversParentTypes['ObjectionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ObjectionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ObjectionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ObjectionEdge'] = ResolversParentTypes['ObjectionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Objection'], ParentType, ContextType>;
};

export type AccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Access'] = ResolversParentTypes['Access']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  caseNo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccessConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessConnection'] = ResolversParentTypes['AccessConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccessEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccessEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessEdge'] = ResolversParentTypes['AccessEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Access'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  District?: DistrictResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  Point?: PointResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Citizen?: CitizenResolvers<ContextType>;
  CatalogueItem?: CatalogueItemResolvers<ContextType>;
  Purpose?: PurposeResolvers<ContextType>;
  Grant?: GrantResolvers<ContextType>;
  CatalogueConnection?: CatalogueConnectionResolvers<ContextType>;
  CatalogueEdge?: CatalogueEdgeResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  ColumnCompleteness?: ColumnCompletenessResolvers<ContextType>;
  Objection?: ObjectionResolvers<ContextType>;
  ObjectionConnection?: ObjectionConnectionResolvers<ContextType>;
  ObjectionEdge?: ObjectionEdgeResolvers<ContextType>;
  Access?: AccessResolvers<ContextType>;
  AccessConnection?: AccessConnectionResolvers<ContextType>;
  AccessEdge?: AccessEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  item?: ItemDirectiveResolver<any, any, ContextType>;
  assurance?: AssuranceDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
