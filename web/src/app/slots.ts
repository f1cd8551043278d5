import { type Component, defineAsyncComponent } from 'vue'
import type { CertificationStatus } from '../generated/graphql.ts'
import { lazyComponent, optionalComponent } from './i18n/lazy-component.ts'

// Places on a page that other features fill. A feature fills one by bringing a component of that name; each component
// is fetched, with its words, when the page shows it.

type Fetch = () => Promise<Component>
/** The names and types of the props that the page hands to each component of a slot. */
export type SlotComponent<Props> = Component<Props>
export interface PersonSectionProps {
  peerId: string
  peerName: string
}
/** The certifications of one peer in a line; null where none is on file. */
export interface PeopleCertificationProps {
  certification: {
    readonly status: CertificationStatus
    readonly expiresOn?: string | null | undefined
    readonly isExpiryUnknown: boolean
    readonly count: number
  } | null
}
export interface TeamBadgeProps {
  peerId: string
}

/** `/today`: what is due for the person who is signed in. No props. */
export const todayCards = componentsOf<object>(
  import.meta.glob<Component>('../**/TodayCard.vue', { import: 'default' }),
)
/** `/my-role`, below its first sentence: one section for each sub-noun of drift, which brings a `MyRoleSection.vue`. No props. */
export const myRoleSections = inOrder(
  ['flags', 'week', 'signals', 'task-requests', 'role-agreement', 'structure'],
  componentsOf<object>(import.meta.glob<Component>('../**/MyRoleSection.vue', { import: 'default' })),
)
/** `/people`: what waits for whoever looks after the peers. No props. */
export const peopleCards = componentsOf<object>(
  import.meta.glob<Component>('../**/PeopleCard.vue', { import: 'default' }),
)
/** `/people`, in the row of a peer: how their certifications stand. */
export const peopleCertifications = componentsOf<PeopleCertificationProps>(
  import.meta.glob<Component>('../**/PeopleCertification.vue', { import: 'default' }),
)
/** `/people/:id`: one section for each feature that knows something of that peer. */
export const personSections = componentsOf<PersonSectionProps>(
  import.meta.glob<Component>('../**/PersonSection.vue', { import: 'default' }),
)
/** `/team/:id`: one section for each sub-noun that a supervisor needs beside that peer's sessions. */
export const teamPersonSections = inOrder(
  ['renewal-path', 'planning', 'agenda', 'follow-ups', 'flags', 'learning-goals', 'signing', 'week'],
  componentsOf<PersonSectionProps>(
    import.meta.glob<Component>('../**/TeamPersonSection.vue', { import: 'default' }),
  ),
)
/** `/supervision` of a peer: what stands above the sessions. No props. */
export const mySupervisionSections = inOrder(
  ['planning', 'agenda', 'follow-ups', 'learning-goals', 'signing', 'requirements'],
  componentsOf<object>(import.meta.glob<Component>('../**/MySupervisionSection.vue', { import: 'default' })),
)
/** `/team`: a mark beside a peer's name. */
export const teamBadges = componentsOf<TeamBadgeProps>(
  import.meta.glob<Component>('../**/TeamBadge.vue', { import: 'default' }),
)
/** `/help`, below the numbers to call. No props. It asks the server for nothing, and the page is whole without it. */
export const helpSections = Object.entries(
  import.meta.glob<Component>('../**/HelpSection.vue', { import: 'default' }),
).map(([folder, fetch]) => ({ folder, component: optionalComponent(fetch) }))
/** `/account`: what people decide for themselves. No props. */
export const accountSections = componentsOf<object>(
  import.meta.glob<Component>('../**/AccountSection.vue', { import: 'default' }),
)

/** `/` and every page: what can open over any of them, as the question for the password. No props. */
export const appOverlays = shellParts(
  import.meta.glob<Component>('../**/AppOverlay.vue', { import: 'default' }),
)
/** A button in the header of every page, for who is signed in. No props; the words are the shell's. */
export const headerButtons = shellParts(
  import.meta.glob<Component>('../**/HeaderButton.vue', { import: 'default' }),
)
/** A mark on the account button, with its text for screen readers. No props. */
export const accountBadges = shellParts(
  import.meta.glob<Component>('../**/AccountBadge.vue', { import: 'default' }),
)
/** A row of the account panel, which gives it the class of its own rows. */
export const accountMenuItems = shellParts(
  import.meta.glob<Component>('../**/AccountMenuItem.vue', { import: 'default' }),
)

function shellParts(files: Record<string, Fetch>): { folder: string; component: Component }[] {
  return Object.entries(files).map(([file, fetch]) => ({
    folder: file,
    component: defineAsyncComponent(fetch),
  }))
}

/** In the order of their folders' names as listed; a folder that is not listed comes last. */
function inOrder<Section extends { folder: string }>(
  folders: readonly string[],
  sections: readonly Section[],
): Section[] {
  const place = ({ folder }: Section) => {
    const index = folders.indexOf(folder.slice(folder.lastIndexOf('/') + 1))
    return index < 0 ? folders.length : index
  }
  return [...sections].sort((one, other) => place(one) - place(other))
}

function componentsOf<Props>(
  files: Record<string, Fetch>,
): { folder: string; component: SlotComponent<Props> }[] {
  return Object.entries(files).map(([file, fetch]) => {
    const folder = file.slice('../'.length, file.lastIndexOf('/'))
    return { folder, component: lazyComponent(fetch) }
  })
}
