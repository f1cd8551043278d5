import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { buildSchema } from 'type-graphql'
import { DriftResolver } from '../drift/drift.resolver.ts'
import { CertificationResolver } from '../certification/certification.resolver.ts'
import { PeopleResolver } from '../people/people.resolver.ts'
import { AccountResolver } from '../people/account/account.resolver.ts'
import { SignInResolver } from '../people/sign-in/sign-in.resolver.ts'
import { SessionResolver } from '../supervision/sessions/session.resolver.ts'
import { SupervisionResolver } from '../supervision/supervision.resolver.ts'
import { WeeklyCheckInResolver } from '../wellness/weekly-check-in.resolver.ts'
import { authChecker } from './auth-checker.ts'

/** Every resolver of the API; a feature joins by adding its own here. */
const RESOLVERS = [
  AccountResolver,
  CertificationResolver,
  DriftResolver,
  PeopleResolver,
  SignInResolver,
  WeeklyCheckInResolver,
  SessionResolver,
  SupervisionResolver,
] as const

export function buildAlongsideSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: RESOLVERS,
    authChecker,
    validate: false,
  })
}
