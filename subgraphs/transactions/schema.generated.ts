// Written by `npm run generate` from schema/*.graphql. Do not edit.
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ServiceEntry, FormFieldEntry, OfficeEntry, ProviderEntry } from './catalogue/service-catalogue.ts';
import type { ApplicantRef, SlotRow, AppointmentRow, ApplicationPage } from './rows.ts';
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
   * 事项目录: services that can be applied for here, without sign-in. What is looked for comes best match first, else all by
   * department; with `near` whatever has an office nearest, and last what has none.
   */
  readonly services: ServiceConnection;
  /** One service, without sign-in; null when the catalogue has none of this code. */
  readonly service?: Maybe<Service>;
  /** Offices with counters, without sign-in: the nearest first, else by code. */
  readonly offices: ReadonlyArray<Office>;
  /**
   * 办件: one application, for its applicant, the guardian, who represents or handles the enterprise, and staff of the
   * department that decides it. NOT_FOUND in the same words whether it does not exist or may not be seen.
   */
  readonly application?: Maybe<Application>;
};


export type QueryServicesArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  audience?: InputMaybe<Audience>;
  department?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<ServiceKind>;
  near?: InputMaybe<PointInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryServiceArgs = {
  code: Scalars['ID']['input'];
};


export type QueryOfficesArgs = {
  service?: InputMaybe<Scalars['ID']['input']>;
  near?: InputMaybe<PointInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryApplicationArgs = {
  id: Scalars['ID']['input'];
};

export type Mutation = {
  /**
   * Starts an application, or changes the form of one in DRAFT or SUPPLEMENT: fields that are named are set, null removes,
   * the rest stays. In the name of the signed-in citizen, or of the ward or enterprise that they say they act for.
   */
  readonly saveApplication?: Maybe<Application>;
  /** Hands the form in; every required field must be filled. */
  readonly submitApplication?: Maybe<Application>;
  /** Takes an application back that is not decided yet; a standing appointment falls with it. */
  readonly withdrawApplication?: Maybe<Application>;
  /**
   * 预约: books a slot for an application. An application has one standing appointment. When the slot is taken or the office
   * shut, CONFLICT names the next free slots in `extensions.next`.
   */
  readonly book?: Maybe<Appointment>;
  /** 改期: moves a standing appointment to another slot, in another office if wanted. */
  readonly moveAppointment?: Maybe<Appointment>;
  /** Gives a slot back that has not begun. */
  readonly cancelAppointment?: Maybe<Appointment>;
  /**
   * 好差评: rates an application that is decided, once. The two lowest levels open a rectification. Only sums are public, never
   * who rated.
   */
  readonly rate?: Maybe<Rating>;
};


export type MutationSaveApplicationArgs = {
  input: ApplicationInput;
};


export type MutationSubmitApplicationArgs = {
  id: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
  requestKey: Scalars['String']['input'];
};


export type MutationWithdrawApplicationArgs = {
  id: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
  requestKey: Scalars['String']['input'];
};


export type MutationBookArgs = {
  input: BookingInput;
};


export type MutationMoveAppointmentArgs = {
  id: Scalars['ID']['input'];
  slot: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
  requestKey: Scalars['String']['input'];
};


export type MutationCancelAppointmentArgs = {
  id: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
  requestKey: Scalars['String']['input'];
};


export type MutationRateArgs = {
  application: Scalars['ID']['input'];
  level: RatingLevel;
  tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  comment?: InputMaybe<Scalars['String']['input']>;
  requestKey: Scalars['String']['input'];
};

export type Citizen = {
  readonly id: Scalars['ID']['output'];
  /** Applications in the person's own name, latest first; staff see those that their department decides. Source: affairs. */
  readonly applications?: Maybe<ApplicationConnection>;
  /** Appointments of these applications, the next first; past ones latest first, at most 100. Source: affairs. */
  readonly appointments?: Maybe<ReadonlyArray<Appointment>>;
};


export type CitizenApplicationsArgs = {
  states?: InputMaybe<ReadonlyArray<ApplicationState>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type CitizenAppointmentsArgs = {
  upcomingOnly?: InputMaybe<Scalars['Boolean']['input']>;
};

export type Enterprise = {
  readonly uscc: Scalars['ID']['output'];
  /** Applications of the enterprise, latest first; staff see those that their department decides. Source: affairs. */
  readonly applications?: Maybe<ApplicationConnection>;
};


export type EnterpriseApplicationsArgs = {
  states?: InputMaybe<ReadonlyArray<ApplicationState>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** For whom a service is. */
export type Audience =
  /** 个人 */
  | 'CITIZEN'
  /** 企业 */
  | 'ENTERPRISE'
  /** 个人和企业 */
  | 'BOTH';

/** A place on the map, WGS 84, degrees. */
export type PointInput = {
  readonly longitude: Scalars['Float']['input'];
  readonly latitude: Scalars['Float']['input'];
};

/** 事项: a service of the catalogue. It says nothing of anybody, so whoever asks may read it. */
export type Service = {
  /** Lower-case words, e.g. `food-permit-new`. */
  readonly code: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameEn: Scalars['String']['output'];
  /** What people call it, in Chinese. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** What it is for and what one has afterwards, in Chinese. */
  readonly summary: Scalars['String']['output'];
  readonly summaryEn: Scalars['String']['output'];
  readonly kind: ServiceKind;
  readonly audience: Audience;
  /** Who decides it; of a professional service, who oversees the trade. */
  readonly department: Department;
  /** 受理条件, in Chinese. */
  readonly conditions: ReadonlyArray<Scalars['String']['output']>;
  /** Law and article, in Chinese. */
  readonly basis: ReadonlyArray<Scalars['String']['output']>;
  readonly form: ReadonlyArray<FormField>;
  readonly materials: ReadonlyArray<MaterialSpec>;
  /** 办理流程, in order, in Chinese. */
  readonly steps: ReadonlyArray<Scalars['String']['output']>;
  /** What the law or a public tariff fixes; null when it is not known here. */
  readonly fee?: Maybe<Money>;
  /** 承诺时限 by law, in working days from acceptance; null when it is not known here. */
  readonly workingDays?: Maybe<Scalars['Int']['output']>;
  /** How often somebody has to come. */
  readonly visits: Scalars['Int']['output'];
  readonly channels: ReadonlyArray<Channel>;
  /** Offices that take it at a counter, the nearest first, else by code. */
  readonly offices: ReadonlyArray<Office>;
  /** Provinces whose residents can use it: two digits of GB/T 2260. */
  readonly provinces: ReadonlyArray<Scalars['String']['output']>;
  /** Who offers a professional service. */
  readonly providers: ReadonlyArray<Provider>;
  readonly ratings: RatingSummary;
};


/** 事项: a service of the catalogue. It says nothing of anybody, so whoever asks may read it. */
export type ServiceOfficesArgs = {
  near?: InputMaybe<PointInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** 事项: a service of the catalogue. It says nothing of anybody, so whoever asks may read it. */
export type ServiceProvidersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Who renders a service. */
export type ServiceKind =
  /** 政务服务 */
  | 'GOVERNMENT'
  /** 公用事业 */
  | 'PUBLIC_UTILITY'
  /** 专业服务, by firms that the state does not own */
  | 'PROFESSIONAL';

/** By which way somebody and an office come together. */
export type Channel =
  /** 网上 */
  | 'ONLINE'
  /** 移动端 */
  | 'APP'
  /** 窗口 */
  | 'COUNTER'
  /** 自助终端 */
  | 'KIOSK'
  /** 电话 */
  | 'PHONE';

/** A field of a service's form. */
export type FormField = {
  readonly code: Scalars['String']['output'];
  readonly label: Scalars['String']['output'];
  readonly labelEn: Scalars['String']['output'];
  /**
   * `TEXT`, `LONG_TEXT`, `DATE` (YYYY-MM-DD), `NUMBER`, `MONEY` (CNY), `BOOLEAN` (`true` or `false`), `CHOICE` (code of an
   * option), `PHONE`, `EMAIL`, `ADDRESS`, `ID_NUMBER` (GB 11643), `USCC` (GB 32100).
   */
  readonly type: Scalars['String']['output'];
  readonly required: Scalars['Boolean']['output'];
  /** Schema coordinate of the datum that fills it in, e.g. `Citizen.name`. */
  readonly item?: Maybe<Scalars['String']['output']>;
  /** What a CHOICE offers; empty for every other type. */
  readonly options: ReadonlyArray<FormOption>;
};

/** One of the options of a CHOICE. */
export type FormOption = {
  readonly code: Scalars['String']['output'];
  readonly label: Scalars['String']['output'];
  readonly labelEn: Scalars['String']['output'];
};

/** 申请材料 that a service asks for. */
export type MaterialSpec = {
  readonly code: Scalars['String']['output'];
  /** In Chinese. */
  readonly name: Scalars['String']['output'];
  /** Kind of the electronic licence that proves it, so that nobody brings the paper; null when there is none. */
  readonly licenceKind?: Maybe<Scalars['String']['output']>;
  readonly required: Scalars['Boolean']['output'];
  /** In which case it is asked for, in Chinese; null: always. */
  readonly when?: Maybe<Scalars['String']['output']>;
};

/** A hall with counters. */
export type Office = {
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameEn: Scalars['String']['output'];
  readonly address: Address;
  /** Opening hours by weekday in Chinese, e.g. `周一至周五 09:00-17:00`. */
  readonly hours: Scalars['String']['output'];
  /** Minutes that people wait there, told within the last hour; null when nobody told. */
  readonly waitingMinutes?: Maybe<Scalars['Int']['output']>;
  /** Slots that can be booked, from now on: none on days on which the office is shut. */
  readonly slots: ReadonlyArray<Slot>;
};


/** A hall with counters. */
export type OfficeSlotsArgs = {
  service: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  until: Scalars['Date']['input'];
};

/** A time at which an office takes people by appointment. */
export type Slot = {
  /** Opaque; the same for the same office, service and time. */
  readonly id: Scalars['ID']['output'];
  readonly from: Scalars['DateTime']['output'];
  readonly until: Scalars['DateTime']['output'];
  /** People at the same time, over all services of the office. */
  readonly capacity: Scalars['Int']['output'];
  readonly left: Scalars['Int']['output'];
};

/** Who offers a professional service. */
export type Provider = {
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameEn: Scalars['String']['output'];
  /** GB 32100; null when it is not in the register. */
  readonly uscc?: Maybe<Scalars['ID']['output']>;
  readonly ratings: RatingSummary;
};

/** Who may apply. */
export type Applicant = Citizen | Enterprise;

/** 办件: one application for a service. */
export type Application = {
  /** Opaque, or the number that the department's system gave. */
  readonly id: Scalars['ID']['output'];
  /** Source: affairs. */
  readonly service?: Maybe<Service>;
  /** In whose name; null with an error when the viewer may not see the file. Source: affairs. */
  readonly applicant?: Maybe<Applicant>;
  /** Who acted for the applicant; null when nobody did. Source: affairs. */
  readonly handledBy?: Maybe<Citizen>;
  /** Source: affairs, and from acceptance on the department's system. */
  readonly state?: Maybe<ApplicationState>;
  /** Source: affairs, and from acceptance on the department's system. */
  readonly stateSince?: Maybe<Scalars['DateTime']['output']>;
  /** When it was begun. Source: affairs. */
  readonly openedAt?: Maybe<Scalars['DateTime']['output']>;
  /** By when it must be decided; null while it is not accepted. Source: the department's system. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  /** What was filled in, in the order of the form. Source: affairs. */
  readonly form?: Maybe<ReadonlyArray<FormValue>>;
  /** What the service asks for and what of it is there. Source: affairs. */
  readonly materials?: Maybe<ReadonlyArray<Material>>;
  /** 环节: what happened, oldest first, over all channels. Source: affairs and the department's system. */
  readonly log?: Maybe<ReadonlyArray<Touchpoint>>;
  /** The decision in the words of the department, in Chinese; null while there is none. Source: the department's system. */
  readonly result?: Maybe<Scalars['String']['output']>;
  /** The one rating that counts, the first. Source: affairs, and ratings at counters and kiosks. */
  readonly rating?: Maybe<Rating>;
  /** The appointment that stands; null when there is none. Source: affairs. */
  readonly appointment?: Maybe<Appointment>;
  /** Grows with each change; handed back so that nobody overwrites what they have not read. Source: affairs. */
  readonly version?: Maybe<Scalars['Int']['output']>;
};

/** 办件状态; which may follow which is a table of the registry. */
export type ApplicationState =
  /** 草稿 */
  | 'DRAFT'
  /** 已提交 */
  | 'SUBMITTED'
  /** 已预审 */
  | 'PRE_REVIEWED'
  /** 待补正: something is missing (Administrative Licensing Law 32) */
  | 'SUPPLEMENT'
  /** 已受理 */
  | 'ACCEPTED'
  /** 办理中 */
  | 'IN_PROGRESS'
  /** 准予 */
  | 'APPROVED'
  /** 不予受理 or 不予许可 */
  | 'REFUSED'
  /** 已制证 */
  | 'ISSUED'
  /** 已送达 */
  | 'DELIVERED'
  /** 已撤回 */
  | 'WITHDRAWN'
  /** 已失效: not supplemented in time */
  | 'EXPIRED';

/** What was filled into one field of the form. */
export type FormValue = {
  /** Code of the field. */
  readonly field: Scalars['String']['output'];
  readonly value?: Maybe<Scalars['String']['output']>;
  /** Schema coordinate of the datum that filled it in, e.g. `Citizen.name`; null when somebody typed it. */
  readonly prefilledFrom?: Maybe<Scalars['String']['output']>;
};

/** One of the materials of an application. */
export type Material = {
  readonly spec: MaterialSpec;
  readonly state: MaterialState;
  /** Id of the electronic licence that proves it; null when there is none. */
  readonly licence?: Maybe<Scalars['ID']['output']>;
  /** In Chinese. */
  readonly note?: Maybe<Scalars['String']['output']>;
};

/** Whether a material is there. */
export type MaterialState =
  /** 免交: proved by an electronic licence or not asked for in this case */
  | 'EXEMPT'
  /** 待交 */
  | 'TO_SUPPLY'
  /** 已交 */
  | 'SUPPLIED'
  /** 退回 */
  | 'REJECTED';

/** 环节: one thing that happened, on one channel, by somebody. */
export type Touchpoint = {
  readonly at: Scalars['DateTime']['output'];
  readonly step: Step;
  readonly channel: Channel;
  /** In which part, never a name, in Chinese: 申请人, 经办人, 3号窗口. */
  readonly by: Scalars['String']['output'];
  /** In Chinese. */
  readonly note?: Maybe<Scalars['String']['output']>;
};

/** 环节 */
export type Step =
  /** 咨询 */
  | 'CONSULT'
  /** 填报 */
  | 'FILL'
  /** 预约 */
  | 'BOOK'
  /** 取号 */
  | 'TAKE_NUMBER'
  /** 叫号 */
  | 'CALL_NUMBER'
  /** 填表 */
  | 'COMPLETE_FORM'
  /** 收件 */
  | 'RECEIVE'
  /** 流转 */
  | 'CIRCULATE'
  /** 制证 */
  | 'ISSUE'
  /** 支付 */
  | 'PAY'
  /** 评价 */
  | 'RATE'
  /** 查询 */
  | 'QUERY';

/** What `saveApplication` asks for. */
export type ApplicationInput = {
  /** Of an application that is there; left out: a new one. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Code of the service; of an application that is there, its own. */
  readonly service: Scalars['ID']['input'];
  readonly form: ReadonlyArray<FormValueInput>;
  /** The version that was read; CONFLICT when it is another by now. Left out: whatever it is. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
  /** Made up by the client; the same key repeats the first answer instead of acting twice. */
  readonly requestKey: Scalars['String']['input'];
};

/** A value for one field of the form. */
export type FormValueInput = {
  /** Code of the field. */
  readonly field: Scalars['String']['input'];
  /** Null removes what is there. */
  readonly value?: InputMaybe<Scalars['String']['input']>;
  /** The field's own `item` when the file filled it in; left out when somebody typed it. */
  readonly prefilledFrom?: InputMaybe<Scalars['String']['input']>;
};

/** What `book` asks for. */
export type BookingInput = {
  /** Id of the application. */
  readonly application: Scalars['ID']['input'];
  /** Opaque id of the slot. */
  readonly slot: Scalars['ID']['input'];
  /** Made up by the client; the same key repeats the first answer instead of acting twice. */
  readonly requestKey: Scalars['String']['input'];
};

/** 预约: a time at an office for one application. */
export type Appointment = {
  readonly id: Scalars['ID']['output'];
  /** Null with an error when the viewer may not see it. */
  readonly application?: Maybe<Application>;
  /** Null when the catalogue has the office no more. */
  readonly office?: Maybe<Office>;
  readonly slot: Slot;
  readonly state: AppointmentState;
  /** 预约号, called at the counter; null when the office gives none. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Grows with each change. */
  readonly version: Scalars['Int']['output'];
};

/** What became of an appointment. */
export type AppointmentState =
  /** 已预约 */
  | 'BOOKED'
  /** 已改期: stands at another time than first booked */
  | 'MOVED'
  /** 已取消 */
  | 'CANCELLED'
  /** 已到场 */
  | 'ATTENDED'
  /** 未到场 */
  | 'MISSED';

/** 好差评, five levels. */
export type RatingLevel =
  /** 非常满意 */
  | 'VERY_SATISFIED'
  /** 满意 */
  | 'SATISFIED'
  /** 基本满意 */
  | 'FAIR'
  /** 不满意, a 差评 */
  | 'DISSATISFIED'
  /** 非常不满意, a 差评 */
  | 'VERY_DISSATISFIED';

/** What somebody thought of how an application was handled. */
export type Rating = {
  readonly level: RatingLevel;
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
  readonly comment?: Maybe<Scalars['String']['output']>;
  readonly at: Scalars['DateTime']['output'];
  /** What the department did about it, in its words, in Chinese; null while it told nothing, and when the rating is no 差评. */
  readonly rectification?: Maybe<Scalars['String']['output']>;
  /** Null when the rating is no 差评. */
  readonly rectificationState?: Maybe<RectificationState>;
  /** By when it must be put right; null when the rating is no 差评. */
  readonly rectificationDueOn?: Maybe<Scalars['Date']['output']>;
};

/** 整改 of what a 差评 complains of. */
export type RectificationState =
  /** 整改中 */
  | 'OPEN'
  /** 已整改, and the person was called back */
  | 'RECTIFIED'
  /** 查无实据, and the person was told why */
  | 'UNFOUNDED';

/**
 * Ratings in sum. They are told in fives: of 13 ratings the first 10, under five none, so that nobody can tell what one person
 * said from what comes before and after it.
 */
export type RatingSummary = {
  /** A multiple of five. */
  readonly count: Scalars['Int']['output'];
  /** 5 VERY_SATISFIED to 1 VERY_DISSATISFIED; null without ratings. */
  readonly mean?: Maybe<Scalars['Float']['output']>;
  /** Share of the two lowest levels, 0 to 1; null without ratings. */
  readonly badRate?: Maybe<Scalars['Float']['output']>;
  /** Share of these that were dealt with, 0 to 1; null when there are none. */
  readonly rectifiedRate?: Maybe<Scalars['Float']['output']>;
};

/** Services, page by page. */
export type ServiceConnection = {
  readonly edges: ReadonlyArray<ServiceEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

/** One entry of a page with its cursor. */
export type ServiceEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Service;
};

/** Applications, page by page. */
export type ApplicationConnection = {
  readonly edges: ReadonlyArray<ApplicationEdge>;
  readonly pageInfo: PageInfo;
  /** Of those that the viewer may see. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One entry of a page with its cursor. */
export type ApplicationEdge = {
  readonly cursor: Scalars['String']['output'];
  /** Null with an error when the viewer may not see it. */
  readonly node?: Maybe<Application>;
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
  Service: Service;
  Application: Application;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Citizen:
    ( { __typename: 'Citizen' }
    & GraphQLRecursivePick<FederationTypes['Citizen'], {"id":true}> );
  Enterprise:
    ( { __typename: 'Enterprise' }
    & GraphQLRecursivePick<FederationTypes['Enterprise'], {"uscc":true}> );
  Service:
    ( { __typename: 'Service' }
    & GraphQLRecursivePick<FederationTypes['Service'], {"code":true}> );
  Application:
    ( { __typename: 'Application' }
    & GraphQLRecursivePick<FederationTypes['Application'], {"id":true}> );
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
  Enterprise: ResolverTypeWrapper<{ uscc: string }>;
  Audience: Audience;
  PointInput: PointInput;
  Service: ResolverTypeWrapper<ServiceEntry>;
  ServiceKind: ServiceKind;
  Channel: Channel;
  FormField: ResolverTypeWrapper<FormFieldEntry>;
  FormOption: ResolverTypeWrapper<FormOption>;
  MaterialSpec: ResolverTypeWrapper<MaterialSpec>;
  Office: ResolverTypeWrapper<OfficeEntry>;
  Slot: ResolverTypeWrapper<SlotRow>;
  Provider: ResolverTypeWrapper<ProviderEntry>;
  Applicant: ResolverTypeWrapper<ApplicantRef>;
  Application: ResolverTypeWrapper<{ id: string }>;
  ApplicationState: ApplicationState;
  FormValue: ResolverTypeWrapper<FormValue>;
  Material: ResolverTypeWrapper<Material>;
  MaterialState: MaterialState;
  Touchpoint: ResolverTypeWrapper<Touchpoint>;
  Step: Step;
  ApplicationInput: ApplicationInput;
  FormValueInput: FormValueInput;
  BookingInput: BookingInput;
  Appointment: ResolverTypeWrapper<AppointmentRow>;
  AppointmentState: AppointmentState;
  RatingLevel: RatingLevel;
  Rating: ResolverTypeWrapper<Rating>;
  RectificationState: RectificationState;
  RatingSummary: ResolverTypeWrapper<RatingSummary>;
  ServiceConnection: ResolverTypeWrapper<Omit<ServiceConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ServiceEdge']> }>;
  ServiceEdge: ResolverTypeWrapper<Omit<ServiceEdge, 'node'> & { node: ResolversTypes['Service'] }>;
  ApplicationConnection: ResolverTypeWrapper<ApplicationPage>;
  ApplicationEdge: ResolverTypeWrapper<Omit<ApplicationEdge, 'node'> & { node?: Maybe<ResolversTypes['Application']> }>;
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
  Enterprise: { uscc: string };
  PointInput: PointInput;
  Service: ServiceEntry;
  FormField: FormFieldEntry;
  FormOption: FormOption;
  MaterialSpec: MaterialSpec;
  Office: OfficeEntry;
  Slot: SlotRow;
  Provider: ProviderEntry;
  Applicant: ApplicantRef;
  Application: { id: string };
  FormValue: FormValue;
  Material: Material;
  Touchpoint: Touchpoint;
  ApplicationInput: ApplicationInput;
  FormValueInput: FormValueInput;
  BookingInput: BookingInput;
  Appointment: AppointmentRow;
  Rating: Rating;
  RatingSummary: RatingSummary;
  ServiceConnection: Omit<ServiceConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ServiceEdge']> };
  ServiceEdge: Omit<ServiceEdge, 'node'> & { node: ResolversParentTypes['Service'] };
  ApplicationConnection: ApplicationPage;
  ApplicationEdge: Omit<ApplicationEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Application']> };
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
  services?: Resolver<ResolversTypes['ServiceConnection'], ParentType, ContextType, RequireFields<QueryServicesArgs, 'first'>>;
  service?: Resolver<Maybe<ResolversTypes['Service']>, ParentType, ContextType, RequireFields<QueryServiceArgs, 'code'>>;
  offices?: Resolver<ReadonlyArray<ResolversTypes['Office']>, ParentType, ContextType, RequireFields<QueryOfficesArgs, 'first'>>;
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<QueryApplicationArgs, 'id'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  saveApplication?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<MutationSaveApplicationArgs, 'input'>>;
  submitApplication?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<MutationSubmitApplicationArgs, 'id' | 'requestKey'>>;
  withdrawApplication?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<MutationWithdrawApplicationArgs, 'id' | 'requestKey'>>;
  book?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType, RequireFields<MutationBookArgs, 'input'>>;
  moveAppointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType, RequireFields<MutationMoveAppointmentArgs, 'id' | 'slot' | 'requestKey'>>;
  cancelAppointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType, RequireFields<MutationCancelAppointmentArgs, 'id' | 'requestKey'>>;
  rate?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType, RequireFields<MutationRateArgs, 'application' | 'level' | 'requestKey'>>;
};

export type CitizenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Citizen'] = ResolversParentTypes['Citizen'], FederationReferenceType extends FederationReferenceTypes['Citizen'] = FederationReferenceTypes['Citizen']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Citizen']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  applications?: Resolver<Maybe<ResolversTypes['ApplicationConnection']>, ParentType, ContextType, RequireFields<CitizenApplicationsArgs, 'first'>>;
  appointments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Appointment']>>, ParentType, ContextType, RequireFields<CitizenAppointmentsArgs, 'upcomingOnly'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnterpriseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enterprise'] = ResolversParentTypes['Enterprise'], FederationReferenceType extends FederationReferenceTypes['Enterprise'] = FederationReferenceTypes['Enterprise']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Enterprise']> | FederationReferenceType, FederationReferenceType, ContextType>;
  uscc?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  applications?: Resolver<Maybe<ResolversTypes['ApplicationConnection']>, ParentType, ContextType, RequireFields<EnterpriseApplicationsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Service'] = ResolversParentTypes['Service'], FederationReferenceType extends FederationReferenceTypes['Service'] = FederationReferenceTypes['Service']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Service']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summaryEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ServiceKind'], ParentType, ContextType>;
  audience?: Resolver<ResolversTypes['Audience'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  conditions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  basis?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  form?: Resolver<ReadonlyArray<ResolversTypes['FormField']>, ParentType, ContextType>;
  materials?: Resolver<ReadonlyArray<ResolversTypes['MaterialSpec']>, ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  fee?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  workingDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  visits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  channels?: Resolver<ReadonlyArray<ResolversTypes['Channel']>, ParentType, ContextType>;
  offices?: Resolver<ReadonlyArray<ResolversTypes['Office']>, ParentType, ContextType, RequireFields<ServiceOfficesArgs, 'first'>>;
  provinces?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  providers?: Resolver<ReadonlyArray<ResolversTypes['Provider']>, ParentType, ContextType, RequireFields<ServiceProvidersArgs, 'first'>>;
  ratings?: Resolver<ResolversTypes['RatingSummary'], ParentType, ContextType>;
};

export type FormFieldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormField'] = ResolversParentTypes['FormField']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  labelEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['FormOption']>, ParentType, ContextType>;
};

export type FormOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormOption'] = ResolversParentTypes['FormOption']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  labelEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MaterialSpecResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialSpec'] = ResolversParentTypes['MaterialSpec']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  licenceKind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  when?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OfficeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Office'] = ResolversParentTypes['Office']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  hours?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  waitingMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  slots?: Resolver<ReadonlyArray<ResolversTypes['Slot']>, ParentType, ContextType, RequireFields<OfficeSlotsArgs, 'service' | 'from' | 'until'>>;
};

export type SlotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Slot'] = ResolversParentTypes['Slot']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProviderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Provider'] = ResolversParentTypes['Provider']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uscc?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  ratings?: Resolver<ResolversTypes['RatingSummary'], ParentType, ContextType>;
};

export type ApplicantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Applicant'] = ResolversParentTypes['Applicant']> = {
  __resolveType?: TypeResolveFn<'Citizen' | 'Enterprise', ParentType, ContextType>;
};

export type ApplicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Application'] = ResolversParentTypes['Application'], FederationReferenceType extends FederationReferenceTypes['Application'] = FederationReferenceTypes['Application']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Application']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  applicant?: Resolver<Maybe<ResolversTypes['Applicant']>, ParentType, ContextType>;
  handledBy?: Resolver<Maybe<ResolversTypes['Citizen']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['ApplicationState']>, ParentType, ContextType>;
  stateSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  openedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  form?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FormValue']>>, ParentType, ContextType>;
  materials?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Material']>>, ParentType, ContextType>;
  log?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Touchpoint']>>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
  appointment?: Resolver<Maybe<ResolversTypes['Appointment']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FormValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormValue'] = ResolversParentTypes['FormValue']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prefilledFrom?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MaterialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Material'] = ResolversParentTypes['Material']> = {
  spec?: Resolver<ResolversTypes['MaterialSpec'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MaterialState'], ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TouchpointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Touchpoint'] = ResolversParentTypes['Touchpoint']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Step'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AppointmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Appointment'] = ResolversParentTypes['Appointment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  office?: Resolver<Maybe<ResolversTypes['Office']>, ParentType, ContextType>;
  slot?: Resolver<ResolversTypes['Slot'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AppointmentState'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RatingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Rating'] = ResolversParentTypes['Rating']> = {
  level?: Resolver<ResolversTypes['RatingLevel'], ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rectification?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rectificationState?: Resolver<Maybe<ResolversTypes['RectificationState']>, ParentType, ContextType>;
  rectificationDueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type RatingSummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RatingSummary'] = ResolversParentTypes['RatingSummary']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  badRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  rectifiedRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ServiceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceConnection'] = ResolversParentTypes['ServiceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ServiceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ServiceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceEdge'] = ResolversParentTypes['ServiceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Service'], ParentType, ContextType>;
};

export type ApplicationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationConnection'] = ResolversParentTypes['ApplicationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ApplicationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ApplicationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationEdge'] = ResolversParentTypes['ApplicationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
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
  Service?: ServiceResolvers<ContextType>;
  FormField?: FormFieldResolvers<ContextType>;
  FormOption?: FormOptionResolvers<ContextType>;
  MaterialSpec?: MaterialSpecResolvers<ContextType>;
  Office?: OfficeResolvers<ContextType>;
  Slot?: SlotResolvers<ContextType>;
  Provider?: ProviderResolvers<ContextType>;
  Applicant?: ApplicantResolvers<ContextType>;
  Application?: ApplicationResolvers<ContextType>;
  FormValue?: FormValueResolvers<ContextType>;
  Material?: MaterialResolvers<ContextType>;
  Touchpoint?: TouchpointResolvers<ContextType>;
  Appointment?: AppointmentResolvers<ContextType>;
  Rating?: RatingResolvers<ContextType>;
  RatingSummary?: RatingSummaryResolvers<ContextType>;
  ServiceConnection?: ServiceConnectionResolvers<ContextType>;
  ServiceEdge?: ServiceEdgeResolvers<ContextType>;
  ApplicationConnection?: ApplicationConnectionResolvers<ContextType>;
  ApplicationEdge?: ApplicationEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  item?: ItemDirectiveResolver<any, any, ContextType>;
  assurance?: AssuranceDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
