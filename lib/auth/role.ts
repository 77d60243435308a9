/** Roles inside one seller. A viewer and an accountant read; an agent answers; an owner also administers. */
export const MEMBER_ROLES = ["owner", "agent", "viewer", "accountant"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Roles of the marketplace's operator. An auditor reads everything and writes nothing. */
export const OPERATOR_ROLES = ["admin", "auditor"] as const;
export type OperatorRole = (typeof OPERATOR_ROLES)[number];
