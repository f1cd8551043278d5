import type { Refusal } from '@alongside/shared/validation/refusal'
import { emailRefusals } from '@alongside/shared/people/account/email'

export function requiredText(field: string, text: string): Refusal[] {
  return text.trim() === '' ? [{ field, problem: 'required' }] : []
}

/** Whether a password is right is for the server to say: here it only has to be there. */
export function signInRefusals(values: { email: string; password: string }): Refusal[] {
  return [...emailRefusals('email', values.email), ...requiredText('password', values.password)]
}
