import type { SubgraphName } from '../sdl.ts';

/**
 * What a registry's resolvers return for a type when that is not the type itself: the row type, as exported by
 * `rows.ts` of the subgraph, or an inline shape. A type that is not named here is returned as the contract writes it,
 * apart from its fields with resolvers of their own.
 */
export const MAPPERS: Readonly<Record<SubgraphName, Readonly<Record<string, string>>>> = {
  personal: {
    Citizen: '{ id: string }',
    Premise: '{ id: string }',
    Household: './rows.ts#HouseholdRow',
    Marriage: './rows.ts#MarriageRow',
  },
  enterprises: {
    Citizen: '{ id: string }',
    Enterprise: '{ uscc: string }',
    Premise: '{ id: string }',
    Department: '{ code: string }',
    Holding: './rows.ts#HoldingRow',
    HoldingConnection: './rows.ts#HoldingPage',
    EnterpriseConnection: './rows.ts#EnterprisePage',
  },
  governance: { Citizen: '{ id: string }' },
  licences: {
    Citizen: '{ id: string }',
    Enterprise: '{ uscc: string }',
    Licence: '{ id: string }',
    Department: '{ code: string }',
    LicenceConnection: './rows.ts#LicencePage',
  },
  archive: {
    Citizen: '{ id: string }',
    Department: '{ code: string }',
    LifeArchive: '{ subject: string }',
    HealthRecord: '{ subject: string }',
    MedicalInsurance: './rows.ts#MedicalInsuranceRow',
    Pension: './rows.ts#PensionRow',
    HousingFund: './rows.ts#HousingFundRow',
    UtilityAccount: './rows.ts#UtilityAccountRow',
    IncomeTax: './rows.ts#IncomeTaxRow',
    CreditReport: './rows.ts#CreditReportRow',
    CreditRecord: './rows.ts#CreditRecordRow',
    TrafficRecord: './rows.ts#TrafficRecordRow',
    SocialInsurance: './rows.ts#SocialInsuranceRow',
  },
  transactions: {
    Citizen: '{ id: string }',
    Enterprise: '{ uscc: string }',
    Application: '{ id: string }',
    Department: '{ code: string }',
    Service: './catalogue/service-catalogue.ts#ServiceEntry',
    FormField: './catalogue/service-catalogue.ts#FormFieldEntry',
    Office: './catalogue/service-catalogue.ts#OfficeEntry',
    Provider: './catalogue/service-catalogue.ts#ProviderEntry',
    Applicant: './rows.ts#ApplicantRef',
    Slot: './rows.ts#SlotRow',
    Appointment: './rows.ts#AppointmentRow',
    ApplicationConnection: './rows.ts#ApplicationPage',
  },
  tagging: {
    Citizen: '{ id: string }',
    Enterprise: '{ uscc: string }',
    Tag: '{ code: string }',
    TagRule: '{ tag: string }',
    HeldTag: './rows.ts#HeldTagRow',
    Evidence: './rows.ts#EvidenceRow',
    Contest: './rows.ts#ContestRow',
  },
};
