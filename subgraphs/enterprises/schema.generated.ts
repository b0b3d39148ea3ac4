// Written by `npm run generate` from schema/*.graphql. Do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { HoldingRow, HoldingPage, EnterprisePage } from './rows.ts';
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
   * One enterprise's file: for its legal representative, handlers and holders, and staff whose purpose grants an item of it.
   * NOT_FOUND in the same words whether it does not exist or may not be seen.
   */
  readonly enterprise?: Maybe<Enterprise>;
  /** Files in batches, by position: for `system` alone. */
  readonly enterprisesByUscc?: Maybe<ReadonlyArray<Maybe<Enterprise>>>;
  /** Enterprises that the viewer's purpose covers, by name: for staff. Who works for a district sees that district. */
  readonly enterprises?: Maybe<EnterpriseConnection>;
};


export type QueryEnterpriseArgs = {
  uscc: Scalars['ID']['input'];
};


export type QueryEnterprisesByUsccArgs = {
  usccs: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryEnterprisesArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  district?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<EnterpriseStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  /** 经办人: the legal representative lets a citizen act for the enterprise, for some services, until a day. */
  readonly grantMandate?: Maybe<Mandate>;
  /**
   * The legal representative takes a mandate back, or the handler lays it down: at any sign-in level, as it only takes rights
   * away. It ends at once, everywhere within a second.
   */
  readonly withdrawMandate?: Maybe<Mandate>;
};


export type MutationGrantMandateArgs = {
  input: MandateInput;
};


export type MutationWithdrawMandateArgs = {
  id: Scalars['ID']['input'];
  requestKey: Scalars['String']['input'];
};

export type Citizen = {
  readonly id: Scalars['ID']['output'];
  /** Enterprises in which the person has a role, latest first. Source: enterprise register. */
  readonly enterprises?: Maybe<HoldingConnection>;
};


export type CitizenEnterprisesArgs = {
  roles?: InputMaybe<ReadonlyArray<Role>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What a citizen is to enterprises, page by page. */
export type HoldingConnection = {
  readonly edges: ReadonlyArray<HoldingEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

/** One entry of a page with its cursor. */
export type HoldingEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Holding;
};

/** What a citizen is to one enterprise, for a time. */
export type Holding = {
  /** Null with an error when the viewer may not see it. */
  readonly enterprise?: Maybe<Enterprise>;
  readonly role: Role;
  readonly since: Scalars['Date']['output'];
  /** Null while it lasts. */
  readonly until?: Maybe<Scalars['Date']['output']>;
  /** SHAREHOLDER: percent of the capital, 0 to 100; else null. */
  readonly share?: Maybe<Scalars['Float']['output']>;
};

/** What a person may be to an enterprise. */
export type Role =
  /** 法定代表人, 负责人 or 经营者 */
  | 'LEGAL_REPRESENTATIVE'
  /** 股东 */
  | 'SHAREHOLDER'
  /** 董事 */
  | 'DIRECTOR'
  /** 监事 */
  | 'SUPERVISOR'
  /** 经办人, with a mandate */
  | 'HANDLER';

/** 一企一档: the file of one enterprise, sole trader or branch. */
export type Enterprise = {
  /** 统一社会信用代码, GB 32100, 18 characters, upper case. */
  readonly uscc: Scalars['ID']['output'];
  /** Registered name. Source: enterprise register. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Names before, latest first. Source: enterprise register. */
  readonly formerNames?: Maybe<ReadonlyArray<DatedName>>;
  /** 企业类型, in the register's words, e.g. 有限责任公司. Source: enterprise register. */
  readonly kind?: Maybe<Scalars['String']['output']>;
  /** Source: enterprise register. */
  readonly status?: Maybe<EnterpriseStatus>;
  /** 成立日期. Source: enterprise register. */
  readonly establishedOn?: Maybe<Scalars['Date']['output']>;
  /** Day of deregistration or revocation, else null. Source: enterprise register. */
  readonly closedOn?: Maybe<Scalars['Date']['output']>;
  /** 注册资本; null when what was stated is no amount. Source: enterprise register. */
  readonly capital?: Maybe<Money>;
  /** 注册资本 in the words of the register, e.g. `100万美元`. Source: enterprise register. */
  readonly capitalAsStated?: Maybe<Scalars['String']['output']>;
  /** 经营范围 as registered. Source: enterprise register. */
  readonly scope?: Maybe<Scalars['String']['output']>;
  /** 经营范围 by clause, in the order of the text. Source: enterprise register. */
  readonly scopeItems?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** 住所. Source: enterprise register. */
  readonly address?: Maybe<Address>;
  /** The building it works in; of a building that the viewer may not see the code alone. Source: register of actual premises. */
  readonly premise?: Maybe<Premise>;
  /** District of supervision. Source: enterprise register. */
  readonly district?: Maybe<District>;
  /** 法定代表人. Source: enterprise register. */
  readonly legalRepresentative?: Maybe<Citizen>;
  /** 经办人 with their mandates, latest first, past ones included. Source: mandates given here. */
  readonly handlers?: Maybe<ReadonlyArray<Mandate>>;
  /** Who holds shares in it now and before, largest first, then by owner. Source: enterprise register. */
  readonly shareholders?: Maybe<ReadonlyArray<Share>>;
  /** In what it holds shares now and before, largest first, then by enterprise. Source: enterprise register. */
  readonly investments?: Maybe<ReadonlyArray<Share>>;
  /** 受益所有人: natural persons who hold 25 percent or more, through whatever chain. Source: derived from all shares in force. */
  readonly beneficialOwners?: Maybe<ReadonlyArray<BeneficialOwner>>;
  /** 分支机构. Source: enterprise register. */
  readonly branches?: Maybe<EnterpriseConnection>;
  /** 年报, latest first. Source: annual reports. */
  readonly annualReports?: Maybe<ReadonlyArray<AnnualReport>>;
  /** 行政处罚, latest first. Source: penalty decisions. */
  readonly penalties?: Maybe<ReadonlyArray<Penalty>>;
  /** Directories it stands or stood in, latest first. Source: directories of each keeper. */
  readonly listings?: Maybe<ReadonlyArray<Listing>>;
  /** People insured for work there; as of the latest annual report. Source: annual reports. */
  readonly employees?: Maybe<Scalars['Int']['output']>;
  /** 全生命周期: what happened to it, latest first. Source: all registers of the enterprise. */
  readonly timeline?: Maybe<EventConnection>;
};


/** 一企一档: the file of one enterprise, sole trader or branch. */
export type EnterpriseHandlersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** 一企一档: the file of one enterprise, sole trader or branch. */
export type EnterpriseShareholdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** 一企一档: the file of one enterprise, sole trader or branch. */
export type EnterpriseInvestmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** 一企一档: the file of one enterprise, sole trader or branch. */
export type EnterpriseBranchesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** 一企一档: the file of one enterprise, sole trader or branch. */
export type EnterprisePenaltiesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** 一企一档: the file of one enterprise, sole trader or branch. */
export type EnterpriseListingsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** 一企一档: the file of one enterprise, sole trader or branch. */
export type EnterpriseTimelineArgs = {
  kinds?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** 登记状态 */
export type EnterpriseStatus =
  /** 开业前, registered and not yet open */
  | 'REGISTERED'
  /** 存续, 在业 */
  | 'OPERATING'
  /** 歇业 (Regulations on registration of market entities, 30) */
  | 'SUSPENDED'
  /** 吊销 */
  | 'REVOKED'
  /** 注销 */
  | 'DEREGISTERED';

/** A name that held for a time. */
export type DatedName = {
  readonly name: Scalars['String']['output'];
  /** Null when the register does not say. */
  readonly since?: Maybe<Scalars['Date']['output']>;
  readonly until?: Maybe<Scalars['Date']['output']>;
};

/** 实有房屋: a building or a part of one. Source: register of actual premises. */
export type Premise = {
  /** Code of the register. */
  readonly id: Scalars['ID']['output'];
};

/** Who may hold shares. */
export type Owner = Citizen | Enterprise;

/** 股权: a share in an enterprise, for a time. */
export type Share = {
  /** Null with an error when the viewer may not see it. */
  readonly owner?: Maybe<Owner>;
  /** What the share is in; null with an error when the viewer may not see it. */
  readonly enterprise?: Maybe<Enterprise>;
  /** Percent of the capital, 0 to 100. */
  readonly share: Scalars['Float']['output'];
  /** 认缴出资额 */
  readonly subscribed?: Maybe<Money>;
  readonly since: Scalars['Date']['output'];
  /** Null while it is held. */
  readonly until?: Maybe<Scalars['Date']['output']>;
};

/** 受益所有人: a natural person at the end of chains of ownership. */
export type BeneficialOwner = {
  /** Null with an error when the viewer may not see the person. */
  readonly citizen?: Maybe<Citizen>;
  /** Percent of the capital over all chains, 0 to 100. */
  readonly share: Scalars['Float']['output'];
  /** Number of chains. */
  readonly paths: Scalars['Int']['output'];
};

/** 授权: what a handler may do for an enterprise, for a time. */
export type Mandate = {
  readonly id: Scalars['ID']['output'];
  /** Null with an error when the viewer may not see it. */
  readonly enterprise?: Maybe<Enterprise>;
  /** Null with an error when the viewer may not see the person. */
  readonly handler?: Maybe<Citizen>;
  /**
   * Codes of the services that the handler may apply for in the enterprise's name. What the handler sees of its file does not
   * depend on them.
   */
  readonly services: ReadonlyArray<Scalars['String']['output']>;
  readonly since: Scalars['Date']['output'];
  /** First day on which it no longer holds; a withdrawal moves it. */
  readonly until?: Maybe<Scalars['Date']['output']>;
  /** Null unless it was taken back or laid down. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What `grantMandate` asks for. */
export type MandateInput = {
  readonly uscc: Scalars['ID']['input'];
  /** Opaque id of the citizen who may act. */
  readonly handler: Scalars['ID']['input'];
  /** Codes of services; at least one. */
  readonly services: ReadonlyArray<Scalars['String']['input']>;
  /** First day on which it no longer holds; after today, within three years. */
  readonly until: Scalars['Date']['input'];
  /** Made up by the client; the same key repeats the first answer instead of acting twice. */
  readonly requestKey: Scalars['String']['input'];
};

/** 年报 for one year. */
export type AnnualReport = {
  readonly year: Scalars['Int']['output'];
  /** 30 June of the year after, or what the rules of that year said. */
  readonly dueOn: Scalars['Date']['output'];
  /** Null when not filed. */
  readonly filedAt?: Maybe<Scalars['DateTime']['output']>;
  /** True when no report was due, e.g. registered after the year's end. */
  readonly exempt: Scalars['Boolean']['output'];
  /** 营业总收入 */
  readonly revenue?: Maybe<Money>;
  /** 纳税总额 */
  readonly taxes?: Maybe<Money>;
  readonly employees?: Maybe<Scalars['Int']['output']>;
};

/** 行政处罚决定 */
export type Penalty = {
  /** Number of the decision. */
  readonly id: Scalars['ID']['output'];
  readonly department: Department;
  readonly on: Scalars['Date']['output'];
  /** Facts and law. */
  readonly ground: Scalars['String']['output'];
  /** 罚款; null when no money was fined. */
  readonly amount?: Maybe<Money>;
  /** Whether the decision is on the public site now. */
  readonly published: Scalars['Boolean']['output'];
};

/** An enterprise's stay in a directory that restricts it. */
export type Listing = {
  readonly directory: Directory;
  readonly since: Scalars['Date']['output'];
  /** Null while it stands there. */
  readonly until?: Maybe<Scalars['Date']['output']>;
  readonly ground: Scalars['String']['output'];
  /** Article on which the decision rests. */
  readonly citation: Scalars['String']['output'];
  readonly decidedBy: Department;
};

/** Directories that restrict who stands in them. */
export type Directory =
  /** 经营异常名录 */
  | 'ABNORMAL_OPERATION'
  /** 严重违法失信名单 */
  | 'SERIOUSLY_UNLAWFUL'
  /** 失信被执行人名单 */
  | 'DISHONEST_JUDGMENT_DEBTOR';

/** One thing that happened to an enterprise. */
export type LifeEvent = {
  readonly id: Scalars['ID']['output'];
  readonly at: Scalars['Date']['output'];
  /** `registered`, `name-changed`, `scope-changed`, `address-changed`, `capital-changed`, `representative-changed`, `shareholders-changed`, `status-changed`, `report-filed`, `penalty`, `listed`, `delisted`. */
  readonly kind: Scalars['String']['output'];
  /** In Chinese, one line. */
  readonly title: Scalars['String']['output'];
  /** The value before a change; null for other events. */
  readonly before?: Maybe<Scalars['String']['output']>;
  /** The value after a change; null for other events. */
  readonly after?: Maybe<Scalars['String']['output']>;
  readonly source: Department;
};

/** What happened to an enterprise, page by page. */
export type EventConnection = {
  readonly edges: ReadonlyArray<EventEdge>;
  readonly pageInfo: PageInfo;
};

/** One entry of a page with its cursor. */
export type EventEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: LifeEvent;
};

/** Enterprises, page by page. */
export type EnterpriseConnection = {
  readonly edges: ReadonlyArray<EnterpriseEdge>;
  readonly pageInfo: PageInfo;
  /** Of those that the viewer may see. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One entry of a page with its cursor. */
export type EnterpriseEdge = {
  readonly cursor: Scalars['String']['output'];
  /** Null with an error when the viewer may not see it. */
  readonly node?: Maybe<Enterprise>;
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
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Citizen:
    ( { __typename: 'Citizen' }
    & GraphQLRecursivePick<FederationTypes['Citizen'], {"id":true}> );
  Enterprise:
    ( { __typename: 'Enterprise' }
    & GraphQLRecursivePick<FederationTypes['Enterprise'], {"uscc":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  Owner:
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
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Citizen: ResolverTypeWrapper<{ id: string }>;
  HoldingConnection: ResolverTypeWrapper<HoldingPage>;
  HoldingEdge: ResolverTypeWrapper<Omit<HoldingEdge, 'node'> & { node: ResolversTypes['Holding'] }>;
  Holding: ResolverTypeWrapper<HoldingRow>;
  Role: Role;
  Enterprise: ResolverTypeWrapper<{ uscc: string }>;
  EnterpriseStatus: EnterpriseStatus;
  DatedName: ResolverTypeWrapper<DatedName>;
  Premise: ResolverTypeWrapper<{ id: string }>;
  Owner: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Owner']>;
  Share: ResolverTypeWrapper<Omit<Share, 'owner' | 'enterprise'> & { owner?: Maybe<ResolversTypes['Owner']>, enterprise?: Maybe<ResolversTypes['Enterprise']> }>;
  BeneficialOwner: ResolverTypeWrapper<Omit<BeneficialOwner, 'citizen'> & { citizen?: Maybe<ResolversTypes['Citizen']> }>;
  Mandate: ResolverTypeWrapper<Omit<Mandate, 'enterprise' | 'handler'> & { enterprise?: Maybe<ResolversTypes['Enterprise']>, handler?: Maybe<ResolversTypes['Citizen']> }>;
  MandateInput: MandateInput;
  AnnualReport: ResolverTypeWrapper<AnnualReport>;
  Penalty: ResolverTypeWrapper<Omit<Penalty, 'department'> & { department: ResolversTypes['Department'] }>;
  Listing: ResolverTypeWrapper<Omit<Listing, 'decidedBy'> & { decidedBy: ResolversTypes['Department'] }>;
  Directory: Directory;
  LifeEvent: ResolverTypeWrapper<Omit<LifeEvent, 'source'> & { source: ResolversTypes['Department'] }>;
  EventConnection: ResolverTypeWrapper<Omit<EventConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['EventEdge']> }>;
  EventEdge: ResolverTypeWrapper<Omit<EventEdge, 'node'> & { node: ResolversTypes['LifeEvent'] }>;
  EnterpriseConnection: ResolverTypeWrapper<EnterprisePage>;
  EnterpriseEdge: ResolverTypeWrapper<Omit<EnterpriseEdge, 'node'> & { node?: Maybe<ResolversTypes['Enterprise']> }>;
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
  Mutation: Record<PropertyKey, never>;
  Citizen: { id: string };
  HoldingConnection: HoldingPage;
  HoldingEdge: Omit<HoldingEdge, 'node'> & { node: ResolversParentTypes['Holding'] };
  Holding: HoldingRow;
  Enterprise: { uscc: string };
  DatedName: DatedName;
  Premise: { id: string };
  Owner: ResolversUnionTypes<ResolversParentTypes>['Owner'];
  Share: Omit<Share, 'owner' | 'enterprise'> & { owner?: Maybe<ResolversParentTypes['Owner']>, enterprise?: Maybe<ResolversParentTypes['Enterprise']> };
  BeneficialOwner: Omit<BeneficialOwner, 'citizen'> & { citizen?: Maybe<ResolversParentTypes['Citizen']> };
  Mandate: Omit<Mandate, 'enterprise' | 'handler'> & { enterprise?: Maybe<ResolversParentTypes['Enterprise']>, handler?: Maybe<ResolversParentTypes['Citizen']> };
  MandateInput: MandateInput;
  AnnualReport: AnnualReport;
  Penalty: Omit<Penalty, 'department'> & { department: ResolversParentTypes['Department'] };
  Listing: Omit<Listing, 'decidedBy'> & { decidedBy: ResolversParentTypes['Department'] };
  LifeEvent: Omit<LifeEvent, 'source'> & { source: ResolversParentTypes['Department'] };
  EventConnection: Omit<EventConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['EventEdge']> };
  EventEdge: Omit<EventEdge, 'node'> & { node: ResolversParentTypes['LifeEvent'] };
  EnterpriseConnection: EnterprisePage;
  EnterpriseEdge: Omit<EnterpriseEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Enterprise']> };
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
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType, RequireFields<QueryEnterpriseArgs, 'uscc'>>;
  enterprisesByUscc?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Enterprise']>>>, ParentType, ContextType, RequireFields<QueryEnterprisesByUsccArgs, 'usccs'>>;
  enterprises?: Resolver<Maybe<ResolversTypes['EnterpriseConnection']>, ParentType, ContextType, RequireFields<QueryEnterprisesArgs, 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  grantMandate?: Resolver<Maybe<ResolversTypes['Mandate']>, ParentType, ContextType, RequireFields<MutationGrantMandateArgs, 'input'>>;
  withdrawMandate?: Resolver<Maybe<ResolversTypes['Mandate']>, ParentType, ContextType, RequireFields<MutationWithdrawMandateArgs, 'id' | 'requestKey'>>;
};

export type CitizenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Citizen'] = ResolversParentTypes['Citizen'], FederationReferenceType extends FederationReferenceTypes['Citizen'] = FederationReferenceTypes['Citizen']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Citizen']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  enterprises?: Resolver<Maybe<ResolversTypes['HoldingConnection']>, ParentType, ContextType, RequireFields<CitizenEnterprisesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HoldingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldingConnection'] = ResolversParentTypes['HoldingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['HoldingEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HoldingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldingEdge'] = ResolversParentTypes['HoldingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Holding'], ParentType, ContextType>;
};

export type HoldingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Holding'] = ResolversParentTypes['Holding']> = {
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type EnterpriseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enterprise'] = ResolversParentTypes['Enterprise'], FederationReferenceType extends FederationReferenceTypes['Enterprise'] = FederationReferenceTypes['Enterprise']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Enterprise']> | FederationReferenceType, FederationReferenceType, ContextType>;
  uscc?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  formerNames?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DatedName']>>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['EnterpriseStatus']>, ParentType, ContextType>;
  establishedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  capital?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  capitalAsStated?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scopeItems?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  premise?: Resolver<Maybe<ResolversTypes['Premise']>, ParentType, ContextType>;
  district?: Resolver<Maybe<ResolversTypes['District']>, ParentType, ContextType>;
  legalRepresentative?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  handlers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Mandate']>>, ParentType, ContextType, RequireFields<EnterpriseHandlersArgs, 'first'>>;
  shareholders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Share']>>, ParentType, ContextType, RequireFields<EnterpriseShareholdersArgs, 'first'>>;
  investments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Share']>>, ParentType, ContextType, RequireFields<EnterpriseInvestmentsArgs, 'first'>>;
  beneficialOwners?: Resolver<Maybe<ReadonlyArray<ResolversTypes['BeneficialOwner']>>, ParentType, ContextType>;
  branches?: Resolver<Maybe<ResolversTypes['EnterpriseConnection']>, ParentType, ContextType, RequireFields<EnterpriseBranchesArgs, 'first'>>;
  annualReports?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AnnualReport']>>, ParentType, ContextType>;
  penalties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Penalty']>>, ParentType, ContextType, RequireFields<EnterprisePenaltiesArgs, 'first'>>;
  listings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Listing']>>, ParentType, ContextType, RequireFields<EnterpriseListingsArgs, 'first'>>;
  employees?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  timeline?: Resolver<Maybe<ResolversTypes['EventConnection']>, ParentType, ContextType, RequireFields<EnterpriseTimelineArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DatedNameResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatedName'] = ResolversParentTypes['DatedName']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PremiseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Premise'] = ResolversParentTypes['Premise']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OwnerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Owner'] = ResolversParentTypes['Owner']> = {
  __resolveType?: TypeResolveFn<'Citizen' | 'Enterprise', ParentType, ContextType>;
};

export type ShareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Share'] = ResolversParentTypes['Share']> = {
  owner?: Resolver<Maybe<ResolversTypes['Owner']>, ParentType, ContextType>;
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  subscribed?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type BeneficialOwnerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BeneficialOwner'] = ResolversParentTypes['BeneficialOwner']> = {
  citizen?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  paths?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MandateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mandate'] = ResolversParentTypes['Mandate']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  handler?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  services?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AnnualReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnnualReport'] = ResolversParentTypes['AnnualReport']> = {
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  filedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  exempt?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  revenue?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  taxes?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  employees?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PenaltyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Penalty'] = ResolversParentTypes['Penalty']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  published?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ListingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Listing'] = ResolversParentTypes['Listing']> = {
  directory?: Resolver<ResolversTypes['Directory'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decidedBy?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
};

export type LifeEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LifeEvent'] = ResolversParentTypes['LifeEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
};

export type EventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventConnection'] = ResolversParentTypes['EventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventEdge'] = ResolversParentTypes['EventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LifeEvent'], ParentType, ContextType>;
};

export type EnterpriseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnterpriseConnection'] = ResolversParentTypes['EnterpriseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EnterpriseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type EnterpriseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnterpriseEdge'] = ResolversParentTypes['EnterpriseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
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
  HoldingConnection?: HoldingConnectionResolvers<ContextType>;
  HoldingEdge?: HoldingEdgeResolvers<ContextType>;
  Holding?: HoldingResolvers<ContextType>;
  Enterprise?: EnterpriseResolvers<ContextType>;
  DatedName?: DatedNameResolvers<ContextType>;
  Premise?: PremiseResolvers<ContextType>;
  Owner?: OwnerResolvers<ContextType>;
  Share?: ShareResolvers<ContextType>;
  BeneficialOwner?: BeneficialOwnerResolvers<ContextType>;
  Mandate?: MandateResolvers<ContextType>;
  AnnualReport?: AnnualReportResolvers<ContextType>;
  Penalty?: PenaltyResolvers<ContextType>;
  Listing?: ListingResolvers<ContextType>;
  LifeEvent?: LifeEventResolvers<ContextType>;
  EventConnection?: EventConnectionResolvers<ContextType>;
  EventEdge?: EventEdgeResolvers<ContextType>;
  EnterpriseConnection?: EnterpriseConnectionResolvers<ContextType>;
  EnterpriseEdge?: EnterpriseEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  item?: ItemDirectiveResolver<any, any, ContextType>;
  assurance?: AssuranceDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
