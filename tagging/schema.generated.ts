// Written by `npm run generate` from schema/*.graphql. Do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { HeldTagRow, EvidenceRow, ContestRow } from './rows.ts';
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
  /** 标签目录: every tag that there is, with what it means and what it is used for, by code. For all, signed in or not. */
  readonly tags: ReadonlyArray<Tag>;
  /** One tag; null when there is none of this code. For all. */
  readonly tag?: Maybe<Tag>;
  /** The rules in force as they are written, by tag. For all: whoever is judged by a rule may read it. */
  readonly tagRules: ReadonlyArray<TagRule>;
  /** Tags that were contested by people of the viewer's district, those open for longest first: for staff who decide them, for `objection-decision`. */
  readonly contestedTags?: Maybe<ContestConnection>;
};


export type QueryTagsArgs = {
  kind?: InputMaybe<TagKind>;
  subject?: InputMaybe<SubjectKind>;
};


export type QueryTagArgs = {
  code: Scalars['ID']['input'];
};


export type QueryTagRulesArgs = {
  tag?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryContestedTagsArgs = {
  state?: InputMaybe<ContestState>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /** 标签异议: the citizen, the guardian or the representative says that a tag does not fit (PIPL 24 and 46). From then on it is used for nothing, until somebody has decided. */
  readonly contestTag?: Maybe<HeldTag>;
  /** By staff of the department that is responsible for tags, in the district of who it is about. A tag that is not kept is used for nothing any more, until the facts behind it change. */
  readonly decideContest?: Maybe<Contest>;
  /** 个性化推荐 on or off for oneself (PIPL 24); answers what holds from now on. Duties and deadlines are told all the same. */
  readonly setPersonalisation?: Maybe<Scalars['Boolean']['output']>;
};


export type MutationContestTagArgs = {
  heldTag: Scalars['ID']['input'];
  claim: Scalars['String']['input'];
  requestKey: Scalars['String']['input'];
};


export type MutationDecideContestArgs = {
  heldTag: Scalars['ID']['input'];
  keepTag: Scalars['Boolean']['input'];
  reason: Scalars['String']['input'];
  requestKey: Scalars['String']['input'];
};


export type MutationSetPersonalisationArgs = {
  enabled: Scalars['Boolean']['input'];
  requestKey: Scalars['String']['input'];
};

export type Citizen = {
  readonly id: Scalars['ID']['output'];
  /**
   * 标签: what is true of the person by rule, with since, until and why; by tag, then by day. Tags of a sensitive kind are
   * shown to the person, to the guardian of a child under 14, and to staff whose purpose the rule names; never to a widget.
   * Source: this system.
   */
  readonly tags?: Maybe<ReadonlyArray<HeldTag>>;
  /** 个性化推荐: whether tags are used to recommend services. Source: this system. */
  readonly personalisation?: Maybe<Scalars['Boolean']['output']>;
};


export type CitizenTagsArgs = {
  kinds?: InputMaybe<ReadonlyArray<TagKind>>;
  at?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  includeFuture?: InputMaybe<Scalars['Boolean']['input']>;
};

export type Enterprise = {
  readonly uscc: Scalars['ID']['output'];
  /** 标签: what is true of the enterprise by rule, with since, until and why; by tag, then by day. Source: this system. */
  readonly tags?: Maybe<ReadonlyArray<HeldTag>>;
};


export type EnterpriseTagsArgs = {
  kinds?: InputMaybe<ReadonlyArray<TagKind>>;
  at?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  includeFuture?: InputMaybe<Scalars['Boolean']['input']>;
};

/** 标签: something that is true of a citizen or an enterprise by rule. */
export type Tag = {
  /** Code of this system, e.g. `new_citizen`. */
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameEn: Scalars['String']['output'];
  readonly kind: TagKind;
  readonly subject: SubjectKind;
  /** Who holds it, in a sentence. */
  readonly definition: Scalars['String']['output'];
  readonly definitionEn: Scalars['String']['output'];
  /** What it is used for. */
  readonly use: Scalars['String']['output'];
  readonly useEn: Scalars['String']['output'];
  /** Law and article; null when none gives it. */
  readonly basis?: Maybe<Scalars['String']['output']>;
  /** Of the rule in force; grows with each change of what it says. */
  readonly version: Scalars['Int']['output'];
  /** Why the law asks for special care with it (PIPL 28); null when it does not. */
  readonly sensitive?: Maybe<Sensitivity>;
  /** Tags that whoever holds this one holds as well. */
  readonly parents: ReadonlyArray<Tag>;
  /**
   * How many hold it for certain: for analysts, staff and operators, null for everybody else. No figure below 10; every figure is perturbed and rounded, the
   * same one for the same people, so that none can be told apart by comparing figures. Contested tags do not count.
   */
  readonly holders?: Maybe<Scalars['Int']['output']>;
};


/** 标签: something that is true of a citizen or an enterprise by rule. */
export type TagHoldersArgs = {
  at?: InputMaybe<Scalars['Date']['input']>;
  district?: InputMaybe<Scalars['String']['input']>;
};

/** 标签类别. */
export type TagKind =
  /** 人生事件: birth, school, work, retirement. */
  | 'LIFE_EVENT'
  /** 人群: children, the elderly, new citizens. */
  | 'CROWD'
  /** 监护人: whoever has a duty to act for a ward. */
  | 'GUARDIAN'
  /** 行业: what an enterprise does (GB/T 4754). */
  | 'INDUSTRY'
  /** 阶段: where an enterprise stands between its start and its end. */
  | 'STAGE'
  /** 监管: what supervision asks for. */
  | 'REGULATORY';

/** Whom a tag is about. */
export type SubjectKind =
  /** 自然人. */
  | 'CITIZEN'
  /** 企业. */
  | 'ENTERPRISE';

/** A rule as it is written. */
export type TagRule = {
  readonly tag: Tag;
  readonly version: Scalars['Int']['output'];
  /** The rule, YAML; `tagging/README.md` says how to read it. */
  readonly source: Scalars['String']['output'];
  /** Law and article; null when none gives it. */
  readonly basis?: Maybe<Scalars['String']['output']>;
  /** When this version came into force here. */
  readonly publishedAt: Scalars['DateTime']['output'];
};

/** A tag on a subject: it holds on [since, until). */
export type HeldTag = {
  /** By this it is contested. The same as long as subject, tag and since are. */
  readonly id: Scalars['ID']['output'];
  readonly tag: Tag;
  /** First day; null: since ever. */
  readonly since?: Maybe<Scalars['Date']['output']>;
  /** First day on which it no longer holds; null: without end, as far as is known. */
  readonly until?: Maybe<Scalars['Date']['output']>;
  readonly state: TagState;
  /** Of the rule by which it was derived. */
  readonly version: Scalars['Int']['output'];
  /** Why it holds, in a sentence: `依据居住证，有效期至2027-03-08`. */
  readonly reason: Scalars['String']['output'];
  readonly reasonEn: Scalars['String']['output'];
  /** The records that decide; empty where the absence of records does, and to staff where they are a ward's. */
  readonly evidence: ReadonlyArray<Evidence>;
  /** 异议: null when nobody contested it. */
  readonly contested?: Maybe<ContestState>;
  /** Why it was kept or removed, as the officer said, to who acts for the subject; null as long as that is open, or nobody contested it. */
  readonly decision?: Maybe<Scalars['String']['output']>;
  /** True: it is to be derived again, and could not be so far. */
  readonly stale: Scalars['Boolean']['output'];
};

/** Whether a tag holds. */
export type TagState =
  /** It holds. */
  | 'IN'
  /** A fact is missing that would decide. */
  | 'UNKNOWN';

/** What became of a contest. OPEN and REMOVED: the tag is used for nothing. */
export type ContestState =
  /** Nobody has decided yet. */
  | 'OPEN'
  /** It was decided that the tag fits. */
  | 'KEPT'
  /** It was decided that it does not. */
  | 'REMOVED';

/** A record of a registry that decides. */
export type Evidence = {
  /** Schema coordinate of the datum, e.g. `Citizen.licences`; null where it is no item of the catalogue. */
  readonly item?: Maybe<Scalars['String']['output']>;
  /** Id of the record; null where it has none. */
  readonly record?: Maybe<Scalars['String']['output']>;
  /** What it is, in words. */
  readonly summary: Scalars['String']['output'];
  readonly summaryEn: Scalars['String']['output'];
  /** What it says, e.g. the number of days or the state; null where its term says all. */
  readonly value?: Maybe<Scalars['String']['output']>;
  /** First day of its term; null: since ever. */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** First day after its term; null: without end. */
  readonly until?: Maybe<Scalars['Date']['output']>;
};

/** Contests, page by page. */
export type ContestConnection = {
  readonly edges: ReadonlyArray<ContestEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

/** One entry of a page with its cursor. */
export type ContestEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Contest;
};

/** 标签异议: that somebody says a tag does not fit. */
export type Contest = {
  /** As in `HeldTag.id`. */
  readonly heldTag: Scalars['ID']['output'];
  readonly tag: Tag;
  /** Whom the tag is about; null where that is an enterprise, and with an error when the viewer may not see the person. */
  readonly citizen?: Maybe<Citizen>;
  /** Which enterprise the tag is about; null where that is a citizen, and with an error when the viewer may not see it. */
  readonly enterprise?: Maybe<Enterprise>;
  /** Why it does not fit, in the words of who contested it; reading it is logged. Source: this system. */
  readonly claim?: Maybe<Scalars['String']['output']>;
  readonly state: ContestState;
  readonly openedAt: Scalars['DateTime']['output'];
  /** Null as long as it is open. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was decided so; null as long as it is open. Source: this system. */
  readonly reason?: Maybe<Scalars['String']['output']>;
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
  Tag: Tag;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Citizen:
    ( { __typename: 'Citizen' }
    & GraphQLRecursivePick<FederationTypes['Citizen'], {"id":true}> );
  Enterprise:
    ( { __typename: 'Enterprise' }
    & GraphQLRecursivePick<FederationTypes['Enterprise'], {"uscc":true}> );
  Tag:
    ( { __typename: 'Tag' }
    & GraphQLRecursivePick<FederationTypes['Tag'], {"code":true}> );
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
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Citizen: ResolverTypeWrapper<{ id: string }>;
  Enterprise: ResolverTypeWrapper<{ uscc: string }>;
  Tag: ResolverTypeWrapper<{ code: string }>;
  TagKind: TagKind;
  SubjectKind: SubjectKind;
  TagRule: ResolverTypeWrapper<{ tag: string }>;
  HeldTag: ResolverTypeWrapper<HeldTagRow>;
  TagState: TagState;
  ContestState: ContestState;
  Evidence: ResolverTypeWrapper<EvidenceRow>;
  ContestConnection: ResolverTypeWrapper<Omit<ContestConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ContestEdge']> }>;
  ContestEdge: ResolverTypeWrapper<Omit<ContestEdge, 'node'> & { node: ResolversTypes['Contest'] }>;
  Contest: ResolverTypeWrapper<ContestRow>;
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
  ID: Scalars['ID']['output'];
  Mutation: Record<PropertyKey, never>;
  Citizen: { id: string };
  Enterprise: { uscc: string };
  Tag: { code: string };
  TagRule: { tag: string };
  HeldTag: HeldTagRow;
  Evidence: EvidenceRow;
  ContestConnection: Omit<ContestConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ContestEdge']> };
  ContestEdge: Omit<ContestEdge, 'node'> & { node: ResolversParentTypes['Contest'] };
  Contest: ContestRow;
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
  tags?: Resolver<ReadonlyArray<ResolversTypes['Tag']>, ParentType, ContextType, Partial<QueryTagsArgs>>;
  tag?: Resolver<Maybe<ResolversTypes['Tag']>, ParentType, ContextType, RequireFields<QueryTagArgs, 'code'>>;
  tagRules?: Resolver<ReadonlyArray<ResolversTypes['TagRule']>, ParentType, ContextType, Partial<QueryTagRulesArgs>>;
  contestedTags?: Resolver<Maybe<ResolversTypes['ContestConnection']>, ParentType, ContextType, RequireFields<QueryContestedTagsArgs, 'state' | 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  contestTag?: Resolver<Maybe<ResolversTypes['HeldTag']>, ParentType, ContextType, RequireFields<MutationContestTagArgs, 'heldTag' | 'claim' | 'requestKey'>>;
  decideContest?: Resolver<Maybe<ResolversTypes['Contest']>, ParentType, ContextType, RequireFields<MutationDecideContestArgs, 'heldTag' | 'keepTag' | 'reason' | 'requestKey'>>;
  setPersonalisation?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType, RequireFields<MutationSetPersonalisationArgs, 'enabled' | 'requestKey'>>;
};

export type CitizenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Citizen'] = ResolversParentTypes['Citizen'], FederationReferenceType extends FederationReferenceTypes['Citizen'] = FederationReferenceTypes['Citizen']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Citizen']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HeldTag']>>, ParentType, ContextType, RequireFields<CitizenTagsArgs, 'includeFuture'>>;
  personalisation?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type EnterpriseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enterprise'] = ResolversParentTypes['Enterprise'], FederationReferenceType extends FederationReferenceTypes['Enterprise'] = FederationReferenceTypes['Enterprise']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Enterprise']> | FederationReferenceType, FederationReferenceType, ContextType>;
  uscc?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HeldTag']>>, ParentType, ContextType, RequireFields<EnterpriseTagsArgs, 'includeFuture'>>;
};

export type TagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tag'] = ResolversParentTypes['Tag'], FederationReferenceType extends FederationReferenceTypes['Tag'] = FederationReferenceTypes['Tag']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Tag']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TagKind'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['SubjectKind'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  definitionEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  use?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  useEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sensitive?: Resolver<Maybe<ResolversTypes['Sensitivity']>, ParentType, ContextType>;
  parents?: Resolver<ReadonlyArray<ResolversTypes['Tag']>, ParentType, ContextType>;
  holders?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, Partial<TagHoldersArgs>>;
};

export type TagRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TagRule'] = ResolversParentTypes['TagRule']> = {
  tag?: Resolver<ResolversTypes['Tag'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type HeldTagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeldTag'] = ResolversParentTypes['HeldTag']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['Tag'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TagState'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reasonEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  evidence?: Resolver<ReadonlyArray<ResolversTypes['Evidence']>, ParentType, ContextType>;
  contested?: Resolver<Maybe<ResolversTypes['ContestState']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  item?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summaryEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ContestConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContestConnection'] = ResolversParentTypes['ContestConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ContestEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ContestEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContestEdge'] = ResolversParentTypes['ContestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Contest'], ParentType, ContextType>;
};

export type ContestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contest'] = ResolversParentTypes['Contest']> = {
  heldTag?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['Tag'], ParentType, ContextType>;
  citizen?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  claim?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ContestState'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  Enterprise?: EnterpriseResolvers<ContextType>;
  Tag?: TagResolvers<ContextType>;
  TagRule?: TagRuleResolvers<ContextType>;
  HeldTag?: HeldTagResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  ContestConnection?: ContestConnectionResolvers<ContextType>;
  ContestEdge?: ContestEdgeResolvers<ContextType>;
  Contest?: ContestResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  item?: ItemDirectiveResolver<any, any, ContextType>;
  assurance?: AssuranceDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
