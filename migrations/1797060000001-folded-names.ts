import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * One form of a text for searching, sorting and comparing, as `foldedForComparison` in `shared` makes it. The names of
 * members keep theirs, in an index that begins with the organization.
 */
export class FoldedNames1797060000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [folded, names]) await runner.query(step)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger fold_name on membership;
      drop index membership_organization_id_folded_name_idx;
      alter table membership drop column folded_name;
      drop function access.fold_name, access.folded;
    `)
  }
}

// Only functions whose result does not depend on the collation of the database: it has the same answer everywhere.
const folded = /* sql */ `
  create function access.folded(p_text text) returns text
  language sql immutable strict parallel safe as $$
    select btrim(regexp_replace(
      replace(replace(replace(replace(translate(
        regexp_replace(
          normalize(translate(p_text, '''\`´‘’‚‛′ʹʻʼʽʾʿˊˋꞌ＇', ''), NFKD) collate "C",
          '[\\u0027\\u0060\\u02b9\\u02bb-\\u02bf\\u02ca\\u02cb\\u2018-\\u201b\\u2032\\ua78c\\u0001-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad\\u0300-\\u036f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u20d0-\\u20ff\\u2800\\u3164\\ufe00-\\ufe0f\\ufe20-\\ufe2f\\ufeff\\uffa0\\ufff9-\\ufffb]',
          '', 'g'),
        'ABCDEFGHIJKLMNOPQRSTUVWXYZŁłØøĐđÐðĦħŦŧıȷƏəŊŋΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЄІЉЊЂЋЏҐÆæŒœẞÞ‐‑‒–—―−﹘﹣－',
        'abcdefghijklmnopqrstuvwxyzllooddddhhttijəəŋŋαβγδεζηθικλμνξοπρστυφχψωσабвгдежзиклмнопрстуфхцчшщъыьэюяєіљњђћџґææœœßþ----------'),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
      '[\\u0009-\\u000d \\u0085\\u2028\\u2029]+', ' ', 'g'), ' ')
  $$;
`

const names = /* sql */ `
  create function access.fold_name() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  begin
    new.folded_name := access.folded(new.display_name);
    return new;
  end $$;
  alter table membership add column folded_name text not null default '';
  -- The owner is bound by the policies too, and nobody is signed in.
  alter table membership no force row level security, disable trigger user;
  update membership set folded_name = access.folded(display_name);
  alter table membership force row level security, enable trigger user;
  create index membership_organization_id_folded_name_idx on membership (organization_id, folded_name);
  create trigger fold_name before insert or update of display_name on membership for each row
    execute function access.fold_name();
`
