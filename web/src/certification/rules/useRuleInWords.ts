import { countingLines } from './counting-lines.ts'
import { learningLines, practiceLines } from './learning-lines.ts'
import { lateLines, otherLines, proofLines, sendingLines } from './paper-lines.ts'
import { type Rule, type RuleGroup, useRuleSpeech } from './rule-speech.ts'
import { termLines } from './term-lines.ts'

/** Every part of a rule in plain words, by what one asks about it; groups without a line are left out. */
export function useRuleInWords() {
  const speech = useRuleSpeech()
  return (rule: Rule): RuleGroup[] =>
    Object.entries({
      term: termLines(rule, speech),
      learning: learningLines(rule, speech),
      counting: countingLines(rule, speech),
      practice: practiceLines(rule, speech),
      proof: proofLines(rule, speech),
      sending: sendingLines(rule, speech),
      late: lateLines(rule, speech),
      other: otherLines(rule, speech),
    })
      .map(([key, lines]) => ({ key, lines }))
      .filter(({ lines }) => lines.length > 0)
}
