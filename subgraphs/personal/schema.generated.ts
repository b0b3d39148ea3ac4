// Written by `npm run generate` from schema/*.graphql. Do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { HouseholdRow, MarriageRow } from './rows.ts';
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
   * One citizen's file: for the citizen, their guardian, and staff whose purpose grants an item of it. NOT_FOUND in the same
   * words whether the person does not exist or may not be seen.
   */
  readonly citizen?: Maybe<Citizen>;
  /** Files in batches, by position: for `system` alone. Ids that are merged resolve to the survivor. */
  readonly citizens?: Maybe<ReadonlyArray<Maybe<Citizen>>>;
  /** The file of an ID number: for staff at the counter, under the same rules as `citizen`, with a line in the access log. */
  readonly findCitizen?: Maybe<Citizen>;
  /** Ids for ID numbers, by position: for `system` alone, so that other registries need not keep the numbers. */
  readonly citizensByIdNumber?: Maybe<ReadonlyArray<Maybe<Citizen>>>;
};


export type QueryCitizenArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCitizensArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryFindCitizenArgs = {
  idNumber: Scalars['String']['input'];
};


export type QueryCitizensByIdNumberArgs = {
  idNumbers: ReadonlyArray<Scalars['String']['input']>;
};

export type Mutation = {
  /** Replaces the contact data of the signed-in citizen, or of the ward in whose name they act. */
  readonly setContact?: Maybe<Citizen>;
};


export type MutationSetContactArgs = {
  phone?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  requestKey: Scalars['String']['input'];
};

/** 一人一档: the file of one natural person. */
export type Citizen = {
  /** Random and opaque, `c1_…`: says nothing of the person and outlives a corrected ID number. */
  readonly id: Scalars['ID']['output'];
  /** Registered name. Whole to oneself and to whom it is granted, else masked. Source: population register. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** 曾用名: names the person had before, latest first. Source: population register. */
  readonly formerNames?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** 公民身份号码, GB 11643. Revealed to oneself at assurance 2. Source: population register. */
  readonly idNumber?: Maybe<Scalars['String']['output']>;
  /** Source: population register. */
  readonly sex?: Maybe<Sex>;
  /** Source: population register. */
  readonly birthDate?: Maybe<Scalars['Date']['output']>;
  /** Null while alive. Source: population register. */
  readonly deathDate?: Maybe<Scalars['Date']['output']>;
  /** 民族: two-letter code of GB/T 3304, e.g. `HA` for 汉族. Source: population register. */
  readonly ethnicity?: Maybe<Scalars['String']['output']>;
  /** ISO 3166-1 alpha-3, e.g. `CHN` (GB/T 2659). Source: population register. */
  readonly nationality?: Maybe<Scalars['String']['output']>;
  /** 政治面貌: two digits of GB/T 4762. Never shared with another department. Source: population register. */
  readonly politicalStatus?: Maybe<Scalars['String']['output']>;
  /** Highest level completed. Source: enrolment register. */
  readonly education?: Maybe<Education>;
  /** As of today. Source: marriage register. */
  readonly maritalStatus?: Maybe<MaritalStatus>;
  /** All marriages, latest first. Source: marriage register. */
  readonly marriages?: Maybe<ReadonlyArray<Marriage>>;
  /** 职业: GB/T 6565 code or the words of the employment register. Source: employment register. */
  readonly occupation?: Maybe<Scalars['String']['output']>;
  /** Name of the present employer. Source: employment register. */
  readonly employer?: Maybe<Scalars['String']['output']>;
  /** Source: register of veterans. */
  readonly militaryService?: Maybe<MilitaryService>;
  /** The certificate of disability in force. Source: register of persons with disabilities. */
  readonly disability?: Maybe<Disability>;
  /** 户籍: present household registration, in this city or elsewhere. Source: household register. */
  readonly household?: Maybe<Household>;
  /** 学籍: schools and universities, latest first. Source: enrolment register. */
  readonly enrolments?: Maybe<ReadonlyArray<Enrolment>>;
  /** Where the person lives now. Source: register of actual population. */
  readonly residence?: Maybe<Residence>;
  /** Where the person has lived, latest first. Source: register of actual population. */
  readonly residences?: Maybe<ReadonlyArray<Residence>>;
  /** Mobile number that the citizen gave. Source: account. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** Address that the citizen gave. Source: account. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Of the marriage in force. Source: marriage register. */
  readonly spouse?: Maybe<Citizen>;
  /** By blood or adoption. Source: household and birth registers. */
  readonly parents?: Maybe<ReadonlyArray<Maybe<Citizen>>>;
  /** By blood or adoption, eldest first. Source: household and birth registers. */
  readonly children?: Maybe<ReadonlyArray<Maybe<Citizen>>>;
  /** 监护: who may act for this person, past ones included. Source: register of guardianship. */
  readonly guardians?: Maybe<ReadonlyArray<Guardianship>>;
  /** For whom this person may act, past ones included. Source: register of guardianship. */
  readonly wards?: Maybe<ReadonlyArray<Guardianship>>;
};


/** 一人一档: the file of one natural person. */
export type CitizenNameArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};


/** 一人一档: the file of one natural person. */
export type CitizenFormerNamesArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};


/** 一人一档: the file of one natural person. */
export type CitizenIdNumberArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};


/** 一人一档: the file of one natural person. */
export type CitizenResidencesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** 一人一档: the file of one natural person. */
export type CitizenPhoneArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};


/** 一人一档: the file of one natural person. */
export type CitizenEmailArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};


/** 一人一档: the file of one natural person. */
export type CitizenWardsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** 性别, GB/T 2261.1. */
export type Sex =
  /** 0 未知的性别 */
  | 'UNKNOWN'
  /** 1 男性 */
  | 'MALE'
  /** 2 女性 */
  | 'FEMALE'
  /** 9 未说明的性别 */
  | 'UNSPECIFIED';

/** 婚姻状况, GB/T 2261.2. */
export type MaritalStatus =
  /** 10 未婚 */
  | 'SINGLE'
  /** 20 已婚, 21 初婚 */
  | 'MARRIED'
  /** 22 再婚 */
  | 'REMARRIED'
  /** 23 复婚 */
  | 'REUNITED'
  /** 30 丧偶 */
  | 'WIDOWED'
  /** 40 离婚 */
  | 'DIVORCED'
  /** 90 未说明的婚姻状况 */
  | 'UNSPECIFIED';

/** 学历, GB/T 4658. */
export type Education =
  /** 80 小学 */
  | 'PRIMARY'
  /** 70 初级中学 */
  | 'JUNIOR_SECONDARY'
  /** 60 普通高级中学 */
  | 'SENIOR_SECONDARY'
  /** 40 中等职业教育 */
  | 'VOCATIONAL'
  /** 30 大学专科 */
  | 'COLLEGE'
  /** 20 大学本科 */
  | 'BACHELOR'
  /** 14 硕士研究生 */
  | 'MASTER'
  /** 11 博士研究生 */
  | 'DOCTORATE'
  /** 90 其他, no schooling completed */
  | 'NONE';

/** One marriage, from its registration to its end. */
export type Marriage = {
  /** Null with an error when the viewer may not see the person. */
  readonly spouse?: Maybe<Citizen>;
  readonly since: Scalars['Date']['output'];
  readonly until?: Maybe<Scalars['Date']['output']>;
  /** Null while the marriage lasts. */
  readonly endedBy?: Maybe<MarriageEnd>;
  readonly registeredAt?: Maybe<Department>;
};

/** How a marriage ended. */
export type MarriageEnd =
  /** 离婚 */
  | 'DIVORCE'
  /** 一方死亡 */
  | 'DEATH'
  /** 撤销或宣告无效 (Civil Code 1051–1053) */
  | 'ANNULMENT';

/** Service in the armed forces; until is null while it lasts. */
export type MilitaryService = {
  readonly since: Scalars['Date']['output'];
  readonly until?: Maybe<Scalars['Date']['output']>;
  /** 军种, in words. */
  readonly branch?: Maybe<Scalars['String']['output']>;
};

/** 残疾人证: the finding it states (GB/T 26341). */
export type Disability = {
  /** 1 视力, 2 听力, 3 言语, 4 肢体, 5 智力, 6 精神, 7 多重. */
  readonly category: Scalars['String']['output'];
  /** 1 (most severe) to 4. */
  readonly degree: Scalars['Int']['output'];
  readonly since: Scalars['Date']['output'];
  readonly until?: Maybe<Scalars['Date']['output']>;
};

/** 户籍: a person's place in a household register. */
export type Household = {
  /** Two leading digits of GB/T 2260 with four zeros, e.g. `310000` for Shanghai. */
  readonly province: District;
  /** County or urban district; null when only the province is known. */
  readonly district?: Maybe<District>;
  readonly kind: HouseholdKind;
  /** Since when the person is in this register. */
  readonly since: Scalars['Date']['output'];
  /** 户主 */
  readonly head?: Maybe<Citizen>;
  /** Relation to the head, GB/T 4761 two digits, e.g. `01` oneself, `10` spouse, `20` son, `30` daughter. */
  readonly relationToHead?: Maybe<Scalars['String']['output']>;
  /** Who is now in the register, the head first, the person included; of a collective one 集体户 the person alone. */
  readonly members?: Maybe<ReadonlyArray<Maybe<Citizen>>>;
  /** Masked to others than oneself. */
  readonly address?: Maybe<Address>;
};


/** 户籍: a person's place in a household register. */
export type HouseholdMembersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** 户籍: a person's place in a household register. */
export type HouseholdAddressArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Kind of a household register. */
export type HouseholdKind =
  /** 家庭户 */
  | 'FAMILY'
  /** 集体户 */
  | 'COLLECTIVE';

/** Living at a place for a time. */
export type Residence = {
  /** Masked to others than oneself. */
  readonly address?: Maybe<Address>;
  /** The building. Source: register of actual premises. */
  readonly premise?: Maybe<Premise>;
  readonly district?: Maybe<District>;
  readonly since: Scalars['Date']['output'];
  /** Null while the person lives there. */
  readonly until?: Maybe<Scalars['Date']['output']>;
  readonly basis?: Maybe<ResidenceBasis>;
};


/** Living at a place for a time. */
export type ResidenceAddressArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};

/** By what right somebody lives at a place. */
export type ResidenceBasis =
  /** 户籍所在地 */
  | 'HOUSEHOLD'
  /** 居住证 */
  | 'RESIDENCE_PERMIT'
  /** 租赁 */
  | 'TENANCY'
  /** 自有 */
  | 'OWNED';

/** 实有房屋: a building or a part of one. Source: register of actual premises. */
export type Premise = {
  /** Code of the register. */
  readonly id: Scalars['ID']['output'];
  /** Masked to others than its owners. */
  readonly address?: Maybe<Address>;
  /** 房屋用途, in words: 住宅, 商业, 办公, … */
  readonly use?: Maybe<Scalars['String']['output']>;
  /** Floor area, square metres. */
  readonly area?: Maybe<Scalars['Float']['output']>;
  /** Natural persons who own it, the longest first. */
  readonly owners?: Maybe<ReadonlyArray<Maybe<Citizen>>>;
};


/** 实有房屋: a building or a part of one. Source: register of actual premises. */
export type PremiseAddressArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};


/** 实有房屋: a building or a part of one. Source: register of actual premises. */
export type PremiseOwnersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** 学籍: one school or university, from enrolment to graduation. */
export type Enrolment = {
  readonly school: Scalars['String']['output'];
  readonly stage: Education;
  /** Year of the stage, from 1. */
  readonly grade?: Maybe<Scalars['Int']['output']>;
  readonly since: Scalars['Date']['output'];
  /** Null while enrolled. */
  readonly until?: Maybe<Scalars['Date']['output']>;
  /** True: completed; false: left without; null while enrolled. */
  readonly graduated?: Maybe<Scalars['Boolean']['output']>;
};

/** 监护: who may act for whom, and why (Civil Code 27–39). */
export type Guardianship = {
  /** Null with an error when the viewer may not see the person; null without one when the guardian is an institution. */
  readonly guardian?: Maybe<Citizen>;
  /** Null with an error when the viewer may not see the person. */
  readonly ward?: Maybe<Citizen>;
  readonly kind: GuardianKind;
  readonly since: Scalars['Date']['output'];
  /** Null while it lasts; a minor's ends on the 18th birthday. */
  readonly until?: Maybe<Scalars['Date']['output']>;
};

/** Why somebody is a guardian. */
export type GuardianKind =
  /** 父母 */
  | 'PARENT'
  /** 指定监护 (Civil Code 31) */
  | 'APPOINTED'
  /** 民政部门或村居委会 (Civil Code 32) */
  | 'INSTITUTION';



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
  Premise: Premise;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Citizen:
    ( { __typename: 'Citizen' }
    & GraphQLRecursivePick<FederationTypes['Citizen'], {"id":true}> );
  Premise:
    ( { __typename: 'Premise' }
    & GraphQLRecursivePick<FederationTypes['Premise'], {"id":true}> );
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
  Sex: Sex;
  MaritalStatus: MaritalStatus;
  Education: Education;
  Marriage: ResolverTypeWrapper<MarriageRow>;
  MarriageEnd: MarriageEnd;
  MilitaryService: ResolverTypeWrapper<MilitaryService>;
  Disability: ResolverTypeWrapper<Disability>;
  Household: ResolverTypeWrapper<HouseholdRow>;
  HouseholdKind: HouseholdKind;
  Residence: ResolverTypeWrapper<Omit<Residence, 'premise'> & { premise?: Maybe<ResolversTypes['Premise']> }>;
  ResidenceBasis: ResidenceBasis;
  Premise: ResolverTypeWrapper<{ id: string }>;
  Enrolment: ResolverTypeWrapper<Enrolment>;
  Guardianship: ResolverTypeWrapper<Omit<Guardianship, 'guardian' | 'ward'> & { guardian?: Maybe<ResolversTypes['Citizen']>, ward?: Maybe<ResolversTypes['Citizen']> }>;
  GuardianKind: GuardianKind;
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
  Marriage: MarriageRow;
  MilitaryService: MilitaryService;
  Disability: Disability;
  Household: HouseholdRow;
  Residence: Omit<Residence, 'premise'> & { premise?: Maybe<ResolversParentTypes['Premise']> };
  Premise: { id: string };
  Enrolment: Enrolment;
  Guardianship: Omit<Guardianship, 'guardian' | 'ward'> & { guardian?: Maybe<ResolversParentTypes['Citizen']>, ward?: Maybe<ResolversParentTypes['Citizen']> };
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
  citizen?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType, RequireFields<QueryCitizenArgs, 'id'>>;
  citizens?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Citizen']>>>, ParentType, ContextType, RequireFields<QueryCitizensArgs, 'ids'>>;
  findCitizen?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType, RequireFields<QueryFindCitizenArgs, 'idNumber'>>;
  citizensByIdNumber?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Citizen']>>>, ParentType, ContextType, RequireFields<QueryCitizensByIdNumberArgs, 'idNumbers'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  setContact?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType, RequireFields<MutationSetContactArgs, 'requestKey'>>;
};

export type CitizenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Citizen'] = ResolversParentTypes['Citizen'], FederationReferenceType extends FederationReferenceTypes['Citizen'] = FederationReferenceTypes['Citizen']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Citizen']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<CitizenNameArgs, 'reveal'>>;
  formerNames?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType, RequireFields<CitizenFormerNamesArgs, 'reveal'>>;
  idNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<CitizenIdNumberArgs, 'reveal'>>;
  sex?: Resolver<Maybe<ResolversTypes['Sex']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  deathDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  ethnicity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nationality?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  politicalStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  education?: Resolver<Maybe<ResolversTypes['Education']>, ParentType, ContextType>;
  maritalStatus?: Resolver<Maybe<ResolversTypes['MaritalStatus']>, ParentType, ContextType>;
  marriages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Marriage']>>, ParentType, ContextType>;
  occupation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  employer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  militaryService?: Resolver<Maybe<ResolversTypes['MilitaryService']>, ParentType, ContextType>;
  disability?: Resolver<Maybe<ResolversTypes['Disability']>, ParentType, ContextType>;
  household?: Resolver<Maybe<ResolversTypes['Household']>, ParentType, ContextType>;
  enrolments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Enrolment']>>, ParentType, ContextType>;
  residence?: Resolver<Maybe<ResolversTypes['Residence']>, ParentType, ContextType>;
  residences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Residence']>>, ParentType, ContextType, RequireFields<CitizenResidencesArgs, 'first'>>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<CitizenPhoneArgs, 'reveal'>>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<CitizenEmailArgs, 'reveal'>>;
  spouse?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  parents?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Citizen']>>>, ParentType, ContextType>;
  children?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Citizen']>>>, ParentType, ContextType>;
  guardians?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Guardianship']>>, ParentType, ContextType>;
  wards?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Guardianship']>>, ParentType, ContextType, RequireFields<CitizenWardsArgs, 'first'>>;
};

export type MarriageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Marriage'] = ResolversParentTypes['Marriage']> = {
  spouse?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endedBy?: Resolver<Maybe<ResolversTypes['MarriageEnd']>, ParentType, ContextType>;
  registeredAt?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
};

export type MilitaryServiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MilitaryService'] = ResolversParentTypes['MilitaryService']> = {
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  branch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DisabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Disability'] = ResolversParentTypes['Disability']> = {
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  degree?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type HouseholdResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Household'] = ResolversParentTypes['Household']> = {
  province?: Resolver<ResolversTypes['District'], ParentType, ContextType>;
  district?: Resolver<Maybe<ResolversTypes['District']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['HouseholdKind'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  head?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  relationToHead?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  members?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Citizen']>>>, ParentType, ContextType, RequireFields<HouseholdMembersArgs, 'first'>>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType, RequireFields<HouseholdAddressArgs, 'reveal'>>;
};

export type ResidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Residence'] = ResolversParentTypes['Residence']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType, RequireFields<ResidenceAddressArgs, 'reveal'>>;
  premise?: Resolver<Maybe<ResolversTypes['Premise']>, ParentType, ContextType>;
  district?: Resolver<Maybe<ResolversTypes['District']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['ResidenceBasis']>, ParentType, ContextType>;
};

export type PremiseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Premise'] = ResolversParentTypes['Premise'], FederationReferenceType extends FederationReferenceTypes['Premise'] = FederationReferenceTypes['Premise']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Premise']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType, RequireFields<PremiseAddressArgs, 'reveal'>>;
  use?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  owners?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Citizen']>>>, ParentType, ContextType, RequireFields<PremiseOwnersArgs, 'first'>>;
};

export type EnrolmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enrolment'] = ResolversParentTypes['Enrolment']> = {
  school?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['Education'], ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  graduated?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type GuardianshipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Guardianship'] = ResolversParentTypes['Guardianship']> = {
  guardian?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  ward?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['GuardianKind'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
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
  Marriage?: MarriageResolvers<ContextType>;
  MilitaryService?: MilitaryServiceResolvers<ContextType>;
  Disability?: DisabilityResolvers<ContextType>;
  Household?: HouseholdResolvers<ContextType>;
  Residence?: ResidenceResolvers<ContextType>;
  Premise?: PremiseResolvers<ContextType>;
  Enrolment?: EnrolmentResolvers<ContextType>;
  Guardianship?: GuardianshipResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  item?: ItemDirectiveResolver<any, any, ContextType>;
  assurance?: AssuranceDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
