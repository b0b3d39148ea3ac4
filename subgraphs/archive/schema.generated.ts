// Written by `npm run generate` from schema/*.graphql. Do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { MedicalInsuranceRow, PensionRow, HousingFundRow, UtilityAccountRow, IncomeTaxRow, CreditReportRow, CreditRecordRow, TrafficRecordRow, SocialInsuranceRow } from './rows.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
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
};

export type Citizen = {
  readonly id: Scalars['ID']['output'];
  /**
   * 生活档案: what insurers, funds, utilities, the tax service, hospitals and the police keep of a person's daily life. Never
   * null to whom it is granted. Source: registers of the departments, each of its own.
   */
  readonly archive?: Maybe<LifeArchive>;
};

/**
 * 生活档案 by its kinds. What has an account or a file is null when the citizen has none; lists are empty then. Amounts are in
 * renminbi; of a wrong record the department that sent it decides (`dataCatalogue` says which).
 */
export type LifeArchive = {
  /** 医保: the basic medical insurance and its personal account. Source: medical insurance accounts. */
  readonly medicalInsurance?: Maybe<MedicalInsurance>;
  /** 养老金: the basic pension insurance and what is paid of it. Source: pension accounts. */
  readonly pension?: Maybe<Pension>;
  /** 公积金: the housing fund. Source: housing fund accounts. */
  readonly housingFund?: Maybe<HousingFund>;
  /** 水电煤: accounts with suppliers of water, electricity and gas, by kind. Source: accounts of public utilities. */
  readonly utilities?: Maybe<ReadonlyArray<UtilityAccount>>;
  /** 个税: income tax on comprehensive income by year. Source: income tax register. */
  readonly incomeTax?: Maybe<IncomeTax>;
  /** 健康档案: each part is granted apart. Never null. */
  readonly health?: Maybe<HealthRecord>;
  /** 公共信用信息: the report of the city's public credit register, not that of banks. Source: public credit scores. */
  readonly credit?: Maybe<CreditReport>;
  /** 交通违法: points and violations. Source: register of drivers. */
  readonly traffic?: Maybe<TrafficRecord>;
  /** 社保缴纳: contributions month by month. Source: social insurance contributions. */
  readonly socialInsurance?: Maybe<SocialInsurance>;
  /** 出入境记录, latest first. Source: border inspection. */
  readonly borderCrossings?: Maybe<BorderCrossingConnection>;
};


/**
 * 生活档案 by its kinds. What has an account or a file is null when the citizen has none; lists are empty then. Amounts are in
 * renminbi; of a wrong record the department that sent it decides (`dataCatalogue` says which).
 */
export type LifeArchiveBorderCrossingsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An account with a balance and what moved it. */
export type Account = {
  /** Masked until revealed. */
  readonly number?: Maybe<Scalars['String']['output']>;
  readonly balance?: Maybe<Money>;
  /** Day of the balance. */
  readonly asOf?: Maybe<Scalars['Date']['output']>;
  /** What moved the account, latest first. */
  readonly entries?: Maybe<EntryConnection>;
};


/** An account with a balance and what moved it. */
export type AccountNumberArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};


/** An account with a balance and what moved it. */
export type AccountEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** One movement of an account. */
export type Entry = {
  /** Serial number of the account's keeper. */
  readonly id: Scalars['ID']['output'];
  readonly date: Scalars['Date']['output'];
  readonly kind: EntryKind;
  /** Positive: credited to the account; negative: taken from it. */
  readonly amount: Money;
  /** Employer, hospital, bank or seller. */
  readonly counterparty?: Maybe<Scalars['String']['output']>;
  readonly note?: Maybe<Scalars['String']['output']>;
};

/** What an entry of an account is. */
export type EntryKind =
  /** 缴存: contribution or deposit */
  | 'DEPOSIT'
  /** 结息: interest */
  | 'INTEREST'
  /** 门诊: treatment as an outpatient */
  | 'OUTPATIENT'
  /** 住院: treatment in hospital */
  | 'INPATIENT'
  /** 购药: medicine */
  | 'MEDICINE'
  /** 待遇发放: pension paid */
  | 'BENEFIT'
  /** 提取: withdrawal */
  | 'WITHDRAWAL'
  /** 还贷: repayment of a loan */
  | 'LOAN_REPAYMENT'
  /** 转移: carried over from or to another place */
  | 'TRANSFER'
  /** 调整: correction */
  | 'ADJUSTMENT';

/** Entries, page by page. */
export type EntryConnection = {
  readonly edges: ReadonlyArray<EntryEdge>;
  readonly pageInfo: PageInfo;
};

/** One entry of a page with its cursor. */
export type EntryEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Entry;
};

/** 基本医疗保险 and its personal account. */
export type MedicalInsurance = Account & {
  /** Account number. Source: medical insurance accounts. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Of the personal account 个人账户. Source: medical insurance accounts. */
  readonly balance?: Maybe<Money>;
  readonly asOf?: Maybe<Scalars['Date']['output']>;
  readonly scheme: MedicalScheme;
  /** First day of the insurance in force or of the last one. */
  readonly insuredSince?: Maybe<Scalars['Date']['output']>;
  /** First day without insurance; null while it lasts. */
  readonly insuredUntil?: Maybe<Scalars['Date']['output']>;
  /** Latest first. Source: entries of medical insurance accounts. */
  readonly entries?: Maybe<EntryConnection>;
};


/** 基本医疗保险 and its personal account. */
export type MedicalInsuranceNumberArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};


/** 基本医疗保险 and its personal account. */
export type MedicalInsuranceEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** Which basic medical insurance (Social Insurance Law 23–25). */
export type MedicalScheme =
  /** 职工基本医疗保险 */
  | 'EMPLOYEE'
  /** 城乡居民基本医疗保险 */
  | 'RESIDENT';

/** 基本养老保险: the account and what comes of it. */
export type Pension = Account & {
  /** Account number. Source: pension accounts. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Of the personal account 个人账户储存额. Source: pension accounts. */
  readonly balance?: Maybe<Money>;
  readonly asOf?: Maybe<Scalars['Date']['output']>;
  /**
   * 缴费月数 to date: months before the monthly register, deemed ones 视同缴费 included, and months of pension contributions
   * in it.
   */
  readonly monthsPaid: Scalars['Int']['output'];
  /** First day of the pension, expected or, when past, as it was. */
  readonly expectedFrom?: Maybe<Scalars['Date']['output']>;
  /** Null before the pension is paid. Source: pension accounts. */
  readonly monthlyBenefit?: Maybe<Money>;
  /** Latest first. Source: entries of pension accounts. */
  readonly entries?: Maybe<EntryConnection>;
};


/** 基本养老保险: the account and what comes of it. */
export type PensionNumberArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};


/** 基本养老保险: the account and what comes of it. */
export type PensionEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** 住房公积金: the account and a loan from the fund. */
export type HousingFund = Account & {
  /** Account number. Source: housing fund accounts. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Source: housing fund accounts. */
  readonly balance?: Maybe<Money>;
  readonly asOf?: Maybe<Scalars['Date']['output']>;
  /** 月缴存额, of employee and employer together. Source: housing fund accounts. */
  readonly monthlyDeposit?: Maybe<Money>;
  /** The loan that runs today, else the last one. Source: loans of the housing fund. */
  readonly loan?: Maybe<HousingLoan>;
  /** Latest first. Source: entries of housing fund accounts. */
  readonly entries?: Maybe<EntryConnection>;
};


/** 住房公积金: the account and a loan from the fund. */
export type HousingFundNumberArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};


/** 住房公积金: the account and a loan from the fund. */
export type HousingFundEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** 公积金贷款 */
export type HousingLoan = {
  /** Source: loans of the housing fund. */
  readonly principal?: Maybe<Money>;
  /** Source: loans of the housing fund. */
  readonly outstanding?: Maybe<Money>;
  readonly since: Scalars['Date']['output'];
  /** First day after the last instalment, as agreed. */
  readonly until: Scalars['Date']['output'];
  /** Source: loans of the housing fund. */
  readonly monthlyPayment?: Maybe<Money>;
};

/** What a utility supplies. */
export type Utility =
  /** 自来水, cubic metres */
  | 'WATER'
  /** 电, kilowatt-hours */
  | 'ELECTRICITY'
  /** 燃气, cubic metres */
  | 'GAS';

/** An account with a supplier of water, electricity or gas. */
export type UtilityAccount = {
  readonly utility: Utility;
  /** 户号. Source: accounts of public utilities. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Where it is supplied. Source: accounts of public utilities. */
  readonly address?: Maybe<Address>;
  /** Sum of the bills that are not paid today. Source: bills of public utilities. */
  readonly due?: Maybe<Money>;
  /** Latest first. Source: bills of public utilities. */
  readonly bills?: Maybe<BillConnection>;
};


/** An account with a supplier of water, electricity or gas. */
export type UtilityAccountNumberArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};


/** An account with a supplier of water, electricity or gas. */
export type UtilityAccountAddressArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};


/** An account with a supplier of water, electricity or gas. */
export type UtilityAccountBillsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One bill of a utility. */
export type Bill = {
  /** Number of the bill, by its supplier. */
  readonly id: Scalars['ID']['output'];
  /** Month billed, `YYYY-MM`. */
  readonly period: Scalars['String']['output'];
  /** In `unit`. It tells when a home is lived in, so it is granted apart. Source: bills of public utilities. */
  readonly usage?: Maybe<Scalars['Float']['output']>;
  /** `m³` or `kWh`. */
  readonly unit: Scalars['String']['output'];
  /** Source: bills of public utilities. */
  readonly amount?: Maybe<Money>;
  /** Last day for paying. */
  readonly dueDate: Scalars['Date']['output'];
  /** Null while it is not paid. */
  readonly paidAt?: Maybe<Scalars['DateTime']['output']>;
  /** Not paid, and the day for it has passed today. */
  readonly overdue: Scalars['Boolean']['output'];
};

/** Bills, page by page. */
export type BillConnection = {
  readonly edges: ReadonlyArray<BillEdge>;
  readonly pageInfo: PageInfo;
};

/** One bill of a page with its cursor. */
export type BillEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Bill;
};

/** 个人所得税 */
export type IncomeTax = {
  /** Latest first. */
  readonly years: ReadonlyArray<TaxYear>;
};


/** 个人所得税 */
export type IncomeTaxYearsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** 综合所得 of one year: wages, services, authorship and royalties (Individual Income Tax Law 2). */
export type TaxYear = {
  readonly year: Scalars['Int']['output'];
  /** Source: income tax register. */
  readonly income?: Maybe<Money>;
  /** 减除费用, special and special additional deductions. Source: income tax register. */
  readonly deductions?: Maybe<Money>;
  /** Source: income tax register. */
  readonly taxDue?: Maybe<Money>;
  /** Withheld in the year and paid with the settlement. Source: income tax register. */
  readonly taxPaid?: Maybe<Money>;
  /** 汇算清缴: null before it, and when none is needed. */
  readonly settledAt?: Maybe<Scalars['Date']['output']>;
  /** What was paid above what was due, once settled; null when nothing. Source: income tax register. */
  readonly refund?: Maybe<Money>;
};

/** 健康档案 */
export type HealthRecord = {
  /** 预防接种, latest first. Source: vaccination register. */
  readonly vaccinations?: Maybe<ReadonlyArray<Vaccination>>;
  /** 体检, latest first. Source: register of check-ups. */
  readonly checkUps?: Maybe<ReadonlyArray<CheckUp>>;
  /** ABO and Rh, e.g. `A+`, or `A` where Rh is not known. Source: health records. */
  readonly bloodType?: Maybe<Scalars['String']['output']>;
  /** Null when nobody asked, empty when there are none. Source: health records. */
  readonly allergies?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** 孕产妇保健, latest first. Source: maternal care register. */
  readonly pregnancies?: Maybe<ReadonlyArray<Pregnancy>>;
};


/** 健康档案 */
export type HealthRecordCheckUpsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One dose of a vaccine. */
export type Vaccination = {
  /** In the words of the national programme, e.g. 乙肝疫苗. */
  readonly vaccine: Scalars['String']['output'];
  /** Number of the dose, from 1; yearly vaccines begin anew. */
  readonly dose: Scalars['Int']['output'];
  readonly date: Scalars['Date']['output'];
  readonly place: Scalars['String']['output'];
  /** 批号 */
  readonly batch?: Maybe<Scalars['String']['output']>;
};

/** One medical check-up. */
export type CheckUp = {
  readonly date: Scalars['Date']['output'];
  readonly place: Scalars['String']['output'];
  /** 总检结论. Source: register of check-ups. */
  readonly summary?: Maybe<Scalars['String']['output']>;
};

/** 孕期 from its registration at the community health centre. */
export type Pregnancy = {
  readonly registeredAt: Scalars['Date']['output'];
  /** 预产期 */
  readonly expected: Scalars['Date']['output'];
  /** Day of birth or end; null while it lasts. */
  readonly endedAt?: Maybe<Scalars['Date']['output']>;
};

/** 公共信用信息报告 */
export type CreditReport = {
  /** 0 to 1,000; null where none was reckoned. Source: public credit scores. */
  readonly score?: Maybe<Scalars['Int']['output']>;
  /** A (best) to D. Source: public credit scores. */
  readonly grade?: Maybe<Scalars['String']['output']>;
  /** Day of the score; null without one. */
  readonly asOf?: Maybe<Scalars['Date']['output']>;
  /** What departments recorded, latest first. Source: public credit records. */
  readonly records?: Maybe<ReadonlyArray<CreditRecord>>;
};

/** One entry of the public credit register. */
export type CreditRecord = {
  readonly id: Scalars['ID']['output'];
  /** In the words of the city's catalogue of public credit information, which changes from year to year. */
  readonly kind: Scalars['String']['output'];
  /** 守信 true, 失信 false. */
  readonly positive: Scalars['Boolean']['output'];
  readonly date: Scalars['Date']['output'];
  /** First day on which it no longer counts; null while it does. */
  readonly until?: Maybe<Scalars['Date']['output']>;
  readonly source: Department;
  /** Source: public credit records. */
  readonly description?: Maybe<Scalars['String']['output']>;
};

/** 交通违法记录 */
export type TrafficRecord = {
  /**
   * 记分 of the present cycle of twelve months: of violations in it that are decided, and of earlier ones whose fine was unpaid
   * when it began (Implementing Regulations of the Road Traffic Safety Law 23, 24).
   */
  readonly points: Scalars['Int']['output'];
  /** First day of the next cycle, an anniversary of the first licence; null without a licence. */
  readonly resetOn?: Maybe<Scalars['Date']['output']>;
  /** Latest first. Source: traffic violations. */
  readonly violations?: Maybe<ViolationConnection>;
};


/** 交通违法记录 */
export type TrafficRecordViolationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  unpaidOnly?: InputMaybe<Scalars['Boolean']['input']>;
};

/** One violation of traffic rules. */
export type Violation = {
  /** Number of the police's record. */
  readonly id: Scalars['ID']['output'];
  readonly at: Scalars['DateTime']['output'];
  /** Where somebody was: granted apart. Source: traffic violations. */
  readonly place?: Maybe<Scalars['String']['output']>;
  /** Code of GA/T 16.31, e.g. `1039`. */
  readonly code: Scalars['String']['output'];
  readonly description: Scalars['String']['output'];
  /** 号牌号码 of the vehicle; null for who walks or cycles. Source: traffic violations. */
  readonly plate?: Maybe<Scalars['String']['output']>;
  /** Source: traffic violations. */
  readonly fine?: Maybe<Money>;
  readonly points: Scalars['Int']['output'];
  readonly state: ViolationState;
  /** Last day for paying: the fifteenth after the decision was received (Road Traffic Safety Law 108); null before it. */
  readonly dueDate?: Maybe<Scalars['Date']['output']>;
  /** Decided and not paid, and the day for it has passed today. */
  readonly overdue: Scalars['Boolean']['output'];
};

/** Where a violation stands. */
export type ViolationState =
  /** 未处理: found and not yet decided */
  | 'OPEN'
  /** 已处理未缴款: decided, the fine is not paid */
  | 'CONFIRMED'
  /** 已缴款 */
  | 'PAID'
  /** 复议或诉讼中: under review */
  | 'APPEALED'
  /** 已撤销 */
  | 'CANCELLED';

/** Violations, page by page. */
export type ViolationConnection = {
  readonly edges: ReadonlyArray<ViolationEdge>;
  readonly pageInfo: PageInfo;
};

/** One violation of a page with its cursor. */
export type ViolationEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Violation;
};

/** 社会保险 by contributions. */
export type SocialInsurance = {
  /** Months with a contribution of whatever kind, to date. */
  readonly monthsPaid: Scalars['Int']['output'];
  /** Latest first. */
  readonly periods: ReadonlyArray<ContributionPeriod>;
  /** Latest first. Source: social insurance contributions. */
  readonly contributions?: Maybe<ContributionConnection>;
};


/** 社会保险 by contributions. */
export type SocialInsuranceContributionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** Unbroken months with one employer, merged: forty years are a handful. */
export type ContributionPeriod = {
  /** The name it had last; 灵活就业 who pays alone. */
  readonly employer: Scalars['String']['output'];
  /** USCC of the employer. */
  readonly uscc?: Maybe<Scalars['String']['output']>;
  /** First day of the first month. */
  readonly since: Scalars['Date']['output'];
  /** First day after the last month; null while it lasts: until another follows, or a whole month has passed without one. */
  readonly until?: Maybe<Scalars['Date']['output']>;
};

/** Contribution for one month. */
export type Contribution = {
  /** `YYYY-MM`. */
  readonly month: Scalars['String']['output'];
  readonly employer: Scalars['String']['output'];
  /** 缴费基数. Source: social insurance contributions. */
  readonly base?: Maybe<Money>;
  /** Of the insured. Source: social insurance contributions. */
  readonly personal?: Maybe<Money>;
  /** Of the employer. Source: social insurance contributions. */
  readonly company?: Maybe<Money>;
  readonly kinds: ReadonlyArray<InsuranceKind>;
  /** 到账日期: later than the month for what was paid in arrears; null where the register does not say. */
  readonly paidOn?: Maybe<Scalars['Date']['output']>;
};

/** 社会保险 by kind (Social Insurance Law 2). */
export type InsuranceKind =
  /** 养老 */
  | 'PENSION'
  /** 医疗 */
  | 'MEDICAL'
  /** 工伤 */
  | 'WORK_INJURY'
  /** 失业 */
  | 'UNEMPLOYMENT'
  /** 生育 */
  | 'MATERNITY';

/** Contributions, page by page. */
export type ContributionConnection = {
  readonly edges: ReadonlyArray<ContributionEdge>;
  readonly pageInfo: PageInfo;
};

/** One contribution of a page with its cursor. */
export type ContributionEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Contribution;
};

/** One crossing of the border. For 出入境记录证明. */
export type BorderCrossing = {
  /** Number of the inspection's record. */
  readonly id: Scalars['ID']['output'];
  readonly at: Scalars['DateTime']['output'];
  /** 口岸, in words. */
  readonly port: Scalars['String']['output'];
  readonly direction: Direction;
  /** Kind of the document, as licences are coded: `PASSPORT`, `HK_MACAU_PERMIT`, `TAIWAN_PERMIT`. */
  readonly document: Scalars['String']['output'];
  /** Source: border inspection. */
  readonly documentNumber?: Maybe<Scalars['String']['output']>;
};


/** One crossing of the border. For 出入境记录证明. */
export type BorderCrossingDocumentNumberArgs = {
  reveal?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Which way somebody crossed. */
export type Direction =
  /** 出境 */
  | 'EXIT'
  /** 入境 */
  | 'ENTRY';

/** Border crossings, page by page. */
export type BorderCrossingConnection = {
  readonly edges: ReadonlyArray<BorderCrossingEdge>;
  readonly pageInfo: PageInfo;
};

/** One crossing of a page with its cursor. */
export type BorderCrossingEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: BorderCrossing;
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


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Account:
    | ( MedicalInsuranceRow )
    | ( PensionRow )
    | ( HousingFundRow )
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
  Citizen: ResolverTypeWrapper<{ id: string }>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  LifeArchive: ResolverTypeWrapper<{ subject: string }>;
  Account: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Account']>;
  Entry: ResolverTypeWrapper<Entry>;
  EntryKind: EntryKind;
  EntryConnection: ResolverTypeWrapper<EntryConnection>;
  EntryEdge: ResolverTypeWrapper<EntryEdge>;
  MedicalInsurance: ResolverTypeWrapper<MedicalInsuranceRow>;
  MedicalScheme: MedicalScheme;
  Pension: ResolverTypeWrapper<PensionRow>;
  HousingFund: ResolverTypeWrapper<HousingFundRow>;
  HousingLoan: ResolverTypeWrapper<HousingLoan>;
  Utility: Utility;
  UtilityAccount: ResolverTypeWrapper<UtilityAccountRow>;
  Bill: ResolverTypeWrapper<Bill>;
  BillConnection: ResolverTypeWrapper<BillConnection>;
  BillEdge: ResolverTypeWrapper<BillEdge>;
  IncomeTax: ResolverTypeWrapper<IncomeTaxRow>;
  TaxYear: ResolverTypeWrapper<TaxYear>;
  HealthRecord: ResolverTypeWrapper<{ subject: string }>;
  Vaccination: ResolverTypeWrapper<Vaccination>;
  CheckUp: ResolverTypeWrapper<CheckUp>;
  Pregnancy: ResolverTypeWrapper<Pregnancy>;
  CreditReport: ResolverTypeWrapper<CreditReportRow>;
  CreditRecord: ResolverTypeWrapper<CreditRecordRow>;
  TrafficRecord: ResolverTypeWrapper<TrafficRecordRow>;
  Violation: ResolverTypeWrapper<Violation>;
  ViolationState: ViolationState;
  ViolationConnection: ResolverTypeWrapper<ViolationConnection>;
  ViolationEdge: ResolverTypeWrapper<ViolationEdge>;
  SocialInsurance: ResolverTypeWrapper<SocialInsuranceRow>;
  ContributionPeriod: ResolverTypeWrapper<ContributionPeriod>;
  Contribution: ResolverTypeWrapper<Contribution>;
  InsuranceKind: InsuranceKind;
  ContributionConnection: ResolverTypeWrapper<ContributionConnection>;
  ContributionEdge: ResolverTypeWrapper<ContributionEdge>;
  BorderCrossing: ResolverTypeWrapper<BorderCrossing>;
  Direction: Direction;
  BorderCrossingConnection: ResolverTypeWrapper<BorderCrossingConnection>;
  BorderCrossingEdge: ResolverTypeWrapper<BorderCrossingEdge>;
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
  Citizen: { id: string };
  ID: Scalars['ID']['output'];
  LifeArchive: { subject: string };
  Account: ResolversInterfaceTypes<ResolversParentTypes>['Account'];
  Entry: Entry;
  EntryConnection: EntryConnection;
  EntryEdge: EntryEdge;
  MedicalInsurance: MedicalInsuranceRow;
  Pension: PensionRow;
  HousingFund: HousingFundRow;
  HousingLoan: HousingLoan;
  UtilityAccount: UtilityAccountRow;
  Bill: Bill;
  BillConnection: BillConnection;
  BillEdge: BillEdge;
  IncomeTax: IncomeTaxRow;
  TaxYear: TaxYear;
  HealthRecord: { subject: string };
  Vaccination: Vaccination;
  CheckUp: CheckUp;
  Pregnancy: Pregnancy;
  CreditReport: CreditReportRow;
  CreditRecord: CreditRecordRow;
  TrafficRecord: TrafficRecordRow;
  Violation: Violation;
  ViolationConnection: ViolationConnection;
  ViolationEdge: ViolationEdge;
  SocialInsurance: SocialInsuranceRow;
  ContributionPeriod: ContributionPeriod;
  Contribution: Contribution;
  ContributionConnection: ContributionConnection;
  ContributionEdge: ContributionEdge;
  BorderCrossing: BorderCrossing;
  BorderCrossingConnection: BorderCrossingConnection;
  BorderCrossingEdge: BorderCrossingEdge;
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
};

export type CitizenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Citizen'] = ResolversParentTypes['Citizen'], FederationReferenceType extends FederationReferenceTypes['Citizen'] = FederationReferenceTypes['Citizen']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Citizen']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  archive?: Resolver<Maybe<ResolversTypes['LifeArchive']>, ParentType, ContextType>;
};

export type LifeArchiveResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LifeArchive'] = ResolversParentTypes['LifeArchive']> = {
  medicalInsurance?: Resolver<Maybe<ResolversTypes['MedicalInsurance']>, ParentType, ContextType>;
  pension?: Resolver<Maybe<ResolversTypes['Pension']>, ParentType, ContextType>;
  housingFund?: Resolver<Maybe<ResolversTypes['HousingFund']>, ParentType, ContextType>;
  utilities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UtilityAccount']>>, ParentType, ContextType>;
  incomeTax?: Resolver<Maybe<ResolversTypes['IncomeTax']>, ParentType, ContextType>;
  health?: Resolver<Maybe<ResolversTypes['HealthRecord']>, ParentType, ContextType>;
  credit?: Resolver<Maybe<ResolversTypes['CreditReport']>, ParentType, ContextType>;
  traffic?: Resolver<Maybe<ResolversTypes['TrafficRecord']>, ParentType, ContextType>;
  socialInsurance?: Resolver<Maybe<ResolversTypes['SocialInsurance']>, ParentType, ContextType>;
  borderCrossings?: Resolver<Maybe<ResolversTypes['BorderCrossingConnection']>, ParentType, ContextType, RequireFields<LifeArchiveBorderCrossingsArgs, 'first'>>;
};

export type AccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  __resolveType?: TypeResolveFn<'MedicalInsurance' | 'Pension' | 'HousingFund', ParentType, ContextType>;
};

export type EntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Entry'] = ResolversParentTypes['Entry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EntryKind'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntryConnection'] = ResolversParentTypes['EntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EntryEdge'] = ResolversParentTypes['EntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Entry'], ParentType, ContextType>;
};

export type MedicalInsuranceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MedicalInsurance'] = ResolversParentTypes['MedicalInsurance']> = {
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<MedicalInsuranceNumberArgs, 'reveal'>>;
  balance?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  scheme?: Resolver<ResolversTypes['MedicalScheme'], ParentType, ContextType>;
  insuredSince?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  insuredUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  entries?: Resolver<Maybe<ResolversTypes['EntryConnection']>, ParentType, ContextType, RequireFields<MedicalInsuranceEntriesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PensionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Pension'] = ResolversParentTypes['Pension']> = {
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<PensionNumberArgs, 'reveal'>>;
  balance?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  monthsPaid?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expectedFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  monthlyBenefit?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  entries?: Resolver<Maybe<ResolversTypes['EntryConnection']>, ParentType, ContextType, RequireFields<PensionEntriesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HousingFundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HousingFund'] = ResolversParentTypes['HousingFund']> = {
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<HousingFundNumberArgs, 'reveal'>>;
  balance?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  monthlyDeposit?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  loan?: Resolver<Maybe<ResolversTypes['HousingLoan']>, ParentType, ContextType>;
  entries?: Resolver<Maybe<ResolversTypes['EntryConnection']>, ParentType, ContextType, RequireFields<HousingFundEntriesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HousingLoanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HousingLoan'] = ResolversParentTypes['HousingLoan']> = {
  principal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  outstanding?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  monthlyPayment?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type UtilityAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UtilityAccount'] = ResolversParentTypes['UtilityAccount']> = {
  utility?: Resolver<ResolversTypes['Utility'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<UtilityAccountNumberArgs, 'reveal'>>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType, RequireFields<UtilityAccountAddressArgs, 'reveal'>>;
  due?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  bills?: Resolver<Maybe<ResolversTypes['BillConnection']>, ParentType, ContextType, RequireFields<UtilityAccountBillsArgs, 'first'>>;
};

export type BillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Bill'] = ResolversParentTypes['Bill']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usage?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  dueDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  paidAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type BillConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BillConnection'] = ResolversParentTypes['BillConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BillEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BillEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BillEdge'] = ResolversParentTypes['BillEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Bill'], ParentType, ContextType>;
};

export type IncomeTaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IncomeTax'] = ResolversParentTypes['IncomeTax']> = {
  years?: Resolver<ReadonlyArray<ResolversTypes['TaxYear']>, ParentType, ContextType, RequireFields<IncomeTaxYearsArgs, 'first'>>;
};

export type TaxYearResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxYear'] = ResolversParentTypes['TaxYear']> = {
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  income?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  deductions?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  taxDue?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  taxPaid?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  refund?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type HealthRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthRecord'] = ResolversParentTypes['HealthRecord']> = {
  vaccinations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Vaccination']>>, ParentType, ContextType>;
  checkUps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CheckUp']>>, ParentType, ContextType, RequireFields<HealthRecordCheckUpsArgs, 'first'>>;
  bloodType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  allergies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  pregnancies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Pregnancy']>>, ParentType, ContextType>;
};

export type VaccinationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Vaccination'] = ResolversParentTypes['Vaccination']> = {
  vaccine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dose?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  batch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CheckUpResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckUp'] = ResolversParentTypes['CheckUp']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PregnancyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Pregnancy'] = ResolversParentTypes['Pregnancy']> = {
  registeredAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type CreditReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditReport'] = ResolversParentTypes['CreditReport']> = {
  score?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  records?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CreditRecord']>>, ParentType, ContextType>;
};

export type CreditRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditRecord'] = ResolversParentTypes['CreditRecord']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  positive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TrafficRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrafficRecord'] = ResolversParentTypes['TrafficRecord']> = {
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  violations?: Resolver<Maybe<ResolversTypes['ViolationConnection']>, ParentType, ContextType, RequireFields<TrafficRecordViolationsArgs, 'first' | 'unpaidOnly'>>;
};

export type ViolationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Violation'] = ResolversParentTypes['Violation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  plate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fine?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ViolationState'], ParentType, ContextType>;
  dueDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ViolationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ViolationConnection'] = ResolversParentTypes['ViolationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ViolationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ViolationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ViolationEdge'] = ResolversParentTypes['ViolationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Violation'], ParentType, ContextType>;
};

export type SocialInsuranceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SocialInsurance'] = ResolversParentTypes['SocialInsurance']> = {
  monthsPaid?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  periods?: Resolver<ReadonlyArray<ResolversTypes['ContributionPeriod']>, ParentType, ContextType>;
  contributions?: Resolver<Maybe<ResolversTypes['ContributionConnection']>, ParentType, ContextType, RequireFields<SocialInsuranceContributionsArgs, 'first'>>;
};

export type ContributionPeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContributionPeriod'] = ResolversParentTypes['ContributionPeriod']> = {
  employer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uscc?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ContributionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contribution'] = ResolversParentTypes['Contribution']> = {
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  employer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  base?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  personal?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  kinds?: Resolver<ReadonlyArray<ResolversTypes['InsuranceKind']>, ParentType, ContextType>;
  paidOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ContributionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContributionConnection'] = ResolversParentTypes['ContributionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ContributionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ContributionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContributionEdge'] = ResolversParentTypes['ContributionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Contribution'], ParentType, ContextType>;
};

export type BorderCrossingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BorderCrossing'] = ResolversParentTypes['BorderCrossing']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  port?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['Direction'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  documentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<BorderCrossingDocumentNumberArgs, 'reveal'>>;
};

export type BorderCrossingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BorderCrossingConnection'] = ResolversParentTypes['BorderCrossingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BorderCrossingEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BorderCrossingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BorderCrossingEdge'] = ResolversParentTypes['BorderCrossingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BorderCrossing'], ParentType, ContextType>;
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
  LifeArchive?: LifeArchiveResolvers<ContextType>;
  Account?: AccountResolvers<ContextType>;
  Entry?: EntryResolvers<ContextType>;
  EntryConnection?: EntryConnectionResolvers<ContextType>;
  EntryEdge?: EntryEdgeResolvers<ContextType>;
  MedicalInsurance?: MedicalInsuranceResolvers<ContextType>;
  Pension?: PensionResolvers<ContextType>;
  HousingFund?: HousingFundResolvers<ContextType>;
  HousingLoan?: HousingLoanResolvers<ContextType>;
  UtilityAccount?: UtilityAccountResolvers<ContextType>;
  Bill?: BillResolvers<ContextType>;
  BillConnection?: BillConnectionResolvers<ContextType>;
  BillEdge?: BillEdgeResolvers<ContextType>;
  IncomeTax?: IncomeTaxResolvers<ContextType>;
  TaxYear?: TaxYearResolvers<ContextType>;
  HealthRecord?: HealthRecordResolvers<ContextType>;
  Vaccination?: VaccinationResolvers<ContextType>;
  CheckUp?: CheckUpResolvers<ContextType>;
  Pregnancy?: PregnancyResolvers<ContextType>;
  CreditReport?: CreditReportResolvers<ContextType>;
  CreditRecord?: CreditRecordResolvers<ContextType>;
  TrafficRecord?: TrafficRecordResolvers<ContextType>;
  Violation?: ViolationResolvers<ContextType>;
  ViolationConnection?: ViolationConnectionResolvers<ContextType>;
  ViolationEdge?: ViolationEdgeResolvers<ContextType>;
  SocialInsurance?: SocialInsuranceResolvers<ContextType>;
  ContributionPeriod?: ContributionPeriodResolvers<ContextType>;
  Contribution?: ContributionResolvers<ContextType>;
  ContributionConnection?: ContributionConnectionResolvers<ContextType>;
  ContributionEdge?: ContributionEdgeResolvers<ContextType>;
  BorderCrossing?: BorderCrossingResolvers<ContextType>;
  BorderCrossingConnection?: BorderCrossingConnectionResolvers<ContextType>;
  BorderCrossingEdge?: BorderCrossingEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  item?: ItemDirectiveResolver<any, any, ContextType>;
  assurance?: AssuranceDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
