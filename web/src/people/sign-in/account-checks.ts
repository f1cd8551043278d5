import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { validateEmail } from '@alongside/shared/people/account/email'

export function requiredText(field: string, text: string): ValidationError[] {
  return text.trim() === '' ? [{ field, problem: 'required' }] : []
}

/** Whether a password is right is for the server to say: here it only has to be there. */
export function validateSignIn(values: { email: string; password: string }): ValidationError[] {
  return [...validateEmail('email', values.email), ...requiredText('password', values.password)]
}
