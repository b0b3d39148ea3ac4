// Written by `npm run generate` from schema/*.graphql. Do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { LicencePage } from './rows.ts';
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
  /**
   * One licence: for whoever may read the licences of its holder. NOT_FOUND in the same words whether it does not exist or
   * may not be seen.
   */
  readonly licence?: Maybe<Licence>;
  /** The kinds of licences that are kept here, by code: for everybody. */
  readonly licenceKinds: ReadonlyArray<LicenceKind>;
};


export type QueryLicenceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLicenceKindsArgs = {
  holder?: InputMaybe<HolderKind>;
};

export type Citizen = {
  readonly id: Scalars['ID']['output'];
  /** 电子证照: licences of the person, the latest issued first. Source: store of electronic licences. */
  readonly licences?: Maybe<LicenceConnection>;
};


export type CitizenLicencesArgs = {
  kinds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  validOn?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Enterprise = {
  readonly uscc: Scalars['ID']['output'];
  /** 电子证照: licences and permits of the enterprise, the latest issued first. Source: store of electronic licences. */
  readonly licences?: Maybe<LicenceConnection>;
};


export type EnterpriseLicencesArgs = {
  kinds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  validOn?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Licences of a citizen or an enterprise, page by page. */
export type LicenceConnection = {
  readonly edges: ReadonlyArray<LicenceEdge>;
  readonly pageInfo: PageInfo;
  /** How many there are on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One entry of a page with its cursor. */
export type LicenceEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node?: Maybe<Licence>;
};

/** 电子证照: one licence, certificate or permit, as it was issued. A renewal is a licence of its own. */
export type Licence = {
  /** Random and opaque, `l1_…`. */
  readonly id: Scalars['ID']['output'];
  /** Source: store of electronic licences. */
  readonly kind?: Maybe<LicenceKind>;
  /**
   * 证照编号, as printed. Revealed to the holder at assurance 2. Null where the number is, or holds, the ID number of its holder
   * (身份证, 驾驶证, 社保卡, 残疾人证): that is kept in the population register alone, see `Citizen.idNumber`.
   * Source: store of electronic licences.
   */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The department that issues the kind. Source: store of electronic licences. */
  readonly issuer?: Maybe<Department>;
  /** 颁证机构: the office that issued it, as printed, e.g. 上海市公安局出入境管理局. Source: store of electronic licences. */
  readonly issuingOffice?: Maybe<Scalars['String']['output']>;
  /** 颁证日期. Source: store of electronic licences. */
  readonly issuedOn?: Maybe<Scalars['Date']['output']>;
  /** First day of its term; the day of issue where nothing else is printed. Source: store of electronic licences. */
  readonly validFrom?: Maybe<Scalars['Date']['output']>;
  /**
   * First day on which it is valid no longer, as `[validFrom, validUntil)` is half-open. Chinese licences print the last valid
   * day (有效期至): this is the day after it. Null: 长期, or no end at all. Source: store of electronic licences.
   */
  readonly validUntil?: Maybe<Scalars['Date']['output']>;
  /** As of today, by the latest change. That a term is over is told by `validUntil`, not here. Source: status changes of the issuers. */
  readonly status?: Maybe<LicenceStatus>;
  /** Since when it has that status. Source: status changes of the issuers. */
  readonly statusSince?: Maybe<Scalars['Date']['output']>;
  /** Every change of status on file, those to come too, the latest first. Source: status changes of the issuers. */
  readonly statusChanges?: Maybe<ReadonlyArray<StatusChange>>;
  /** What the kind has beside: class of vehicle, floor area, property right. Source: store of electronic licences. */
  readonly attributes?: Maybe<ReadonlyArray<Attribute>>;
  /** 签注, the latest first; empty for kinds that carry none. Source: exit and entry administration. */
  readonly endorsements?: Maybe<ReadonlyArray<Endorsement>>;
  /** 持证主体. Null with an error when the viewer may not see it. Source: store of electronic licences. */
  readonly holder?: Maybe<Holder>;
};


/** 电子证照: one licence, certificate or permit, as it was issued. A renewal is a licence of its own. */
export type LicenceNumberArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};

/** 持证主体: who holds a licence. */
export type Holder = Citizen | Enterprise;

/** Who may hold licences of a kind. */
export type HolderKind =
  /** 自然人 */
  | 'CITIZEN'
  /** 市场主体 */
  | 'ENTERPRISE';

/** What became of a licence, whatever its term says. */
export type LicenceStatus =
  /** 有效 */
  | 'VALID'
  /** 暂扣、中止: does not hold for the time being */
  | 'SUSPENDED'
  /** 吊销、撤销 */
  | 'REVOKED'
  /** 注销 */
  | 'CANCELLED'
  /** 挂失、遗失 */
  | 'LOST'
  /** 换发、补发: another licence took its place */
  | 'REPLACED';

/** A status with the day since which it holds. */
export type StatusChange = {
  readonly status: LicenceStatus;
  readonly since: Scalars['Date']['output'];
  /** The ground that the issuer gives, in its words. */
  readonly ground?: Maybe<Scalars['String']['output']>;
};

/** A detail that is printed on a licence of the kind. */
export type Attribute = {
  /** Code in the kind's list, e.g. `vehicleClass`. */
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameEn: Scalars['String']['output'];
  /** As printed; days are YYYY-MM-DD, areas square metres. */
  readonly value: Scalars['String']['output'];
};

/** 签注: a permission to travel that is entered into a licence. */
export type Endorsement = {
  /** Letter of the exit and entry administration, e.g. `G` for 个人旅游. */
  readonly kind: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameEn: Scalars['String']['output'];
  /** Where it leads. */
  readonly destination: Destination;
  readonly validFrom: Scalars['Date']['output'];
  /** First day on which it is valid no longer. */
  readonly validUntil: Scalars['Date']['output'];
  /** How many entries it allows; null: any number. */
  readonly entries?: Maybe<Scalars['Int']['output']>;
  /** How many of them are left; null: any number, or not told. */
  readonly entriesLeft?: Maybe<Scalars['Int']['output']>;
};

/** Where an endorsement leads. */
export type Destination =
  /** 香港 */
  | 'HONG_KONG'
  /** 澳门 */
  | 'MACAU'
  /** 台湾 */
  | 'TAIWAN';

/** 证照 kinds with issuer, legal basis, holder, term and renewal rule. */
export type LicenceKind = {
  /** E.g. `FOOD_PERMIT`. */
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameEn: Scalars['String']['output'];
  readonly holder: HolderKind;
  /** The department that issues it. */
  readonly issuer: Department;
  /** Law and article by which it is issued; several are separated by a semicolon. */
  readonly basis: Scalars['String']['output'];
  /** ISO 8601 duration where the law gives the kind one term, e.g. `P5Y`; null: several (`terms`), or none. */
  readonly term?: Maybe<Scalars['String']['output']>;
  /** Terms that the law gives, by age or occasion; empty: it gives none. */
  readonly terms: ReadonlyArray<LicenceTerm>;
  /**
   * How long before its end it may be renewed at the earliest, an ISO 8601 duration in calendar days, e.g. `P90D`; null: the law
   * does not say, or counts working days (`renewal`).
   */
  readonly renewFrom?: Maybe<Scalars['String']['output']>;
  /** When to ask for renewal; null: the law does not say. */
  readonly renewal?: Maybe<RenewalRule>;
  /** What its licences carry beside. */
  readonly attributes: ReadonlyArray<LicenceAttribute>;
  /** 签注 that may be entered into it; empty: none. */
  readonly endorsements: ReadonlyArray<EndorsementKind>;
};

/** A term that the law gives a licence at issue. */
export type LicenceTerm = {
  /** ISO 8601 duration; null: 长期, without end. */
  readonly term?: Maybe<Scalars['String']['output']>;
  /** For holders of at least this age on the day of issue; null: of any. */
  readonly fromAge?: Maybe<Scalars['Int']['output']>;
  /** For holders below this age on the day of issue; null: of any. */
  readonly belowAge?: Maybe<Scalars['Int']['output']>;
  /** The occasion, in words; null: any. */
  readonly occasion?: Maybe<Scalars['String']['output']>;
  /** The occasion in English. */
  readonly occasionEn?: Maybe<Scalars['String']['output']>;
  /** Law and article. */
  readonly basis: Scalars['String']['output'];
};

/** When the holder is to ask for renewal, counted back from the last valid day. */
export type RenewalRule = {
  /** Not earlier than this, an ISO 8601 duration; null: the law sets no first day. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** Not later than this; null: until the end. */
  readonly by?: Maybe<Scalars['String']['output']>;
  /** Whether both count working days. */
  readonly workingDays: Scalars['Boolean']['output'];
  /** Law and article. */
  readonly basis: Scalars['String']['output'];
};

/** A detail that licences of a kind carry. */
export type LicenceAttribute = {
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameEn: Scalars['String']['output'];
};

/** 签注种类: a kind of endorsement. */
export type EndorsementKind = {
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameEn: Scalars['String']['output'];
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
  Enterprise: Enterprise;
  Licence: Licence;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Citizen:
    ( { __typename: 'Citizen' }
    & GraphQLRecursivePick<FederationTypes['Citizen'], {"id":true}> );
  Enterprise:
    ( { __typename: 'Enterprise' }
    & GraphQLRecursivePick<FederationTypes['Enterprise'], {"uscc":true}> );
  Licence:
    ( { __typename: 'Licence' }
    & GraphQLRecursivePick<FederationTypes['Licence'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  Holder:
    | ( { id: string } )
    | ( { uscc: string } )
  ;
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
  Department: ResolverTypeWrapper<{ code: string }>;
  Point: ResolverTypeWrapper<Point>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Address: ResolverTypeWrapper<Address>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Citizen: ResolverTypeWrapper<{ id: string }>;
  Enterprise: ResolverTypeWrapper<{ uscc: string }>;
  LicenceConnection: ResolverTypeWrapper<LicencePage>;
  LicenceEdge: ResolverTypeWrapper<Omit<LicenceEdge, 'node'> & { node?: Maybe<ResolversTypes['Licence']> }>;
  Licence: ResolverTypeWrapper<{ id: string }>;
  Holder: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Holder']>;
  HolderKind: HolderKind;
  LicenceStatus: LicenceStatus;
  StatusChange: ResolverTypeWrapper<StatusChange>;
  Attribute: ResolverTypeWrapper<Attribute>;
  Endorsement: ResolverTypeWrapper<Endorsement>;
  Destination: Destination;
  LicenceKind: ResolverTypeWrapper<Omit<LicenceKind, 'issuer'> & { issuer: ResolversTypes['Department'] }>;
  LicenceTerm: ResolverTypeWrapper<LicenceTerm>;
  RenewalRule: ResolverTypeWrapper<RenewalRule>;
  LicenceAttribute: ResolverTypeWrapper<LicenceAttribute>;
  EndorsementKind: ResolverTypeWrapper<EndorsementKind>;
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
  Department: { code: string };
  Point: Point;
  Float: Scalars['Float']['output'];
  Address: Address;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Citizen: { id: string };
  Enterprise: { uscc: string };
  LicenceConnection: LicencePage;
  LicenceEdge: Omit<LicenceEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Licence']> };
  Licence: { id: string };
  Holder: ResolversUnionTypes<ResolversParentTypes>['Holder'];
  StatusChange: StatusChange;
  Attribute: Attribute;
  Endorsement: Endorsement;
  LicenceKind: Omit<LicenceKind, 'issuer'> & { issuer: ResolversParentTypes['Department'] };
  LicenceTerm: LicenceTerm;
  RenewalRule: RenewalRule;
  LicenceAttribute: LicenceAttribute;
  EndorsementKind: EndorsementKind;
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
  licence?: Resolver<Maybe<ResolversTypes['Licence']>, ParentType, ContextType, RequireFields<QueryLicenceArgs, 'id'>>;
  licenceKinds?: Resolver<ReadonlyArray<ResolversTypes['LicenceKind']>, ParentType, ContextType, Partial<QueryLicenceKindsArgs>>;
};

export type CitizenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Citizen'] = ResolversParentTypes['Citizen'], FederationReferenceType extends FederationReferenceTypes['Citizen'] = FederationReferenceTypes['Citizen']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Citizen']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  licences?: Resolver<Maybe<ResolversTypes['LicenceConnection']>, ParentType, ContextType, RequireFields<CitizenLicencesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnterpriseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enterprise'] = ResolversParentTypes['Enterprise'], FederationReferenceType extends FederationReferenceTypes['Enterprise'] = FederationReferenceTypes['Enterprise']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Enterprise']> | FederationReferenceType, FederationReferenceType, ContextType>;
  uscc?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  licences?: Resolver<Maybe<ResolversTypes['LicenceConnection']>, ParentType, ContextType, RequireFields<EnterpriseLicencesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LicenceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LicenceConnection'] = ResolversParentTypes['LicenceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LicenceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LicenceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LicenceEdge'] = ResolversParentTypes['LicenceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Licence']>, ParentType, ContextType>;
};

export type LicenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Licence'] = ResolversParentTypes['Licence'], FederationReferenceType extends FederationReferenceTypes['Licence'] = FederationReferenceTypes['Licence']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Licence']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['LicenceKind']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<LicenceNumberArgs, 'reveal'>>;
  issuer?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  issuingOffice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issuedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['LicenceStatus']>, ParentType, ContextType>;
  statusSince?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  statusChanges?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StatusChange']>>, ParentType, ContextType>;
  attributes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Attribute']>>, ParentType, ContextType>;
  endorsements?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Endorsement']>>, ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['Holder']>, ParentType, ContextType>;
};

export type HolderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Holder'] = ResolversParentTypes['Holder']> = {
  __resolveType?: TypeResolveFn<'Citizen' | 'Enterprise', ParentType, ContextType>;
};

export type StatusChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusChange'] = ResolversParentTypes['StatusChange']> = {
  status?: Resolver<ResolversTypes['LicenceStatus'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ground?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AttributeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attribute'] = ResolversParentTypes['Attribute']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EndorsementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Endorsement'] = ResolversParentTypes['Endorsement']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  destination?: Resolver<ResolversTypes['Destination'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  entries?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  entriesLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LicenceKindResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LicenceKind'] = ResolversParentTypes['LicenceKind']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  holder?: Resolver<ResolversTypes['HolderKind'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  term?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  terms?: Resolver<ReadonlyArray<ResolversTypes['LicenceTerm']>, ParentType, ContextType>;
  renewFrom?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  renewal?: Resolver<Maybe<ResolversTypes['RenewalRule']>, ParentType, ContextType>;
  attributes?: Resolver<ReadonlyArray<ResolversTypes['LicenceAttribute']>, ParentType, ContextType>;
  endorsements?: Resolver<ReadonlyArray<ResolversTypes['EndorsementKind']>, ParentType, ContextType>;
};

export type LicenceTermResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LicenceTerm'] = ResolversParentTypes['LicenceTerm']> = {
  term?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fromAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  belowAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  occasion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occasionEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RenewalRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenewalRule'] = ResolversParentTypes['RenewalRule']> = {
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  workingDays?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LicenceAttributeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LicenceAttribute'] = ResolversParentTypes['LicenceAttribute']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EndorsementKindResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EndorsementKind'] = ResolversParentTypes['EndorsementKind']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  Citizen?: CitizenResolvers<ContextType>;
  Enterprise?: EnterpriseResolvers<ContextType>;
  LicenceConnection?: LicenceConnectionResolvers<ContextType>;
  LicenceEdge?: LicenceEdgeResolvers<ContextType>;
  Licence?: LicenceResolvers<ContextType>;
  Holder?: HolderResolvers<ContextType>;
  StatusChange?: StatusChangeResolvers<ContextType>;
  Attribute?: AttributeResolvers<ContextType>;
  Endorsement?: EndorsementResolvers<ContextType>;
  LicenceKind?: LicenceKindResolvers<ContextType>;
  LicenceTerm?: LicenceTermResolvers<ContextType>;
  RenewalRule?: RenewalRuleResolvers<ContextType>;
  LicenceAttribute?: LicenceAttributeResolvers<ContextType>;
  EndorsementKind?: EndorsementKindResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  item?: ItemDirectiveResolver<any, any, ContextType>;
  assurance?: AssuranceDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
