import type { StatusUnknown } from '../status/status.ts'

/** The code of the API for a value that rules write in lower case: 'co-reflection' is CO_REFLECTION. */
export type Code<Value extends string> = Value extends `${infer Word}-${infer Rest}`
  ? `${Uppercase<Word>}_${Code<Rest>}`
  : Uppercase<Value>

export function codeOf<Value extends string>(value: Value): Code<Value> {
  return value.toUpperCase().replaceAll('-', '_') as Code<Value>
}

type UnknownKind = StatusUnknown['kind']
export type UnknownCode = UnknownKind extends infer Kind
  ? Kind extends `${infer Name}-unknown`
    ? Code<Name>
    : never
  : never

/** 'hours-unknown' is HOURS. */
export function unknownCode({ kind }: StatusUnknown): UnknownCode {
  return codeOf(kind.slice(0, -'-unknown'.length)) as UnknownCode
}
