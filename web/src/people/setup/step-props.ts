/** What the page hands to the form of a step: going on, and leaving it for later where that is still open. */
export interface StepProps {
  readonly done: () => Promise<void>
  readonly skip: (() => Promise<void>) | null
}
