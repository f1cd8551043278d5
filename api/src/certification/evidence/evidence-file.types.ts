import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, Int, ObjectType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'

@ObjectType('EvidenceLook', { simpleResolvers: true, description: 'That somebody else opened a file.' })
export class EvidenceLookType {
  @Field(() => Person)
  viewer!: Person

  @Field(() => GraphQLDateTime)
  lookedAt!: Date | string
}

@ObjectType('EvidenceFile', {
  simpleResolvers: true,
  description: 'A photo or PDF file of a certificate. Its content comes from `POST /files/content`.',
})
export class EvidenceFileType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String, { description: 'image/jpeg, image/png or application/pdf, by its content.' })
  mediaType!: string

  @Field(() => Int, { description: 'In bytes, as it is kept.' })
  sizeBytes!: number

  @Field(() => String, { description: 'SHA-256 of what is kept, in hexadecimal.' })
  sha256!: string

  @Field(() => GraphQLDateTime)
  uploadedAt!: Date | string

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was removed and its content erased; null: it is there.',
  })
  removedAt!: Date | string | null

  @Field(() => [EvidenceLookType], {
    description: 'Who else opened it, the latest first: all of them for the holder, their own for others.',
  })
  looks!: EvidenceLookType[]
}

/** The files of a course as JSON; `course` names the id of its first version, `peer` its holder. */
export function evidenceOf(course: string, peer: string): string {
  return `coalesce((
    select jsonb_agg(${evidenceJson('f')} order by f.uploaded_at, f.id)
      from course_evidence e
      join evidence_file f on f.organization_id = e.organization_id and f.id = e.file_id
     where e.organization_id = (select access.organization_id()) and e.course_id = ${course}
       and e.peer_id = ${peer} and f.removed_at is null), '[]')`
}

export const evidenceJson = (file: string): string => `jsonb_build_object(
  'id', ${file}.id, 'mediaType', ${file}.media_type, 'sizeBytes', ${file}.size_bytes,
  'sha256', encode(${file}.sha256, 'hex'), 'uploadedAt', ${file}.uploaded_at, 'removedAt', ${file}.removed_at,
  'looks', coalesce((
    select jsonb_agg(jsonb_build_object('lookedAt', l.looked_at, 'viewer',
             jsonb_build_object('id', m.id, 'displayName', m.display_name)) order by l.looked_at desc, l.id)
      from evidence_look l
      join membership m on m.organization_id = l.organization_id and m.id = l.viewer_id
     where l.organization_id = ${file}.organization_id and l.file_id = ${file}.id), '[]'))`
