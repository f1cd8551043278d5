/** The rows of the catalogue hold notes of what was found; whoever reads a rule gets each of them as a full sentence. */
import type { RenewalRule } from '../rules/renewal-rule.ts'
import rowSentences from './row-sentences.json' with { type: 'json' }

/** By the words of the row, which say where each sentence comes from. */
export const ROW_SENTENCES: Readonly<Record<string, string>> = rowSentences

export function forReaders(rule: RenewalRule): RenewalRule {
  return {
    ...rule,
    exceptions: rule.exceptions.map(asSentence),
    late: rule.late.map(asSentence),
    unread: rule.unread.map(asSentence),
  }
}

function asSentence<Part extends { readonly text: string | null }>(part: Part): Part {
  return { ...part, text: part.text && (ROW_SENTENCES[part.text] ?? part.text) }
}
